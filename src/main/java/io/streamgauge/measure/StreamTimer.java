package io.streamgauge.measure;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import java.util.Arrays;

/**
 * Times one stream: gives each event the stamp of the read that delivered its last byte.
 *
 * <p>The order of calls is {@link #begin}, {@link #onHead}, then for each read {@link #onRead} followed by the deltas
 * decoded from it, then {@link #end}. Deltas that only the end of the body sets free belong to the last read, which
 * brought their last byte. Stamps are nanoseconds of one monotonic clock; only differences are used, so it may wrap.
 *
 * <p>One stream at a time, one thread; reusable. Allocates nothing per event once its arrays have grown.
 */
public final class StreamTimer implements DeltaHandler {
    /** Token events whose stamps are kept one by one; those behind are counted, and their gaps are not recorded. */
    public static final int MAX_TOKEN_EVENTS = 1 << 20;

    private static final int NO_EVENT = -1;

    private final SeenToolCalls seenCalls = new SeenToolCalls();

    long planNanos;
    long sendNanos;
    /** All further times count from the send stamp. */
    long headNanos;

    long firstEventNanos;
    long firstOutputNanos;
    long terminalNanos;
    long lastTokenNanos;
    long maxStallNanos;

    long events;
    int reads;
    int readsWithEvents;
    long tokenEvents;
    long unobservableGaps;

    long outputTokens;
    boolean usageOutsideTokenEvents;

    /** For each kept token event: its stamp, the read it came in, and its tokens or 0 when unknown. */
    long[] tokenNanos = new long[64];

    int[] tokenReads = new int[64];
    int[] tokenCounts = new int[64];
    int kept;

    private long readNanos;
    private long eventsBeforeRead;
    private int lastTokenRead;

    // The event being decoded. Its token count is known only when its last delta has come.
    private long tokenEventsBefore;
    private long usageBefore;
    private boolean usageStated;
    private boolean usageStatedByLastToken;

    /**
     * Starts over for a request.
     *
     * @param planNanos when it should have been sent
     * @param sendNanos just before its first byte went to the socket
     */
    public StreamTimer begin(long planNanos, long sendNanos) {
        this.planNanos = planNanos;
        this.sendNanos = sendNanos;
        headNanos = StreamTiming.UNKNOWN;
        firstEventNanos = StreamTiming.UNKNOWN;
        firstOutputNanos = StreamTiming.UNKNOWN;
        terminalNanos = StreamTiming.UNKNOWN;
        lastTokenNanos = StreamTiming.UNKNOWN;
        maxStallNanos = StreamTiming.UNKNOWN;
        events = 0;
        reads = 0;
        readsWithEvents = 0;
        tokenEvents = 0;
        unobservableGaps = 0;
        outputTokens = TokenUsage.UNKNOWN;
        usageOutsideTokenEvents = false;
        kept = 0;
        readNanos = 0;
        eventsBeforeRead = 0;
        lastTokenRead = NO_EVENT;
        tokenEventsBefore = 0;
        usageBefore = 0;
        usageStated = false;
        usageStatedByLastToken = true;
        seenCalls.clear();
        return this;
    }

    /** The status line and headers are complete; they came with the read of this stamp. */
    public void onHead(long stampNanos) {
        headNanos = stampNanos - sendNanos;
    }

    /**
     * A read of the body returned; what is decoded from it follows.
     *
     * @param stampNanos taken by the first instruction after the read
     */
    public void onRead(long stampNanos) {
        settleEvent();
        settleRead();
        readNanos = stampNanos - sendNanos;
        reads++;
    }

    /** The body is over, after the decoder's own end: what was measured, as a value that stays as it is. */
    public StreamTiming end(long stampNanos) {
        settleEvent();
        settleRead();
        long end = terminalNanos == StreamTiming.UNKNOWN ? stampNanos - sendNanos : terminalNanos;
        return new StreamTiming(this, Math.max(end, lastTokenNanos));
    }

    @Override
    public void onEventBegin(long eventNumber) {
        settleEvent();
        events++;
        if (events == 1) {
            firstEventNanos = readNanos;
        }
    }

    @Override
    public void onText(int choice, int part, ByteSlice text) {
        output();
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice text) {
        token();
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice text) {
        output();
    }

    @Override
    public void onToolCall(ToolCallDelta call) {
        if (seenCalls.saysSomethingNew(call)) {
            output();
        }
    }

    /** Of all opaque payloads only a plan is words that the model writes for this answer. */
    @Override
    public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
        if (kind == OpaqueKind.TOOL_PLAN) {
            token();
        }
    }

    @Override
    public void onUsage(TokenUsage usage) {
        long stated = OutputTokens.of(usage);
        if (stated != TokenUsage.UNKNOWN) {
            outputTokens = stated;
            usageStated = true;
        }
    }

    @Override
    public void onTerminalEvent() {
        terminate();
    }

    @Override
    public void onError(ProviderError error) {
        terminate();
    }

    private void terminate() {
        terminalNanos = terminalNanos == StreamTiming.UNKNOWN ? readNanos : terminalNanos;
    }

    private void output() {
        token();
        firstOutputNanos = firstOutputNanos == StreamTiming.UNKNOWN ? readNanos : firstOutputNanos;
    }

    /** A generated piece: the event it stands in is a token event, however many pieces it has. */
    private void token() {
        if (tokenEvents != tokenEventsBefore) {
            return;
        }
        tokenEvents++;
        if (lastTokenRead == reads) {
            unobservableGaps++;
        } else if (lastTokenRead != NO_EVENT) {
            maxStallNanos = Math.max(maxStallNanos, readNanos - lastTokenNanos);
        }
        lastTokenRead = reads;
        lastTokenNanos = readNanos;
        keep();
    }

    private void keep() {
        if (kept == MAX_TOKEN_EVENTS) {
            return;
        }
        if (kept == tokenNanos.length) {
            tokenNanos = Arrays.copyOf(tokenNanos, kept * 2);
            tokenReads = Arrays.copyOf(tokenReads, kept * 2);
            tokenCounts = Arrays.copyOf(tokenCounts, kept * 2);
        }
        tokenNanos[kept] = readNanos;
        tokenReads[kept] = reads;
        tokenCounts[kept] = 0;
        kept++;
    }

    /** An event has had all its deltas: what its usage says about its tokens is now known. */
    private void settleEvent() {
        boolean isTokenEvent = tokenEvents != tokenEventsBefore;
        if (isTokenEvent) {
            // Only where the event before said so too, the difference is what this one brought.
            if (usageStated && usageStatedByLastToken && tokenEvents == kept && outputTokens > usageBefore) {
                tokenCounts[kept - 1] = (int) Math.min(outputTokens - usageBefore, Integer.MAX_VALUE);
            }
            usageStatedByLastToken = usageStated;
            tokenEventsBefore = tokenEvents;
        }
        if (usageStated) {
            usageOutsideTokenEvents |= !isTokenEvent;
            usageBefore = outputTokens;
            usageStated = false;
        }
    }

    private void settleRead() {
        if (events != eventsBeforeRead) {
            readsWithEvents++;
            eventsBeforeRead = events;
        }
    }
}
