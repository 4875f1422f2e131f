package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenDeltas;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells values of events as deltas; what is absent, of another kind or empty is not told. */
class Teller {
    /** So many texts may wait for the second half of a character at once. */
    private static final int MAX_HALVES = 64;

    private record Text(String channel, int choice, int part) {}

    final DeltaHandler handler;
    final TokenUsage usage = new TokenUsage();
    String id = "";
    String model = "";
    long eventNumber;
    long eventOffset;

    /** How many pieces of text, reasoning, refusals and calls were told. */
    int pieces;

    private final Map<Text, Character> halves = new LinkedHashMap<>();

    Teller(DeltaHandler handler) {
        this.handler = handler;
    }

    final void tell(TokenDelta delta) {
        TokenDeltas.replay(delta, handler);
    }

    final void deviation(Deviation deviation) {
        handler.onDeviation(deviation, eventNumber, eventOffset);
    }

    /** The first id and the first model that are not empty are those of the stream. */
    final void start(Json idOfEvent, Json modelOfEvent) {
        boolean isNews = (id.isEmpty() && !idOfEvent.string().isEmpty())
                || (model.isEmpty() && !modelOfEvent.string().isEmpty());
        id = id.isEmpty() ? idOfEvent.string() : id;
        model = model.isEmpty() ? modelOfEvent.string() : model;
        if (isNews) {
            tell(new TokenDelta.Start(id, model));
        }
    }

    final void text(int choice, int part, Json value) {
        piece("text", choice, part, joined("text", choice, part, value));
    }

    final void reasoning(int choice, int part, Json value) {
        piece("reasoning", choice, part, joined("reasoning", choice, part, value));
    }

    final void refusal(int choice, int part, Json value) {
        piece("refusal", choice, part, joined("refusal", choice, part, value));
    }

    final void toolPlan(Json value) {
        piece("plan", 0, 0, joined("plan", 0, 0, value));
    }

    private void piece(String channel, int choice, int part, String words) {
        if (words.isEmpty()) {
            return;
        }
        pieces++;
        tell(
                switch (channel) {
                    case "text" -> new TokenDelta.Text(choice, part, words);
                    case "reasoning" -> new TokenDelta.Reasoning(choice, part, words);
                    case "refusal" -> new TokenDelta.Refusal(choice, part, words);
                    case "plan" -> new TokenDelta.Opaque(OpaqueKind.TOOL_PLAN, choice, part, words);
                    default -> new Call(choice, part).with(words).delta();
                });
    }

    /** The characters of a piece with the half that was left of the piece before, without the half at its end. */
    private String joined(String channel, int choice, int part, Json value) {
        String piece = value.utf16();
        if (piece.isEmpty()) {
            return "";
        }
        Text text = new Text(channel, choice, part);
        Character half = halves.remove(text);
        String whole = half == null ? piece : half + piece;
        char last = whole.charAt(whole.length() - 1);
        if (Character.isHighSurrogate(last) && halves.size() < MAX_HALVES) {
            halves.put(text, last);
            whole = whole.substring(0, whole.length() - 1);
        }
        return WireText.wellFormed(whole);
    }

    /** No second half will come. */
    final void tellHalves() {
        halves.forEach((text, half) -> piece(text.channel, text.choice, text.part, "\uFFFD"));
    }

    /** Arguments as a piece of text, or as a value that stands where text should be. */
    final Call withArguments(Call call, Json arguments) {
        if (arguments.is(Json.Kind.STRING) || !arguments.isPresent()) {
            return call.with(joined("arguments", call.choice, call.index, arguments));
        }
        deviation(Deviation.TOOL_ARGUMENTS_AS_OBJECT);
        return call.form(ToolCallDelta.Form.WHOLE).with(arguments.raw());
    }

    final void call(Call call) {
        pieces += call.name.isEmpty() && call.arguments.isEmpty() ? 0 : 1;
        tell(call.delta());
    }

    final void callEnd(int choice, int index) {
        handler.onToolCallEnd(choice, index);
    }

    final void opaque(OpaqueKind kind, int choice, int part, Json value) {
        if (!value.word().isEmpty()) {
            tell(new TokenDelta.Opaque(kind, choice, part, value.word()));
        }
    }

    final void opaques(OpaqueKind kind, int choice, int part, List<Json> values) {
        values.forEach(value -> opaque(kind, choice, part, value));
    }

    /** Tells the counters, if an event has such an object and anything is known. */
    final void usage(Json object) {
        if (object.is(Json.Kind.OBJECT) && usage.isKnown()) {
            handler.onUsage(usage);
        }
    }

    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
