package io.streamgauge.corpus.synthetic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a stream has said about one tool call so far. */
final class SaidCall {
    /** How the arguments travel. */
    enum Form {
        /** As a text of JSON in fragments; an empty one is no JSON. */
        TEXT,
        /** As a text of JSON in fragments; an empty one means an object without members. */
        TEXT_OR_NOTHING,
        /** As a JSON object. */
        OBJECT,
        /** As free text. */
        FREE,
        /** Not at all, or as null. */
        NULL
    }

    private final ToolUse call;
    private final Form form;
    private final StringBuilder raw = new StringBuilder();

    SaidCall(ToolUse call, Form form) {
        this.call = call;
        this.form = form;
    }

    void fragment(String fragment) {
        raw.append(fragment);
    }

    Map<String, @Nullable Object> expectation() {
        return switch (form) {
            case OBJECT -> expectation(call.arguments(), null);
            case NULL -> expectation(null, null);
            case FREE -> Json.join(expectation(raw.toString(), raw.toString()), Json.object("custom", true));
            case TEXT, TEXT_OR_NOTHING -> ofText();
        };
    }

    private Map<String, @Nullable Object> ofText() {
        String text = raw.toString();
        if (text.isEmpty() && form == Form.TEXT_OR_NOTHING) {
            return expectation(Json.object(), text);
        }
        if (text.equals(call.raw())) {
            return expectation(call.arguments(), text);
        }
        return Json.join(expectation(text, text), Json.object("arguments_unparsable", true));
    }

    private Map<String, @Nullable Object> expectation(@Nullable Object arguments, @Nullable String text) {
        return Json.object("id", call.id(), "name", call.name(), "arguments", arguments, "arguments_raw", text);
    }
}
