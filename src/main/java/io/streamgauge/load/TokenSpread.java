package io.streamgauge.load;

import io.streamgauge.delta.TokenUsage;
import io.streamgauge.measure.StreamTiming;

/** Gives each token event of a stream its tokens, for rates over time. */
final class TokenSpread {
    private final StreamTiming timing;
    private final double tokensOfUnknown;

    /** What events say of themselves counts; the rest of the stream's tokens is spread evenly over the other events. */
    TokenSpread(StreamTiming timing) {
        this.timing = timing;
        long known = 0;
        long silent = timing.tokenEvents() - timing.keptTokenEvents();
        for (int k = 0; k < timing.keptTokenEvents(); k++) {
            known += timing.tokenCount(k);
            silent += timing.tokenCount(k) == 0 ? 1 : 0;
        }
        long rest = timing.outputTokens() == TokenUsage.UNKNOWN ? 0 : Math.max(0, timing.outputTokens() - known);
        tokensOfUnknown = silent == 0 ? 0 : (double) rest / silent;
    }

    /** The tokens of kept token event {@code k}; 0 when the stream never told any. */
    double tokens(int k) {
        return timing.tokenCount(k) > 0 ? timing.tokenCount(k) : tokensOfUnknown;
    }

    /** Whether some event's tokens are a share of the stream's and not its own statement. */
    boolean isSpread() {
        return tokensOfUnknown > 0;
    }
}
