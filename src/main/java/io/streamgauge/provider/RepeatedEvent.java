package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonStrings;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.event.EventShortcut;
import io.streamgauge.event.StreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an event that is the one before it with other characters: nine of ten in a steady stream.
 *
 * <p>Goals: (a) to hand out the characters of such an event without reading it as JSON; (b) that no sequence of bytes
 * leads to another sequence of deltas than it does without this class.
 *
 * <p>Facts: (1) a shape is learned from an event that was read in full and led to one piece of text or of arguments,
 * perhaps to a deviation before and counters behind it, and nothing else; (2) an event that matches the shape differs
 * from that one only in the characters and counters handed out and in values that the decoder says it does not read;
 * (3) between learning and matching no other event was read in full: one that is makes its own shape or none; (4) a
 * decoder's state after an event does not depend on the characters, but for what {@link Owner#repeated} is told.
 *
 * <p>By 1, 2 and 4 a matching event leads to the same delta as the learned one, and by 3 the decoder is still in the
 * state it was in. If one of them stops holding for a dialect, the differential test over mutated streams finds it.
 */
final class RepeatedEvent implements EventShortcut {
    /** The decoder whose work is done here. */
    interface Owner {
        /** An event was decoded; counts it. */
        void repeated(long eventNumber);

        /** A piece of a call's arguments was handed out. */
        void repeated(ToolCallDelta call);

        /** Hands out the counters that the nodes of {@code json} now hold. */
        void repeatedUsage();

        /** Whether the state allows it at all. */
        boolean mayRepeat();
    }

    private static final byte[] NOTHING = new byte[0];

    private final DeltaHandler handler;
    private final EffectRecorder recorder;
    private final Owner owner;
    private final JsonName[] ignored;

    private final ChangingFields changing;
    private final RepeatedUsage usage = new RepeatedUsage();
    private final JsonTape json;

    private final EventShape shape = new EventShape();
    private final JsonStrings strings = new JsonStrings();
    private final ByteSlice value = new ByteSlice();
    private final ByteSlice raw = new ByteSlice();
    private final ByteSlice type = new ByteSlice();
    private final ToolCallDelta toolCall = new ToolCallDelta();

    private boolean isEnabled = true;
    private boolean hasUsage;
    private @Nullable Deviation deviation;
    private EffectRecorder.Effect effect = EffectRecorder.Effect.NOTHING;
    private int choice;
    private int part;
    private ToolCallDelta.Kind kind = ToolCallDelta.Kind.FUNCTION;
    private byte[] typeBytes = NOTHING;

    // Where the block lies that the parser is about to read, so that a shape can be framed.
    private byte[] blockArray = NOTHING;
    private int blockFrom;
    private int blockTo;

    /**
     * Makes a shortcut.
     *
     * @param handler takes the deltas
     * @param json the decoder's, which holds the nodes of the event read in full last
     * @param recorder notes what the decoder hands out
     * @param ignored top-level fields whose strings and integers the decoder never reads
     */
    RepeatedEvent(DeltaHandler handler, JsonTape json, EffectRecorder recorder, Owner owner, JsonName... ignored) {
        this.json = json;
        this.handler = handler;
        this.recorder = recorder;
        this.owner = owner;
        this.ignored = ignored.clone();
        changing = new ChangingFields(firstCounter() + RepeatedUsage.MAX_NUMBERS);
    }

    @Override
    public int take(byte[] source, int from, int to, long byteOffset, long eventNumber) {
        if (shape.knowsFraming()) {
            int behind = shape.matchFramed(source, from, to);
            if (behind != EventShape.MISMATCH) {
                handOut(source, eventNumber, byteOffset);
                return behind;
            }
        }
        blockArray = source;
        blockFrom = from;
        blockTo = to;
        return from;
    }

    /** Decodes the payload of an event that was framed by the parser. Answers whether it could. */
    boolean decode(StreamEvent event) {
        ByteSlice data = event.data();
        if (!shape.isKnown()
                || event.ending() != StreamEvent.Ending.COMPLETE
                || !event.type().contentEquals(type)
                || !shape.matchPayload(data.array(), data.offset(), data.end())) {
            return false;
        }
        frame(data);
        handOut(data.array(), event.number(), event.byteOffset());
        return true;
    }

    private void handOut(byte[] source, long eventNumber, long byteOffset) {
        owner.repeated(eventNumber);
        handler.onEventBegin(eventNumber);
        if (deviation != null) {
            handler.onDeviation(deviation, eventNumber, byteOffset);
        }
        int from = shape.valueFrom();
        int to = shape.valueTo();
        if (shape.valueEscaped()) {
            strings.clear();
            strings.unescape(source, from, to, value);
        } else {
            value.wrap(source, from, to - from);
        }
        if (effect == EffectRecorder.Effect.TEXT) {
            handler.onText(choice, part, value);
        } else {
            handOutOther();
        }
        if (hasUsage) {
            usage.take(json, shape, source);
            owner.repeatedUsage();
        }
    }

    private void handOutOther() {
        switch (effect) {
            case REASONING -> handler.onReasoning(choice, part, value);
            case REFUSAL -> handler.onRefusal(choice, part, value);
            case ARGUMENTS -> {
                toolCall.begin(choice, part).kind(kind).arguments().wrap(value);
                owner.repeated(toolCall);
                handler.onToolCall(toolCall);
            }
            case TEXT, NOTHING, OTHER -> throw new IllegalStateException("a shape without a piece");
        }
    }

    /** An event is about to be read in full, or something else changes the decoder's state. */
    void forget() {
        shape.clear();
        recorder.begin();
    }

    /** An event was read in full, successfully; keeps its shape if the next may repeat it. */
    void endFullReading(StreamEvent event, NodeWriter nodes) {
        effect = recorder.effect();
        boolean isPiece = isEnabled && effect != EffectRecorder.Effect.NOTHING && effect != EffectRecorder.Effect.OTHER;
        ByteSlice data = event.data();
        ByteSlice piece = json.raw(nodes.pieceNode, raw);
        if (!isPiece
                || !owner.mayRepeat()
                || !isStringIn(data, piece)
                || !isSpelledBy(piece)
                || (recorder.usageFollows() && nodes.usageNode == JsonTape.MISSING)
                || (recorder.deviation() != null && recorder.deviationOffset() != event.byteOffset())
                || !shape.begin(data.array(), data.offset(), data.end())) {
            return;
        }
        choice = recorder.choice();
        part = recorder.part();
        kind = recorder.kind();
        keepType(event.type());
        int pieceFrom = piece.offset() - data.offset();
        shape.value(pieceFrom, pieceFrom + piece.length());
        deviation = recorder.deviation();
        ignoreWhatChanges(nodes, data);
        hasUsage = recorder.usageFollows();
        if (hasUsage) {
            usage.learn(json, nodes.usageNode, data, shape, changing, firstCounter());
        }
        frame(data);
    }

    /** Whether the string is what was handed out, and the decoder did not change it. */
    private boolean isSpelledBy(ByteSlice piece) {
        strings.clear();
        return strings.unescape(piece.array(), piece.offset(), piece.end(), value)
                .contentEquals(recorder.value());
    }

    /** Whether the piece is the whole inside of a string of the payload. */
    private static boolean isStringIn(ByteSlice data, ByteSlice piece) {
        return piece.array() == data.array()
                && piece.offset() > data.offset()
                && piece.end() < data.end()
                && piece.array()[piece.offset() - 1] == '"'
                && piece.array()[piece.end()] == '"';
    }

    /**
     * Makes holes of what nobody reads and what has changed before: what never does is compared fastest with all that
     * stands around it.
     */
    private void ignoreWhatChanges(NodeWriter nodes, ByteSlice data) {
        for (int i = 0; i < ignored.length; i++) {
            ignore(i, json.field(json.root(), ignored[i]), data);
        }
        if (changing.changes(ignored.length, shape.closingBlanks())) {
            shape.ignoredBlanks();
        }
        for (int i = 0; i < nodes.unreadCount; i++) {
            ignore(ignored.length + 1 + i, nodes.unreadNodes[i], data);
        }
    }

    private int firstCounter() {
        return ignored.length + 1 + NodeWriter.MAX_UNREAD;
    }

    private void ignore(int field, int node, ByteSlice data) {
        json.raw(node, raw);
        if (!changing.changes(field, raw)) {
            return;
        }
        int from = raw.offset() - data.offset();
        if (json.is(node, JsonKind.STRING)) {
            shape.ignoredString(from, from + raw.length());
        } else if (json.is(node, JsonKind.NUMBER)) {
            shape.ignoredNumber(from, from + raw.length());
        }
    }

    private void keepType(ByteSlice eventType) {
        if (typeBytes.length < eventType.length()) {
            typeBytes = new byte[eventType.length()];
        }
        System.arraycopy(eventType.array(), eventType.offset(), typeBytes, 0, eventType.length());
        type.wrap(typeBytes, 0, eventType.length());
    }

    /** Learns the framing of an event that lies in the block the parser asked about last, if it is the usual one. */
    private void frame(ByteSlice data) {
        boolean isInBlock = data.array() == blockArray && data.offset() >= blockFrom && data.end() <= blockTo;
        if (!isInBlock || shape.knowsFraming() || !isUsualLead(data.offset())) {
            return;
        }
        int tail = usualTail(data.end(), data.offset() == blockFrom ? 1 : 2);
        if (tail > data.end()) {
            shape.frame(blockArray, blockFrom, data.offset(), data.end(), tail);
        }
    }

    /** Nothing at all, or a data field, perhaps with an event field before it: fields that do nothing by themselves. */
    private boolean isUsualLead(int to) {
        int at = blockFrom;
        if (startsWith(at, to, "event:")) {
            while (at < to && blockArray[at] != '\n') {
                at++;
            }
            at++;
        }
        return at == to || (startsWith(at, to, "data:") && to - at <= "data: ".length());
    }

    private boolean startsWith(int at, int to, String word) {
        if (to - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (blockArray[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The position behind the line ends that close the event: two where there is a data field, one where there is none.
     */
    private int usualTail(int from, int wanted) {
        int at = from;
        for (int i = 0; i < wanted; i++) {
            at += at < blockTo && blockArray[at] == '\r' ? 1 : 0;
            if (at >= blockTo || blockArray[at] != '\n') {
                return from;
            }
            at++;
        }
        return at;
    }

    /** Learns nothing from now on. */
    void disable() {
        isEnabled = false;
        shape.clear();
    }

    /** Forgets everything; another stream begins. */
    void reset() {
        shape.clear();
        changing.beginStream();
        blockArray = NOTHING;
    }
}
