package io.streamgauge.measure;

import io.streamgauge.delta.TokenUsage;
import java.util.Arrays;

/**
 * What was measured on one stream. Every duration is in nanoseconds and {@link #UNKNOWN} when the stream never came
 * that far. Immutable.
 *
 * <p>Durations count from the send stamp; their plan-based twins count from when the request should have been sent, so
 * that a client that falls behind cannot hide it.
 */
public final class StreamTiming {
    /** The value of a duration that the stream has not got. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private final long planNanos;
    private final long sendNanos;
    private final long headNanos;
    private final long firstEventNanos;
    private final long firstOutputNanos;
    private final long lastTokenNanos;
    private final long closeNanos;
    private final long maxStallNanos;

    private final long events;
    private final int reads;
    private final int readsWithEvents;
    private final long tokenEvents;
    private final long unobservableGaps;
    private final long outputTokens;
    private final TokenSource tokenSource;

    private final long[] tokenNanos;
    private final int[] tokenReads;
    private final int[] tokenCounts;

    StreamTiming(StreamTimer timer, long closeNanos) {
        planNanos = timer.planNanos;
        sendNanos = timer.sendNanos;
        headNanos = timer.headNanos;
        firstEventNanos = timer.firstEventNanos;
        firstOutputNanos = timer.firstOutputNanos;
        lastTokenNanos = timer.lastTokenNanos;
        this.closeNanos = closeNanos;
        maxStallNanos = timer.maxStallNanos;
        events = timer.events;
        reads = timer.reads;
        readsWithEvents = timer.readsWithEvents;
        tokenEvents = timer.tokenEvents;
        unobservableGaps = timer.unobservableGaps;
        outputTokens = timer.outputTokens;
        tokenSource = sourceOf(timer);
        tokenNanos = Arrays.copyOf(timer.tokenNanos, timer.kept);
        tokenReads = Arrays.copyOf(timer.tokenReads, timer.kept);
        tokenCounts = Arrays.copyOf(timer.tokenCounts, timer.kept);
    }

    private static TokenSource sourceOf(StreamTimer timer) {
        if (timer.outputTokens == TokenUsage.UNKNOWN) {
            return TokenSource.UNKNOWN;
        }
        return timer.usageOutsideTokenEvents ? TokenSource.PROVIDER_USAGE : TokenSource.CONTINUOUS_USAGE;
    }

    /** When the request should have been sent, as a clock's stamp. */
    public long planNanos() {
        return planNanos;
    }

    /** When the request was sent, as a clock's stamp. */
    public long sendNanos() {
        return sendNanos;
    }

    /** How late the request was sent. */
    public long scheduleLagNanos() {
        return sendNanos - planNanos;
    }

    /** Time to first byte: until status line and headers were complete. */
    public long ttfbNanos() {
        return headNanos;
    }

    /** Time to first event of any kind, a role-only chunk included. */
    public long ttfeNanos() {
        return firstEventNanos;
    }

    /** Time to first token event of any kind. */
    public long ttftNanos() {
        return tokenNanos.length == 0 ? UNKNOWN : tokenNanos[0];
    }

    /** Time to first output: to the first token event with text, refusal or tool call, reasoning passed over. */
    public long ttfoNanos() {
        return firstOutputNanos;
    }

    /** Time from the first token event to the second; unknown also when both came in one read. */
    public long ttstNanos() {
        return tokenNanos.length > 1 && isGapObservable(1) ? gapNanos(1) : UNKNOWN;
    }

    /** Time to the last token event: the end of the content. */
    public long e2eNanos() {
        return lastTokenNanos;
    }

    /** Time to the terminal event, or to the end of the body where the protocol has none, or to the failure. */
    public long closeNanos() {
        return closeNanos;
    }

    /** What usage, sentinel and the end of the body take behind the content. */
    public long tailNanos() {
        return lastTokenNanos == UNKNOWN ? UNKNOWN : closeNanos - lastTokenNanos;
    }

    /** The largest chunk gap that could be observed. */
    public long maxStallNanos() {
        return maxStallNanos;
    }

    /**
     * Time per output token: from the first to the last token event, over the tokens behind the first event. Unknown
     * when the number of tokens is, or when no token is left to divide by.
     */
    public long tpotNanos() {
        if (tokenNanos.length == 0 || outputTokens == TokenUsage.UNKNOWN) {
            return UNKNOWN;
        }
        long divisor = outputTokens - Math.max(tokenCounts[0], 1);
        return divisor > 0 ? (lastTokenNanos - tokenNanos[0]) / divisor : UNKNOWN;
    }

    /** {@link #ttftNanos()} from when the request should have been sent. */
    public long ttftPlanNanos() {
        return fromPlan(ttftNanos());
    }

    /** {@link #ttfoNanos()} from when the request should have been sent. */
    public long ttfoPlanNanos() {
        return fromPlan(ttfoNanos());
    }

    /** {@link #e2eNanos()} from when the request should have been sent. */
    public long e2ePlanNanos() {
        return fromPlan(e2eNanos());
    }

    private long fromPlan(long nanos) {
        return nanos == UNKNOWN ? UNKNOWN : nanos + scheduleLagNanos();
    }

    /** Events of any kind, comments not counted. */
    public long events() {
        return events;
    }

    /** Reads that brought bytes of the body. */
    public int reads() {
        return reads;
    }

    /** Reads that completed at least one event. */
    public int readsWithEvents() {
        return readsWithEvents;
    }

    /** Events that carried generated content. */
    public long tokenEvents() {
        return tokenEvents;
    }

    /** Gaps between token events that came in one read. */
    public long unobservableGaps() {
        return unobservableGaps;
    }

    /** Generated tokens, reasoning included, or {@link TokenUsage#UNKNOWN}. */
    public long outputTokens() {
        return outputTokens;
    }

    /** Who said how many tokens there were. */
    public TokenSource tokenSource() {
        return tokenSource;
    }

    /** Token events whose stamps are kept: all of them, up to {@link StreamTimer#MAX_TOKEN_EVENTS}. */
    public int keptTokenEvents() {
        return tokenNanos.length;
    }

    /** When kept token event {@code k} came, since the send stamp. */
    public long tokenNanos(int k) {
        return tokenNanos[k];
    }

    /** How many tokens kept token event {@code k} brought; 0 when unknown, which is the rule. */
    public int tokenCount(int k) {
        return tokenCounts[k];
    }

    /** The chunk gap that ends with kept token event {@code k}, from 1. */
    public long gapNanos(int k) {
        return tokenNanos[k] - tokenNanos[k - 1];
    }

    /** Whether the events around that gap came in different reads. */
    public boolean isGapObservable(int k) {
        return tokenReads[k] != tokenReads[k - 1];
    }

    /** How many observable gaps are longer than {@code thresholdNanos}. */
    public int stallsOver(long thresholdNanos) {
        int stalls = 0;
        for (int k = 1; k < tokenNanos.length; k++) {
            if (gapNanos(k) > thresholdNanos) {
                stalls++;
            }
        }
        return stalls;
    }
}
