package io.streamgauge.benchmarks;

import java.util.Optional;

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

    /** Why it cannot run in this JVM at all, in a few words; nothing when it can. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /** A worker for one thread, made outside the measured time. */
    Worker newWorker(StreamInput input);

    /** Does the work, over and over. */
    @FunctionalInterface
    interface Worker {
        /** Reads all streams of the input from start to end and tells {@code sink} what it finds. */
        void run(Reads reads, AnswerSink sink) throws Exception;
    }
}
