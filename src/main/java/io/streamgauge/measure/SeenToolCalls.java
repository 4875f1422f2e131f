package io.streamgauge.measure;

import io.streamgauge.delta.ToolCallDelta;

/** Tells a piece of a tool call from the provider's repetition of the whole call at its end. */
final class SeenToolCalls {
    /** One bit per call; calls whose bits coincide (beyond 64 in one answer) are taken for one. */
    private long seen;

    /** Whether {@code call} carries a non-empty name or argument piece that was not said before. */
    boolean saysSomethingNew(ToolCallDelta call) {
        boolean named = !call.name().isEmpty();
        boolean says = switch (call.form()) {
            case FRAGMENT -> named || !call.arguments().isEmpty();
            case FALLBACK -> named;
            case WHOLE -> (named || !call.arguments().isEmpty()) && !isSeen(call);
        };
        if (says && call.index() != ToolCallDelta.NO_INDEX) {
            seen |= bit(call);
        }
        return says;
    }

    private boolean isSeen(ToolCallDelta call) {
        return call.index() != ToolCallDelta.NO_INDEX && (seen & bit(call)) != 0;
    }

    private static long bit(ToolCallDelta call) {
        return 1L << (call.index() + 31 * call.choice()); // a shift counts modulo 64
    }

    void clear() {
        seen = 0;
    }
}
