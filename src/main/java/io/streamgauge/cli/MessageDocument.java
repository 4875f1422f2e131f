package io.streamgauge.cli;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.ToolCall;
import io.streamgauge.corpus.Decoding;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.provider.Dialect;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A decoded message as JSON: what {@code decode} prints. */
final class MessageDocument {
    private static final JsonMapper MAPPER = new JsonMapper();

    private MessageDocument() {}

    static ObjectNode of(Dialect dialect, Decoding decoding) {
        Message message = decoding.message();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("api", dialect.wireName());
        root.put("id", message.responseId());
        root.put("model", message.model());
        root.put("complete", message.isComplete());
        message.end().ifPresent(end -> root.put("end", end.name().toLowerCase(java.util.Locale.ROOT)));
        ArrayNode choices = root.putArray("choices");
        message.choices().forEach(choice -> choices.add(choice(choice)));
        root.set("usage", usage(message.usage()));
        message.error().ifPresent(error -> {
            ObjectNode node = root.putObject("error");
            node.put("type", error.type()).put("code", error.code()).put("message", error.message());
        });
        counts(root.putObject("stream"), decoding);
        departures(root.putArray("departures"), decoding);
        return root;
    }

    private static ObjectNode choice(Message.Choice choice) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("index", choice.index());
        node.put("text", choice.text());
        node.put("reasoning", choice.reasoning());
        node.put("refusal", choice.refusal());
        calls(node.putArray("toolCalls"), choice.toolCalls());
        calls(node.putArray("serverToolCalls"), choice.serverToolCalls());
        node.put("finish", choice.finishReason().map(Enum::name).orElse(null));
        node.put("finishWord", choice.finishWord());
        return node;
    }

    private static void calls(ArrayNode array, List<ToolCall> calls) {
        for (ToolCall call : calls) {
            ObjectNode node = array.addObject();
            node.put("id", call.id()).put("name", call.name()).put("arguments", call.arguments());
            node.put("status", call.status().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static ObjectNode usage(TokenUsage usage) {
        ObjectNode node = MAPPER.createObjectNode();
        put(node, "input", usage.input());
        put(node, "output", usage.output());
        put(node, "total", usage.total());
        put(node, "cacheRead", usage.cacheRead());
        put(node, "cacheWrite", usage.cacheWrite());
        put(node, "reasoning", usage.reasoning());
        return node;
    }

    private static void put(ObjectNode node, String name, long tokens) {
        if (tokens != TokenUsage.UNKNOWN) {
            node.put(name, tokens);
        }
    }

    private static void counts(ObjectNode node, Decoding decoding) {
        node.put("events", decoding.eventCount());
        node.put("comments", decoding.commentLines());
        node.put("doneSentinel", decoding.doneSentinel());
        node.put("undispatchedTailEvent", decoding.undispatchedTailEvent());
        node.put("unparsableEvents", decoding.unparsableData());
        decoding.failure().ifPresent(failure -> node.put("failure", failure.describe()));
    }

    private static void departures(ArrayNode array, Decoding decoding) {
        decoding.departures()
                .forEach(departure -> array.addObject()
                        .put("what", departure.deviation().description())
                        .put("event", departure.eventNumber())
                        .put("byteOffset", departure.byteOffset()));
    }
}
