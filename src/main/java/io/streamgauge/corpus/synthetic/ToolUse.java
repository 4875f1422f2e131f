package io.streamgauge.corpus.synthetic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool call as the script has it.
 *
 * @param id the id; null where the provider gives none
 * @param arguments what the model means
 * @param raw the JSON text of the arguments as the model writes it
 */
record ToolUse(@Nullable String id, String name, Map<String, @Nullable Object> arguments, String raw) {
    static ToolUse of(@Nullable String id, String name, Map<String, @Nullable Object> arguments) {
        return of(id, name, arguments, JsonStyle.COMPACT);
    }

    static ToolUse of(@Nullable String id, String name, Map<String, @Nullable Object> arguments, JsonStyle style) {
        return new ToolUse(id, name, arguments, style.write(arguments));
    }

    /** The same call under another id. */
    ToolUse withId(@Nullable String other) {
        return new ToolUse(other, name, arguments, raw);
    }

    /** The same call, spelled in another style. */
    ToolUse in(JsonStyle style) {
        return of(id, name, arguments, style);
    }
}
