package io.streamgauge.server.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.provider.Dialect;
import io.streamgauge.server.plan.TimedBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A vendor's error as an event of its streams, made of the body that its HTTP error would have. */
final class ErrorShapes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorShapes() {}

    /**
     * The bytes of the event.
     *
     * @param offset where it will stand in {@code body}
     * @param httpBody the vendor's JSON error
     * @param last whether the body ends with it
     */
    static byte[] event(Dialect dialect, TimedBody body, int offset, byte[] httpBody, boolean last) {
        JsonNode error = JSON.readTree(httpBody);
        String end = EventEdit.lineEnd(body);
        return switch (dialect) {
            case OPENAI_CHAT, OPENAI_COMPLETIONS, GEMINI -> sse("", error, end);
            case OPENAI_RESPONSES -> response(error, eventsBefore(body, offset), end);
            case OPENAI_ASSISTANTS -> sse("error", inner(error), end);
            case GEMINI_INTERACTIONS -> sse("error", interaction(error), end);
            case COHERE_V2 -> sse("message-end", cohere(error), end);
            case ANTHROPIC_MESSAGES, ANTHROPIC_COMPLETE, OTHER_SSE -> sse("error", error, end);
            case OLLAMA_CHAT, OLLAMA_GENERATE -> (error + "\n").getBytes(UTF_8);
            case GEMINI_JSON_ARRAY -> element(error, offset, last).getBytes(UTF_8);
        };
    }

    /** The last element of the array, or one that stands right in front of another. */
    private static String element(JsonNode error, int offset, boolean last) {
        return last ? (offset == 0 ? "[" : ",\r\n") + error + "\r\n]" : error + ",\r\n";
    }

    private static int eventsBefore(TimedBody body, int offset) {
        return body.index().eventsWithin(offset);
    }

    private static JsonNode inner(JsonNode body) {
        JsonNode error = body.get("error");
        return error == null ? body : error;
    }

    private static byte[] sse(String type, JsonNode data, String end) {
        String event = type.isEmpty() ? "" : "event: " + type + end;
        return (event + "data: " + data + end + end).getBytes(UTF_8);
    }

    /** On the wire the error stands within its event, and the response that failed comes behind it. */
    private static byte[] response(JsonNode body, int sequence, String end) {
        ObjectNode event = JSON.createObjectNode().put("type", "error").put("sequence_number", sequence);
        event.set("error", inner(body));
        ObjectNode failed =
                JSON.createObjectNode().put("type", "response.failed").put("sequence_number", sequence + 1);
        ObjectNode response =
                failed.putObject("response").put("object", "response").put("status", "failed");
        ObjectNode error = response.putObject("error");
        error.set("code", orType(inner(body)));
        error.set("message", inner(body).path("message"));
        return (new String(sse("error", event, end), UTF_8) + new String(sse("response.failed", failed, end), UTF_8))
                .getBytes(UTF_8);
    }

    private static JsonNode orType(JsonNode error) {
        return error.path("code").isString() ? error.path("code") : error.path("type");
    }

    private static JsonNode interaction(JsonNode body) {
        ObjectNode event = JSON.createObjectNode().put("event_type", "error");
        event.set("error", inner(body));
        return event;
    }

    private static JsonNode cohere(JsonNode body) {
        ObjectNode event = JSON.createObjectNode().put("type", "message-end");
        ObjectNode delta = event.putObject("delta").put("finish_reason", "ERROR");
        delta.set("error", inner(body).path("message"));
        return event;
    }
}
