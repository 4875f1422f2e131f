package io.streamgauge.corpus.synthetic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one server makes of the chunks of a chat completion: which members, in which order, under which names. */
abstract class ChatShape {
    /**
     * One chunk.
     *
     * @param usage an object, null, or {@link Json#ABSENT}
     */
    abstract Map<String, @Nullable Object> chunk(
            ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage);

    /** One choice of a chunk; {@code finish} is null until the choice ends. */
    Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
        return Json.object("index", index, "delta", delta, "finish_reason", finish);
    }

    /** The delta of a piece of text. */
    Map<String, @Nullable Object> content(String piece) {
        return Json.object("content", piece);
    }

    /** The delta of a piece of reasoning. */
    Map<String, @Nullable Object> reasoning(String piece) {
        return Json.object("reasoning_content", piece);
    }

    JsonStyle style() {
        return JsonStyle.COMPACT;
    }

    /** The members that nearly all servers begin with. */
    static Map<String, @Nullable Object> head(ChatStream stream) {
        return Json.object(
                "id", stream.id(),
                "object", "chat.completion.chunk",
                "created", stream.created(),
                "model", stream.model());
    }
}
