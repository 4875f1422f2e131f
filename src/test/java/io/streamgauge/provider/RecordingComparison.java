package io.streamgauge.provider;

import io.streamgauge.delta.TokenUsage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what was decoded from a recording with what it is known to hold. */
final class RecordingComparison {
    private static final int MAX_SHOWN = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode expected;
    private final Map<String, String> differences = new LinkedHashMap<>();

    private RecordingComparison(JsonNode expected) {
        this.expected = expected;
    }

    /** The fields that differ, and how. */
    static Map<String, String> differences(JsonNode expected, DecodedAnswer answer, DecoderCounters counters) {
        RecordingComparison comparison = new RecordingComparison(expected);
        comparison.answer(answer);
        comparison.counters(counters);
        return comparison.differences;
    }

    private void answer(DecodedAnswer answer) {
        choice("", expected, answer.choice(0));
        compare("tool_plan", text(expected, "tool_plan"), answer.choice(0).plan.toString());
        for (JsonNode choice : expected.get("choices")) {
            int index = choice.get("index").asInt();
            choice("choice " + index + " ", choice, answer.choice(index));
        }
        usage(answer.usage);
        JsonNode error = expected.get("error");
        compare("error", !error.isNull(), answer.failed);
        if (!error.isNull()) {
            compare("error.message", text(error, "message"), answer.errorMessage);
            compare("error.type", text(error, "type"), answer.errorType);
        }
    }

    private void choice(String where, JsonNode expected, DecodedAnswer.Choice choice) {
        compare(where + "text", text(expected, "text"), choice.text.toString());
        compare(where + "reasoning", text(expected, "reasoning"), choice.reasoning.toString());
        compare(where + "refusal", text(expected, "refusal"), choice.refusal.toString());
        compare(where + "finish_reason", text(expected, "finish_reason"), choice.finish);
        JsonNode calls = expected.get("tool_calls");
        compare(where + "tool calls", calls.size(), choice.calls.size());
        for (int i = 0; i < Math.min(calls.size(), choice.calls.size()); i++) {
            call(where + "call " + i + " ", calls.get(i), choice.calls.get(i));
        }
    }

    private void call(String where, JsonNode expected, DecodedAnswer.Call call) {
        compare(where + "id", text(expected, "id"), call.id);
        compare(where + "name", text(expected, "name"), call.name);
        if (expected.get("arguments_raw").isNull() && expected.get("arguments").isObject()) {
            compare(where + "arguments", expected.get("arguments"), JSON.readTree(call.arguments()));
        } else {
            compare(where + "arguments", text(expected, "arguments_raw"), call.arguments());
        }
    }

    private void usage(TokenUsage usage) {
        JsonNode expectedUsage = expected.get("usage");
        counter(expectedUsage, "input", usage.input());
        counter(expectedUsage, "output", usage.output());
        counter(expectedUsage, "total", usage.total());
        counter(expectedUsage, "cached", usage.cacheRead());
        counter(expectedUsage, "reasoning", usage.reasoning());
    }

    /** Where the stream has no usage there is none to be found; a single counter that was not noted may be anything. */
    private void counter(JsonNode usage, String name, long actual) {
        JsonNode stated = usage.get(name);
        if (usage.isNull()) {
            compare("usage." + name, TokenUsage.UNKNOWN, actual);
        } else if (stated != null && !stated.isNull()) {
            compare("usage." + name, stated.asLong(), actual);
        }
    }

    private void counters(DecoderCounters counters) {
        long unterminated = counters.lastEventUnterminated() ? 1 : 0;
        compare("events", expected.get("event_count").asLong(), counters.events() - unterminated);
        compare("comments", expected.get("comment_lines").asLong(), counters.comments());
        compare("unparsable", expected.get("unparsable_data").asLong(), counters.unparsableEvents());
        compare("sentinel", expected.get("has_done_sentinel").asBoolean(), counters.sentinelSeen());
        compare("tail", expected.get("undispatched_tail_event").asBoolean(), counters.lastEventUnterminated());
    }

    private void compare(String field, Object wanted, Object actual) {
        if (!Objects.equals(wanted, actual)) {
            differences.put(field, "expected <" + shown(wanted) + "> but was <" + shown(actual) + ">");
        }
    }

    private static String shown(Object value) {
        String text = value.toString();
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "... of " + text.length();
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }
}
