package io.streamgauge.conformance;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Feeds one stream to a parser, again and again, in every way asked for. */
final class ParserRun {
    /** Processor time after which one delivery is too slow; the longest stream of the suite takes milliseconds. */
    private static final long MAX_DELIVERY_CPU_NANOS = 10_000_000_000L;

    private static final int READS_BETWEEN_CLOCK_LOOKS = 256;

    private final ParserSubject subject;
    private final byte[] input;
    private final Difference expected;
    private final Progress progress;

    ParserRun(ParserSubject subject, byte[] input, Difference expected, Progress progress) {
        this.subject = subject;
        this.input = input;
        this.expected = expected;
        this.progress = progress;
    }

    /** Says that one delivery has used more processor time than any stream of the suite is worth. */
    static final class TooSlow extends Exception {
        private static final long serialVersionUID = 1L;

        TooSlow(String message) {
            super(message);
        }
    }

    /** The whole stream and its end. */
    Observation deliver(Delivery delivery) throws Exception {
        Observer observer = new Observer(expected.events().size());
        progress.entering(() -> evidence(delivery, observer.observation(), ""));
        ParserSubject.Session session = subject.open(observer);
        feed(session, delivery.cuts(), input.length);
        session.end();
        progress.step();
        return observer.observation();
    }

    /** How many events the parser has handed over once it has been fed so many bytes, and nothing more. */
    int eventsAfter(int bytes, int[] cuts) throws Exception {
        Observer observer = new Observer(expected.events().size());
        Delivery delivery = Delivery.cutAt(bytes);
        progress.entering(() -> evidence(delivery, observer.observation(), ""));
        feed(subject.open(observer), cuts, bytes);
        return observer.eventCount();
    }

    private void feed(ParserSubject.Session session, int[] cuts, int end) throws Exception {
        long deadline = CpuClock.nanos() + MAX_DELIVERY_CPU_NANOS;
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : end;
            byte[] read = Arrays.copyOfRange(input, from, to);
            progress.step();
            session.feed(ByteBuffer.wrap(read));
            Arrays.fill(read, (byte) '#');
            from = to;
            if (i % READS_BETWEEN_CLOCK_LOOKS == READS_BETWEEN_CLOCK_LOOKS - 1 && CpuClock.nanos() > deadline) {
                throw new TooSlow("after " + to + " of " + end + " bytes and 10 s of processor time");
            }
        }
        progress.step();
    }

    Evidence evidence(Delivery delivery, Observation actual, String difference) {
        return Evidence.of(
                input,
                delivery.cuts(),
                delivery.words(),
                expected.shown(),
                actual.shown(expected.capabilities()),
                difference);
    }
}
