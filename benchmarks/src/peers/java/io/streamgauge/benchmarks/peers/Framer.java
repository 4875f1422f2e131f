package io.streamgauge.benchmarks.peers;

/** Cuts streams into events by the means of one library; used by one thread, over and over. */
@FunctionalInterface
interface Framer {
    /** Hands on the payload of every event of one stream. */
    void frame(byte[][] reads, PayloadSink payloads) throws Exception;

    /** Takes the payload of an event as the String that every one of these libraries makes of it. */
    @FunctionalInterface
    interface PayloadSink {
        /** The data of one event. */
        void payload(String data);
    }
}
