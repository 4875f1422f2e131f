package io.streamgauge.cli;

import io.streamgauge.result.RunVerdict;

/** A command that cannot go on; the message is one line for people and names what it is about. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RunVerdict verdict;

    CommandFailure(RunVerdict verdict, String message) {
        super(message);
        this.verdict = verdict;
    }

    CommandFailure(RunVerdict verdict, String message, Throwable cause) {
        super(message, cause);
        this.verdict = verdict;
    }

    RunVerdict verdict() {
        return verdict;
    }
}
