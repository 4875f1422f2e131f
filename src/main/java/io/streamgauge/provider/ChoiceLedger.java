package io.streamgauge.provider;

/**
 * Which choices of a stream have spoken and which have said why they ended.
 *
 * <p>Exact for choices below {@value #EXACT}; those above share one entry, since no provider gives so many.
 */
final class ChoiceLedger {
    static final int EXACT = Long.SIZE - 1;

    private long spoken;
    private long finished;

    void spoke(int choice) {
        spoken |= bit(choice);
    }

    void finished(int choice) {
        finished |= bit(choice);
    }

    /** Whether this choice has given a reason before; never for those that share an entry. */
    boolean isFinished(int choice) {
        return choice < EXACT && (finished & bit(choice)) != 0;
    }

    /** Whether a reason came from any choice. */
    boolean anyFinished() {
        return finished != 0;
    }

    /** Whether a reason came, and one for each choice that spoke. */
    boolean allFinished() {
        return finished != 0 && (spoken & ~finished) == 0;
    }

    void reset() {
        spoken = 0;
        finished = 0;
    }

    private static long bit(int choice) {
        return 1L << Math.min(choice, EXACT);
    }
}
