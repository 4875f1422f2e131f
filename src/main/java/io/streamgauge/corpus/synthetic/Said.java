package io.streamgauge.corpus.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has meant so far: the expectation of its recording, noted down by the script and never read back from
 * the bytes.
 */
final class Said {
    private final TreeMap<Integer, SaidChoice> choices = new TreeMap<>();
    private final List<SaidCall> serverCalls = new ArrayList<>();
    private final Map<String, @Nullable Object> peculiarities = new LinkedHashMap<>();
    private @Nullable Map<String, @Nullable Object> usage;
    private @Nullable Map<String, @Nullable Object> usageRaw;
    private @Nullable Object error;
    private @Nullable Map<String, @Nullable Object> beforeTail;
    private boolean framed = true;
    private boolean interpreted = true;
    private boolean sentinel;
    private int unparsable;

    SaidChoice choice(int index) {
        return choices.computeIfAbsent(index, i -> new SaidChoice());
    }

    /** A tool that the provider runs itself. */
    SaidCall serverCall(ToolUse call) {
        SaidCall said = new SaidCall(call, SaidCall.Form.TEXT_OR_NOTHING);
        serverCalls.add(said);
        return said;
    }

    /** The counters in common words, and the provider's own object; those of the last call count. */
    void usage(Map<String, @Nullable Object> normalised, Map<String, @Nullable Object> raw) {
        usage = normalised;
        usageRaw = raw;
    }

    void error(Object object) {
        error = object;
    }

    void sentinel() {
        sentinel = true;
    }

    /** A payload that is no JSON where the protocol asks for it. */
    void unparsable() {
        unparsable++;
    }

    /** There is no stream, and so nothing to count. */
    void unframed() {
        framed = false;
    }

    /** Nobody can say what the events of this stream mean. */
    void uninterpreted() {
        interpreted = false;
    }

    /** A member that only some protocols have, such as the list of Anthropic's blocks. */
    void peculiarity(String name, @Nullable Object value) {
        peculiarities.put(name, value);
    }

    /** The next event will be the last, and it will lack its blank line: without it, this is all. */
    void tailFollows() {
        Map<String, @Nullable Object> main = main();
        main.put("usage", usage);
        beforeTail = main;
    }

    boolean hasUsage() {
        return usage != null;
    }

    boolean hasError() {
        return error != null;
    }

    /** The expectation, in the order of the format. */
    Map<String, @Nullable Object> expectation(String api, String kind, int status, Wire wire) {
        Map<String, @Nullable Object> all = Json.object("api", api, "kind", kind);
        all.putAll(main());
        if (!serverCalls.isEmpty()) {
            all.put(
                    "server_tool_calls",
                    serverCalls.stream().map(SaidCall::expectation).toList());
        }
        all.putAll(Json.object("usage", usage, "usage_raw", usageRaw, "choices", manyChoices()));
        all.putAll(Json.object("error", error, "http_status", status));
        all.putAll(peculiarities);
        if (beforeTail != null) {
            all.put("if_tail_event_is_dropped", beforeTail);
        }
        all.putAll(framed ? framing(wire) : Json.object());
        return all;
    }

    private Map<String, @Nullable Object> framing(Wire wire) {
        return Json.object(
                "event_count", wire.events(),
                "undispatched_tail_event", wire.isTailUndispatched(),
                "comment_lines", wire.comments(),
                "has_done_sentinel", sentinel,
                "unparsable_data", unparsable);
    }

    private Map<String, @Nullable Object> main() {
        Map<String, @Nullable Object> main = choice(0).expectation();
        if (!interpreted) {
            main.put("text", null);
            main.put("reasoning", null);
        }
        return main;
    }

    private List<Map<String, @Nullable Object>> manyChoices() {
        List<Map<String, @Nullable Object>> many = new ArrayList<>();
        if (choices.size() > 1) {
            choices.forEach((index, choice) -> many.add(Json.join(Json.object("index", index), choice.expectation())));
        }
        return many;
    }
}
