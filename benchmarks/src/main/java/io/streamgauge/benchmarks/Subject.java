package io.streamgauge.benchmarks;

/**
 * One way to answer one question; found by {@link java.util.ServiceLoader}, so that peers can be added by adding a jar.
 */
public interface Subject {
    /** Who does the work. */
    enum Kind {
        /** This project. */
        OURS,
        /** Another library, driven as its users drive it. */
        PEER,
        /** Less than the whole work, as fast as the machine allows: what no parser can beat. */
        FLOOR
    }

    /** The name in result files, without blanks. */
    String name();

    /** Who does the work. */
    Kind kind();

    /** What it answers. */
    Question question();

    /** Whether it can take this input at all. */
    boolean takes(StreamInput input);

    /** A worker for one thread, made outside the measured time. */
    Worker newWorker(StreamInput input);

    /** Does the work, over and over. */
    @FunctionalInterface
    interface Worker {
        /** Reads all streams of the input from start to end and tells {@code sink} what it finds. */
        void run(Reads reads, AnswerSink sink) throws Exception;
    }
}
