package io.streamgauge.benchmarks;

/** What the one benchmark of this JVM reads per operation; written by its set-up, read by {@link CpuTimeProfiler}. */
final class CurrentInput {
    private static volatile long events;
    private static volatile long bytes;
    private static volatile boolean correct;

    private CurrentInput() {}

    static void set(long events, long bytes, boolean correct) {
        CurrentInput.events = events;
        CurrentInput.bytes = bytes;
        CurrentInput.correct = correct;
    }

    static long events() {
        return events;
    }

    static long bytes() {
        return bytes;
    }

    static boolean correct() {
        return correct;
    }
}
