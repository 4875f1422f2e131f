package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.bytes.Utf8;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.event.ParseFailure;
import io.streamgauge.event.StreamEvent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What all decoders of JSON events share: the sentinel, heartbeats, malformed payloads, errors inside and outside the
 * framing, and how a stream ends. A dialect reads one validated event in {@link #decode}.
 */
abstract class JsonEventDecoder implements DeltaDecoder {
    private static final byte[] SENTINEL = "[DONE]".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    static final JsonName ERROR = JsonName.of("error");

    /** How far the stream has come. */
    enum Progress {
        /** Content may follow. */
        OPEN,
        /** A choice has said why it ended; usage and the end of the protocol are still to come. */
        FINISHED,
        /** The event its protocol ends with has come. */
        TERMINATED,
        /** The sentinel has come. */
        SENTINEL_SEEN,
        /** The provider reported a failure. */
        FAILED
    }

    final DeltaHandler out;
    final JsonTape json = new JsonTape();
    final DecoderCounters counters = new DecoderCounters();
    final TokenUsage usage = new TokenUsage();
    final ToolCallDelta toolCall = new ToolCallDelta();
    final SurrogateJoiner joiner = new SurrogateJoiner();
    final StreamIdentity identity = new StreamIdentity();
    final ByteSlice slice = new ByteSlice();

    private final ByteSlice model = new ByteSlice();
    private final ErrorReader errors = new ErrorReader();
    private final OutsidePayload outside = new OutsidePayload();
    private long finishedChoices;
    private boolean ended;
    private boolean terminalTold;

    Progress progress = Progress.OPEN;
    long eventNumber;
    long eventOffset;

    JsonEventDecoder(DeltaHandler out) {
        this.out = out;
    }

    /**
     * Translates one event; {@code root} is any JSON value but {@code null}, and top-level errors are dealt with by
     * {@link #inBandError}.
     */
    abstract void decode(StreamEvent event, int root);

    /**
     * Whether the protocol ends with {@code [DONE]} or an event of its own, so that a body that just stops after a
     * finish reason deviates.
     */
    abstract boolean hasProtocolEnd();

    /**
     * Whether {@code [DONE]} without a finish reason still ends a stream in order. Protocols with a terminal event of
     * their own say no.
     */
    boolean sentinelIsEnough() {
        return true;
    }

    @Override
    public final void onEvent(StreamEvent event) {
        counters.events++;
        eventNumber = event.number();
        eventOffset = event.byteOffset();
        out.onEventBegin(eventNumber);
        if (event.ending() == StreamEvent.Ending.UNTERMINATED) {
            counters.lastEventUnterminated = true;
            deviation(Deviation.UNTERMINATED_EVENT);
        }
        if (isSentinel(event.data())) {
            sentinel(event.data());
        } else if (isHeartbeat(event.data())) {
            deviation(Deviation.HEARTBEAT_AS_DATA);
            out.onPing();
        } else if (json.parse(event.data())) {
            whole(event);
        } else {
            malformed(event);
        }
        tellTerminal();
    }

    private void tellTerminal() {
        if (!terminalTold && (progress == Progress.TERMINATED || progress == Progress.SENTINEL_SEEN)) {
            terminalTold = true;
            out.onTerminalEvent();
        }
    }

    private void whole(StreamEvent event) {
        checkUtf8(event.data());
        if (!inBandError(event, json.root())) {
            if (isOver()) {
                deviation(Deviation.EVENT_AFTER_END);
            }
            decode(event, json.root());
        }
    }

    /** Whether the sentinel or the terminal event has come. */
    final boolean isOver() {
        return progress == Progress.SENTINEL_SEEN || progress == Progress.TERMINATED;
    }

    /** An unparsable event is passed over and counted; what stands at the end of a cut body is not even an event. */
    void malformed(StreamEvent event) {
        counters.unparsableEvents++;
        int at = json.errorOffset() - event.data().offset();
        out.onDeviation(Deviation.MALFORMED_JSON, eventNumber, eventOffset + Math.max(at, 0));
    }

    private void checkUtf8(ByteSlice data) {
        if (json.hasNonAscii()) {
            int bad = Utf8.firstIllFormed(data.array(), data.offset(), data.end());
            if (bad != data.end()) {
                out.onDeviation(Deviation.ILL_FORMED_UTF8, eventNumber, eventOffset + bad - data.offset());
            }
        }
    }

    private static boolean isSentinel(ByteSlice data) {
        int at = 0;
        while (at < data.length() && data.byteAt(at) == ' ') {
            at++;
        }
        if (data.length() - at < SENTINEL.length) {
            return false;
        }
        for (int i = 0; i < SENTINEL.length; i++) {
            if (data.byteAt(at + i) != SENTINEL[i]) {
                return false;
            }
        }
        return true;
    }

    private void sentinel(ByteSlice data) {
        for (int i = data.length() - 1; data.byteAt(i) != ']'; i--) {
            if (data.byteAt(i) != ' ') {
                deviation(Deviation.SENTINEL_WITH_TRAILER);
                break;
            }
        }
        counters.sentinelSeen = true;
        if (progress != Progress.FAILED) {
            progress = Progress.SENTINEL_SEEN;
        }
    }

    private static boolean isHeartbeat(ByteSlice data) {
        int at = 0;
        while (at < data.length() && data.byteAt(at) == ' ') {
            at++;
        }
        return at == data.length() || data.byteAt(at) == ':' || data.contentEquals(NULL);
    }

    /**
     * Reports a top-level {@code error} that is present and not null.
     *
     * @return whether the event is nothing but that error, so that there is nothing left to decode
     */
    boolean inBandError(StreamEvent event, int root) {
        int error = json.field(root, ERROR);
        if (!json.isPresent(error)) {
            return false;
        }
        error(error);
        return true;
    }

    /**
     * Reports a failure; one that comes behind the end of the protocol, or that says again what was said, changes
     * nothing any more.
     */
    final void error(int node) {
        if (isOver()) {
            deviation(Deviation.EVENT_AFTER_END);
        } else if (progress != Progress.FAILED) {
            progress = Progress.FAILED;
            out.onError(errors.read(json, node));
        }
    }

    @Override
    public final void onIgnoredLine(ByteSlice line, long byteOffset) {
        @Nullable ByteSlice payload = outside.line(line);
        if (payload != null) {
            outsidePayload(payload, byteOffset);
        }
    }

    private void outsidePayload(ByteSlice payload, long byteOffset) {
        if (json.parse(payload)) {
            out.onDeviation(Deviation.PAYLOAD_OUTSIDE_FRAMING, counters.events, byteOffset);
            error(ErrorReader.unwrap(json));
        }
    }

    @Override
    public final void onComment(ByteSlice text) {
        counters.comments++;
        out.onPing();
    }

    @Override
    public final void onFailure(ParseFailure failure) {
        counters.failure = failure;
    }

    @Override
    public final DecoderCounters counters() {
        return counters;
    }

    @Override
    public final void end() {
        if (ended) {
            return;
        }
        ended = true;
        @Nullable ByteSlice payload = outside.rest();
        if (payload != null) {
            outsidePayload(payload, 0);
        }
        flush();
        out.onEnd(endReason());
    }

    /** Hands out what a dialect still holds back, before the end is told. */
    void flush() {
        joiner.flush((channel, choice, part, text) -> {
            switch (channel) {
                case TEXT -> out.onText(choice, part, text);
                case REASONING -> out.onReasoning(choice, part, text);
                case REFUSAL -> out.onRefusal(choice, part, text);
                case TOOL_ARGUMENTS -> {
                    toolCall.begin(choice, part).arguments().wrap(text);
                    out.onToolCall(toolCall);
                }
            }
        });
    }

    private EndReason endReason() {
        if (counters.failure != null && progress == Progress.OPEN) {
            return EndReason.TRUNCATED;
        }
        return switch (progress) {
            case FAILED -> EndReason.ERROR;
            case SENTINEL_SEEN -> {
                if (finishedChoices == 0) {
                    deviation(Deviation.MISSING_FINISH);
                }
                yield finishedChoices != 0 || sentinelIsEnough() ? EndReason.SENTINEL : EndReason.TRUNCATED;
            }
            case TERMINATED -> EndReason.TERMINAL_EVENT;
            case FINISHED -> {
                if (hasProtocolEnd()) {
                    deviation(Deviation.MISSING_END);
                }
                yield EndReason.EOF_AFTER_FINISH;
            }
            case OPEN -> EndReason.TRUNCATED;
        };
    }

    @Override
    public void reset() {
        counters.clear();
        usage.clear();
        joiner.reset();
        identity.reset();
        outside.reset();
        finishedChoices = 0;
        progress = Progress.OPEN;
        ended = false;
        terminalTold = false;
    }

    /**
     * Tells the stream's id and model as soon as each is known. Costs nothing once both are, if the caller asks
     * {@link #identity} first.
     */
    final void start(int idNode, int modelNode) {
        if (identity.learn(json.string(idNode, slice), json.string(modelNode, model))) {
            out.onStart(identity.id(), identity.model());
        }
    }

    /** A token counter; {@link TokenUsage#UNKNOWN} when it is null, absent or no count. */
    final long tokens(int node) {
        return Math.max(json.longValue(node, TokenUsage.UNKNOWN), TokenUsage.UNKNOWN);
    }

    /** Says why a choice ended, and notices when it is said twice. */
    final void finish(int choice, FinishReason reason, ByteSlice raw) {
        long bit = 1L << Math.min(choice, Long.SIZE - 1);
        if ((finishedChoices & bit) != 0 && choice < Long.SIZE) {
            deviation(Deviation.REPEATED_FINISH);
        }
        finishedChoices |= bit;
        if (progress == Progress.OPEN) {
            progress = Progress.FINISHED;
        }
        out.onFinish(choice, reason, raw);
    }

    final void text(int choice, int part, int node) {
        joiner.join(json, node, SurrogateJoiner.Channel.TEXT, choice, part, slice);
        if (!slice.isEmpty()) {
            out.onText(choice, part, slice);
        }
    }

    final void reasoning(int choice, int part, int node) {
        joiner.join(json, node, SurrogateJoiner.Channel.REASONING, choice, part, slice);
        if (!slice.isEmpty()) {
            out.onReasoning(choice, part, slice);
        }
    }

    final void refusal(int choice, int part, int node) {
        joiner.join(json, node, SurrogateJoiner.Channel.REFUSAL, choice, part, slice);
        if (!slice.isEmpty()) {
            out.onRefusal(choice, part, slice);
        }
    }

    /** Hands out a payload as it stands on the wire, unless it is absent, null or an empty string. */
    final void opaque(io.streamgauge.delta.OpaqueKind kind, int choice, int part, int node) {
        if (json.isPresent(node)) {
            if (json.is(node, JsonKind.STRING)) {
                json.string(node, slice);
            } else {
                json.raw(node, slice);
            }
            if (!slice.isEmpty()) {
                out.onOpaque(kind, choice, part, slice);
            }
        }
    }

    final void deviation(Deviation deviation) {
        out.onDeviation(deviation, eventNumber, eventOffset);
    }

    final void unknownEvent() {
        counters.unknownEvents++;
        deviation(Deviation.UNKNOWN_EVENT);
    }
}
