package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;

/**
 * Hands out nodes of a JSON event as deltas. A node that is missing, of another kind or empty is passed over, so that a
 * dialect may ask for every field it knows without looking first.
 */
abstract class NodeWriter {
    final DeltaHandler out;
    final JsonTape json = new JsonTape();
    final TokenUsage usage = new TokenUsage();
    final ToolCallDelta toolCall = new ToolCallDelta();

    /** For whatever is read and used at once. */
    final ByteSlice slice = new ByteSlice();

    final StreamIdentity identity = new StreamIdentity();
    final SurrogateJoiner joiner = new SurrogateJoiner();

    static final int MAX_UNREAD = 4;

    private final SurrogateJoiner.Remainder remainder = this::half;
    private final ByteSlice model = new ByteSlice();

    long eventNumber;
    long eventOffset;

    /** Counts what was handed out of text, reasoning, refusals and tool calls, and was not empty. */
    long pieces;

    /** The string of the last piece of text, reasoning, refusal or arguments that was handed out. */
    int pieceNode = JsonTape.MISSING;

    /** Strings of this event that were passed over, and would be whatever they said. */
    final int[] unreadNodes = new int[MAX_UNREAD];

    int unreadCount;

    /** The object whose counters were handed out last, if the decoder can do so again. */
    int usageNode = JsonTape.MISSING;

    NodeWriter(DeltaHandler out) {
        this.out = out;
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

    /** Tells the counters if the node is a usage object at all and anything is known; answers whether it did. */
    final boolean tellUsage(int node) {
        boolean isTold = json.is(node, JsonKind.OBJECT) && usage.isKnown();
        if (isTold) {
            out.onUsage(usage);
        }
        return isTold;
    }

    /** A token counter; {@link TokenUsage#UNKNOWN} when it is null, absent or no count. */
    final long tokens(int node) {
        return Math.max(json.longValue(node, TokenUsage.UNKNOWN), TokenUsage.UNKNOWN);
    }

    /** Tells that a string, if it is one, is passed over because another place says the same. */
    final void unread(int node) {
        if (unreadCount < MAX_UNREAD && json.is(node, JsonKind.STRING)) {
            unreadNodes[unreadCount++] = node;
        }
    }

    private void piece(int node) {
        pieces++;
        pieceNode = node;
    }

    final void text(int choice, int part, int node) {
        if (node == JsonTape.MISSING) {
            return;
        }
        joiner.join(json, node, SurrogateJoiner.Channel.TEXT, choice, part, slice);
        if (!slice.isEmpty()) {
            piece(node);
            out.onText(choice, part, slice);
        }
    }

    final void reasoning(int choice, int part, int node) {
        if (node == JsonTape.MISSING) {
            return;
        }
        joiner.join(json, node, SurrogateJoiner.Channel.REASONING, choice, part, slice);
        if (!slice.isEmpty()) {
            piece(node);
            out.onReasoning(choice, part, slice);
        }
    }

    final void refusal(int choice, int part, int node) {
        if (node == JsonTape.MISSING) {
            return;
        }
        joiner.join(json, node, SurrogateJoiner.Channel.REFUSAL, choice, part, slice);
        if (!slice.isEmpty()) {
            piece(node);
            out.onRefusal(choice, part, slice);
        }
    }

    /** Hands out a piece of what the model says it will do with its tools. */
    final void toolPlan(int node) {
        joiner.join(json, node, SurrogateJoiner.Channel.TOOL_PLAN, 0, 0, slice);
        if (!slice.isEmpty()) {
            pieces++;
            out.onOpaque(OpaqueKind.TOOL_PLAN, 0, 0, slice);
        }
    }

    /** Reads the arguments of {@link #toolCall} from a string that is a piece of them, or from the whole object. */
    final void arguments(int node) {
        pieceNode = node;
        if (json.is(node, JsonKind.STRING)) {
            joiner.join(
                    json,
                    node,
                    SurrogateJoiner.Channel.TOOL_ARGUMENTS,
                    toolCall.choice(),
                    toolCall.index(),
                    toolCall.arguments());
        } else if (json.isPresent(node)) {
            deviation(Deviation.TOOL_ARGUMENTS_AS_OBJECT);
            json.raw(node, toolCall.form(ToolCallDelta.Form.WHOLE).arguments());
        }
    }

    /** Hands out {@link #toolCall}. */
    final void toolCall() {
        pieces += toolCall.name().isEmpty() && toolCall.arguments().isEmpty() ? 0 : 1;
        out.onToolCall(toolCall);
    }

    /** Hands out each element of an array by itself. */
    final void opaqueElements(OpaqueKind kind, int choice, int array) {
        for (int node = json.first(array); node != JsonTape.MISSING; node = json.next(array, node)) {
            opaque(kind, choice, 0, node);
        }
    }

    /** Hands out a payload as it stands on the wire, unless it is absent, null or an empty string. */
    final void opaque(OpaqueKind kind, int choice, int part, int node) {
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

    /** Hands out the halves of characters that are still held back; the stream is over. */
    final void flushHalves() {
        joiner.flush(remainder);
    }

    private void half(SurrogateJoiner.Channel channel, int choice, int part, ByteSlice text) {
        switch (channel) {
            case TEXT -> out.onText(choice, part, text);
            case REASONING -> out.onReasoning(choice, part, text);
            case REFUSAL -> out.onRefusal(choice, part, text);
            case TOOL_PLAN -> out.onOpaque(OpaqueKind.TOOL_PLAN, choice, part, text);
            case TOOL_ARGUMENTS -> {
                toolCall.begin(choice, part).arguments().wrap(text);
                out.onToolCall(toolCall);
            }
        }
    }

    final void resetWriter() {
        usage.clear();
        joiner.reset();
        identity.reset();
    }
}
