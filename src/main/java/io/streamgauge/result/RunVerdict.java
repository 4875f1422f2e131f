package io.streamgauge.result;

/**
 * The one word a run comes to, with the exit code it earns.
 *
 * <p>Two is missing because it means a usage error, and a command that was never understood has no result.
 */
public enum RunVerdict {
    /** All as expected. */
    PASS(0),
    /** Something was found: a wrong stream, a regression, a missed objective. */
    FINDING(1),
    /** The run could not take place: the endpoint is down, the environment is unfit, a file cannot be written. */
    COULD_NOT_RUN(3),
    /** Nothing ran, or what was measured cannot be trusted. */
    INVALID(4),
    /** All ran, and the noise was too great to tell. */
    INCONCLUSIVE(5);

    private final int exitCode;

    RunVerdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** What the process exits with. */
    public int exitCode() {
        return exitCode;
    }

    /**
     * The verdict of two parts of one run.
     *
     * <p>A finding outranks all others: it stays true whatever else could not be run. Then comes what kept a part from
     * running, then what cannot be trusted, then what could not be told.
     */
    public RunVerdict and(RunVerdict other) {
        return rank() >= other.rank() ? this : other;
    }

    private int rank() {
        return switch (this) {
            case PASS -> 0;
            case INCONCLUSIVE -> 1;
            case INVALID -> 2;
            case COULD_NOT_RUN -> 3;
            case FINDING -> 4;
        };
    }
}
