package io.streamgauge.corpus;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.ToolCall;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.provider.Dialect;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a body says in the form of {@code stem.expected.json}, the field names of which every reader knows. */
public final class ExpectationJson {
    private ExpectationJson() {}

    /**
     * What a body was decoded to.
     *
     * @param kind what kind of answer it is, as in {@link RecordingMetadata#kind()}
     */
    public static ObjectNode of(Dialect dialect, String kind, Decoding decoding) {
        Message message = decoding.message();
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("api", dialect.wireName());
        out.put("kind", kind);
        choice(out, message.first());
        calls(out.putArray("server_tool_calls"), message.first().serverToolCalls());
        usage(out, message.usage());
        ArrayNode choices = out.putArray("choices");
        if (message.choices().size() > 1) {
            message.choices().forEach(choice -> choice(choices.addObject().put("index", choice.index()), choice));
        }
        message.error().ifPresentOrElse(error -> error(out.putObject("error"), error), () -> out.putNull("error"));
        out.put("event_count", decoding.eventCount());
        out.put("undispatched_tail_event", decoding.undispatchedTailEvent());
        out.put("comment_lines", decoding.commentLines());
        out.put("has_done_sentinel", decoding.doneSentinel());
        out.put("unparsable_data", decoding.unparsableData());
        return out;
    }

    private static void choice(ObjectNode out, Message.Choice choice) {
        out.put("text", choice.text());
        out.put("reasoning", choice.reasoning());
        putOrNull(out, "refusal", choice.refusal());
        calls(out.putArray("tool_calls"), choice.toolCalls());
        putOrNull(out, "finish_reason", choice.finishWord());
    }

    private static void calls(ArrayNode out, List<ToolCall> calls) {
        for (ToolCall call : calls) {
            ObjectNode one = out.addObject();
            putOrNull(one, "id", call.id());
            one.put("name", call.name());
            if (call.kind() == ToolCallDelta.Kind.CUSTOM) {
                one.put("arguments", call.arguments()).put("custom", true);
            } else {
                arguments(one, call);
            }
            one.put("arguments_raw", call.arguments());
        }
    }

    private static void arguments(ObjectNode out, ToolCall call) {
        try {
            out.set("arguments", CorpusJson.MAPPER.readTree(call.argumentsJson()));
        } catch (JacksonException e) {
            out.put("arguments", call.arguments()).put("arguments_unparsable", true);
        }
    }

    private static void usage(ObjectNode out, TokenUsage usage) {
        if (!usage.isKnown()) {
            out.putNull("usage");
            return;
        }
        ObjectNode counters = out.putObject("usage");
        putKnown(counters, "input", usage.input());
        putKnown(counters, "output", usage.output());
        putKnown(counters, "total", usage.total());
        putKnown(counters, "cache_read", usage.cacheRead());
        putKnown(counters, "cache_write", usage.cacheWrite());
        putKnown(counters, "reasoning", usage.reasoning());
    }

    private static void putKnown(ObjectNode out, String name, long tokens) {
        if (tokens != TokenUsage.UNKNOWN) {
            out.put(name, tokens);
        }
    }

    private static void error(ObjectNode out, TokenDelta.Failure error) {
        putOrNull(out, "type", error.type());
        putOrNull(out, "code", error.code());
        putOrNull(out, "message", error.message());
    }

    private static void putOrNull(ObjectNode out, String name, String text) {
        if (text.isEmpty()) {
            out.putNull(name);
        } else {
            out.put(name, text);
        }
    }
}
