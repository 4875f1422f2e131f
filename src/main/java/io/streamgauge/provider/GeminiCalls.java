package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.ToolCallDelta;

/**
 * The calls of one Gemini candidate. They are numbered as they come, since many have no id and parallel ones share
 * their name; only a call with an id that was seen before is the same call once more, and says nothing then.
 *
 * <p>Arguments come whole or, on Vertex, as values of JSON paths. Those are handed out as fragments of the JSON text
 * they make; should they not come in the order of that text, the fragments stop and the whole text replaces them at the
 * end. The empty call that ends streamed arguments is forgotten at times; then the next call or the finish ends them.
 */
final class GeminiCalls {
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName NAME = JsonName.of("name");
    private static final JsonName ARGS = JsonName.of("args");
    private static final JsonName PARTIAL_ARGS = JsonName.of("partialArgs");
    private static final JsonName WILL_CONTINUE = JsonName.of("willContinue");

    private final JsonEventDecoder decoder;
    private final JsonTape json;
    private final int choice;
    private final SeenIds ids = new SeenIds();
    private final StreamedArguments streamed = new StreamedArguments();
    private final ByteSlice word = new ByteSlice();
    private int count;
    private boolean isStreaming;

    GeminiCalls(JsonEventDecoder decoder, int choice) {
        this.decoder = decoder;
        this.json = decoder.json;
        this.choice = choice;
    }

    /** The index of the call that came last. */
    int latest() {
        return Math.max(count - 1, 0);
    }

    /** Hands out a call that the provider ran itself. */
    void serverCall(int node, JsonName nameField, ByteSlice defaultName, int arguments) {
        ToolCallDelta call = decoder.toolCall.begin(choice, count++).kind(ToolCallDelta.Kind.SERVER);
        json.string(json.field(node, ID), call.id());
        if (json.string(json.field(node, nameField), call.name()).isEmpty()) {
            call.name().wrap(defaultName);
        }
        readArguments(arguments, call);
        decoder.toolCall();
        decoder.out.onToolCallEnd(choice, latest());
    }

    void functionCall(int node) {
        boolean isNamed = !json.string(json.field(node, NAME), word).isEmpty();
        if (isNamed && !begin(node)) {
            return;
        }
        int pieces = json.field(node, PARTIAL_ARGS);
        if (!isNamed && !isStreaming && json.first(pieces) != JsonTape.MISSING) {
            decoder.deviation(Deviation.UNANNOUNCED_BLOCK);
            startStreaming();
            count++;
        }
        if (isStreaming) {
            hand(streamed.add(json, pieces), ToolCallDelta.Form.FRAGMENT);
            if (!json.is(json.field(node, WILL_CONTINUE), JsonKind.TRUE)) {
                endStreamed();
            }
        }
    }

    /** Begins a call that is named. Answers whether pieces of its arguments are to be read. */
    private boolean begin(int node) {
        if (ids.isKnown(json.string(json.field(node, ID), word))) {
            return isStreaming && ids.isLatest(word);
        }
        finishStreamed();
        ids.add(word);
        ToolCallDelta call = decoder.toolCall.begin(choice, count++);
        call.id().wrap(word);
        json.string(json.field(node, NAME), call.name());
        readArguments(json.field(node, ARGS), call);
        decoder.toolCall();
        boolean isWhole = !json.is(json.field(node, WILL_CONTINUE), JsonKind.TRUE)
                && json.first(json.field(node, PARTIAL_ARGS)) == JsonTape.MISSING;
        if (isWhole) {
            decoder.out.onToolCallEnd(choice, latest());
        } else {
            startStreaming();
        }
        return !isWhole;
    }

    private void readArguments(int args, ToolCallDelta call) {
        if (json.is(args, JsonKind.STRING)) {
            json.string(args, call.form(ToolCallDelta.Form.WHOLE).arguments());
        } else if (json.isPresent(args)) {
            json.raw(args, call.form(ToolCallDelta.Form.WHOLE).arguments());
        }
    }

    private void startStreaming() {
        isStreaming = true;
        streamed.begin();
    }

    /** Ends streamed arguments that the server forgot to end. */
    void finishStreamed() {
        if (isStreaming) {
            decoder.deviation(Deviation.UNCLOSED_BLOCK);
            endStreamed();
        }
    }

    /** A call whose arguments grew beyond all bounds is never said to have all of them. */
    private void endStreamed() {
        isStreaming = false;
        boolean isReplaced = streamed.isOutOfOrder();
        hand(streamed.end(), isReplaced ? ToolCallDelta.Form.WHOLE : ToolCallDelta.Form.FRAGMENT);
        if (!streamed.isFull()) {
            decoder.out.onToolCallEnd(choice, latest());
        }
    }

    private void hand(ByteSlice arguments, ToolCallDelta.Form form) {
        if (!arguments.isEmpty()) {
            decoder.toolCall.begin(choice, latest()).form(form).arguments().wrap(arguments);
            decoder.toolCall();
        }
    }

    void reset() {
        ids.reset();
        count = 0;
        isStreaming = false;
    }
}
