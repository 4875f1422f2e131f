package io.streamgauge.load;

import io.streamgauge.delta.TokenUsage;
import io.streamgauge.measure.Slo;
import io.streamgauge.measure.StreamTiming;

/**
 * What happened within the measured window, whatever phase a request belonged to; and how many of those planned in it
 * were sent and good. One thread; those of several are added up.
 */
final class WindowTotals {
    private final long fromNanos;
    private final long toNanos;

    long planned;
    long sent;
    long ended;
    long good;
    long ungood;
    long tokenEvents;
    double tokens;
    boolean isTokensSpread;
    boolean isTokensUnknown;
    long lastEndNanos;

    /** A window that ends at {@code toNanos}, or with the last stream when it is not known yet. */
    WindowTotals(long fromNanos, long toNanos) {
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
        lastEndNanos = fromNanos;
    }

    private boolean holds(long nanos) {
        return nanos - fromNanos >= 0 && nanos - toNanos < 0;
    }

    void addSend(long nanos) {
        sent += holds(nanos) ? 1 : 0;
    }

    void addEnd(StreamTiming timing) {
        long end = timing.sendNanos() + timing.closeNanos();
        ended += holds(end) ? 1 : 0;
        lastEndNanos = end - lastEndNanos > 0 ? end : lastEndNanos;
        TokenSpread spread = new TokenSpread(timing);
        for (int k = 0; k < timing.keptTokenEvents(); k++) {
            if (holds(timing.sendNanos() + timing.tokenNanos(k))) {
                tokenEvents++;
                tokens += spread.tokens(k);
            }
        }
        isTokensSpread |= spread.isSpread();
        isTokensUnknown |= timing.outputTokens() == TokenUsage.UNKNOWN;
    }

    /** A stream planned within the window came to its end. */
    void addGoodOrNot(StreamTiming timing, Slo slo) {
        if (slo.isMetBy(timing)) {
            good++;
        } else {
            ungood++;
        }
    }

    void add(WindowTotals other) {
        planned += other.planned;
        sent += other.sent;
        ended += other.ended;
        good += other.good;
        ungood += other.ungood;
        tokenEvents += other.tokenEvents;
        tokens += other.tokens;
        isTokensSpread |= other.isTokensSpread;
        isTokensUnknown |= other.isTokensUnknown;
        lastEndNanos = other.lastEndNanos - lastEndNanos > 0 ? other.lastEndNanos : lastEndNanos;
    }

    /** When the window ended; one that was counted in requests ends with the last of them. */
    long endNanos(boolean isTime) {
        return isTime ? toNanos : lastEndNanos;
    }

    /** The window's length. */
    double seconds(boolean isTime) {
        return (endNanos(isTime) - fromNanos) / 1e9;
    }
}
