package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.event.EventShortcut;
import io.streamgauge.event.ParseFailure;
import io.streamgauge.event.StreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * What all decoders of JSON events share: the sentinel, heartbeats, malformed payloads, errors inside and outside the
 * framing, and how a stream ends. A dialect reads one validated event in {@link #decode}.
 */
abstract class JsonEventDecoder extends NodeWriter implements DeltaDecoder, RepeatedEvent.Owner {
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

    final DecoderCounters counters = new DecoderCounters();
    final ChoiceLedger choices = new ChoiceLedger();

    private final ErrorReader errors = new ErrorReader();
    private final OutsidePayload outside = new OutsidePayload();
    private final ForeignPage page = new ForeignPage();
    private boolean ended;
    private boolean terminalTold;

    Progress progress = Progress.OPEN;

    private final RepeatedEvent repeated;

    /**
     * Makes a decoder.
     *
     * @param ignored top-level fields whose strings and integers the dialect never reads, and which differ from event
     *     to event
     */
    JsonEventDecoder(DeltaHandler handler, JsonName... ignored) {
        this(handler, new EffectRecorder(handler), ignored);
    }

    private JsonEventDecoder(DeltaHandler handler, EffectRecorder recorder, JsonName... ignored) {
        super(recorder);
        repeated = new RepeatedEvent(handler, json, recorder, this, ignored);
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

    /** Has every event read in full, for tests that compare. */
    final void readInFull() {
        repeated.disable();
    }

    @Override
    public final EventShortcut shortcut() {
        return repeated;
    }

    @Override
    public final void repeated(long number) {
        counters.events++;
        eventNumber = number;
    }

    @Override
    public void repeated(ToolCallDelta call) {}

    @Override
    public final void repeatedUsage() {
        usageAgain(usageNode);
    }

    /** Hands out the counters of {@link #usageNode} once more; a dialect that sets it must be able to. */
    void usageAgain(int node) {
        throw new IllegalStateException("no counters to repeat");
    }

    @Override
    public final boolean mayRepeat() {
        return progress == Progress.OPEN && joiner.isIdle();
    }

    @Override
    public final void onEvent(StreamEvent event) {
        if (repeated.decode(event)) {
            return;
        }
        repeated.forget();
        counters.events++;
        eventNumber = event.number();
        eventOffset = event.byteOffset();
        out.onEventBegin(eventNumber);
        if (event.ending() == StreamEvent.Ending.UNTERMINATED) {
            counters.lastEventUnterminated = true;
            deviation(Deviation.UNTERMINATED_EVENT);
        }
        if (BareData.isSentinel(event.data())) {
            sentinel(event.data());
        } else if (BareData.isHeartbeat(event.data())) {
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
        if (!terminalTold && isOver()) {
            terminalTold = true;
            out.onTerminalEvent();
        }
    }

    private void whole(StreamEvent event) {
        checkUtf8(event.data());
        if (json.hasNonFinite()) {
            deviation(Deviation.NON_FINITE_NUMBER);
        }
        if (!inBandError(event, json.root())) {
            if (isOver()) {
                deviation(Deviation.EVENT_AFTER_END);
            }
            pieceNode = JsonTape.MISSING;
            usageNode = JsonTape.MISSING;
            unreadCount = 0;
            decode(event, json.root());
            repeated.endFullReading(event, this);
        }
    }

    /** The event that the protocol ends with has come; behind a failure it ends nothing in order. */
    final void terminated() {
        if (progress != Progress.FAILED) {
            progress = Progress.TERMINATED;
        }
    }

    /** Whether the sentinel or the terminal event has come. */
    final boolean isOver() {
        return progress == Progress.SENTINEL_SEEN || progress == Progress.TERMINATED;
    }

    /**
     * An unparsable event is passed over and counted. What stands at the end of a cut body is not even an event, and an
     * event that is called an error is one, whatever its words.
     */
    void malformed(StreamEvent event) {
        counters.unparsableEvents++;
        int at = json.errorOffset() - event.data().offset();
        out.onDeviation(Deviation.MALFORMED_JSON, eventNumber, eventOffset + Math.max(at, 0));
        if (event.ending() == StreamEvent.Ending.COMPLETE) {
            page.line(event.data());
            if (ERROR.matches(event.type())) {
                fail(errors.readText(event.data()));
            }
        }
    }

    private void checkUtf8(ByteSlice data) {
        int bad = json.illFormedOffset();
        if (bad >= 0) {
            out.onDeviation(Deviation.ILL_FORMED_UTF8, eventNumber, eventOffset + bad - data.offset());
        }
    }

    private void sentinel(ByteSlice data) {
        if (BareData.hasTrailer(data)) {
            deviation(Deviation.SENTINEL_WITH_TRAILER);
        }
        counters.sentinelSeen = true;
        if (progress != Progress.FAILED) {
            progress = Progress.SENTINEL_SEEN;
        }
    }

    /**
     * Reports a top-level {@code error} that says something, and any event that is called an error.
     *
     * @return whether the event is nothing but that error, so that there is nothing left to decode
     */
    boolean inBandError(StreamEvent event, int root) {
        return failed(event, root, json.field(root, ERROR));
    }

    /** Reports a failure if the error of an event says something or the event is called one. */
    final boolean failed(StreamEvent event, int root, int error) {
        if (saysSomething(error)) {
            error(error);
            return true;
        }
        if (ERROR.matches(event.type())) {
            error(root);
            return true;
        }
        return false;
    }

    /** Some servers write {@code "error": null}, or an empty one, in every event. */
    final boolean saysSomething(int error) {
        return switch (json.kind(error)) {
            case MISSING, NULL, FALSE -> false;
            case OBJECT, ARRAY -> json.isFilled(error);
            case STRING -> !json.string(error, slice).isEmpty();
            case NUMBER, TRUE -> true;
        };
    }

    /**
     * Reports a failure; one that comes behind the end of the protocol, or that says again what was said, changes
     * nothing any more.
     */
    final void error(int node) {
        fail(errors.read(json, node));
    }

    /** Reports a failure of which the provider says nothing but a word. */
    final void failedWith(int word) {
        fail(errors.readWord(json, word));
    }

    /** Gives the stream up for a reason of our own: to go on would mix what does not belong together. */
    final void giveUp(ByteSlice reason, int node) {
        fail(errors.explain(reason, json, node));
    }

    private void fail(ProviderError error) {
        repeated.forget();
        if (isOver()) {
            deviation(Deviation.EVENT_AFTER_END);
        } else if (progress != Progress.FAILED) {
            progress = Progress.FAILED;
            out.onError(error);
        }
    }

    @Override
    public final void onIgnoredLine(ByteSlice line, long byteOffset) {
        @Nullable ByteSlice payload = outside.line(line, byteOffset);
        if (payload != null) {
            outsidePayload(payload);
        } else {
            page.line(line);
        }
    }

    private void outsidePayload(ByteSlice payload) {
        repeated.forget();
        if (json.parse(payload)) {
            out.onDeviation(Deviation.PAYLOAD_OUTSIDE_FRAMING, counters.events, outside.offset());
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
            outsidePayload(payload);
        }
        if (progress == Progress.OPEN && counters.events == counters.unparsableEvents && !page.isEmpty()) {
            fail(errors.readPage(page.beginning()));
        }
        flushHalves();
        out.onEnd(endReason());
    }

    private EndReason endReason() {
        if (counters.failure != null && progress == Progress.OPEN) {
            return EndReason.TRUNCATED;
        }
        return switch (progress) {
            case FAILED -> EndReason.ERROR;
            case SENTINEL_SEEN -> {
                if (!choices.allFinished()) {
                    deviation(Deviation.MISSING_FINISH);
                }
                yield choices.anyFinished() || sentinelIsEnough() ? EndReason.SENTINEL : EndReason.TRUNCATED;
            }
            case TERMINATED -> EndReason.TERMINAL_EVENT;
            case FINISHED -> {
                if (!choices.allFinished()) {
                    yield EndReason.TRUNCATED;
                }
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
        repeated.reset();
        resetWriter();
        outside.reset();
        page.reset();
        choices.reset();
        progress = Progress.OPEN;
        ended = false;
        terminalTold = false;
    }

    /** Says why a choice ended, and notices when it is said twice. */
    final void finish(int choice, FinishReason reason, ByteSlice raw) {
        if (choices.isFinished(choice)) {
            deviation(Deviation.REPEATED_FINISH);
        }
        choices.finished(choice);
        if (progress == Progress.OPEN) {
            progress = Progress.FINISHED;
        }
        out.onFinish(choice, reason, raw);
    }

    final void unknownEvent() {
        counters.unknownEvents++;
        deviation(Deviation.UNKNOWN_EVENT);
    }
}
