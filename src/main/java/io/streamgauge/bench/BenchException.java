package io.streamgauge.bench;

/** The benchmarks could not be run, or what they wrote cannot be used; the message says which and why, in one line. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
