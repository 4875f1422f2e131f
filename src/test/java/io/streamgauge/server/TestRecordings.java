package io.streamgauge.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.provider.Dialect;
import java.nio.ByteBuffer;
import java.util.List;

/** Small answers in the shapes that vendors send. */
final class TestRecordings {
    static final String CHAT_BODY = chat("{\"role\":\"assistant\",\"content\":\"\"}", "null")
            + chat("{\"content\":\"Grüße, \"}", "null")
            + chat("{\"content\":\"Welt\u2028😀\"}", "null")
            + chat("{}", "\"stop\"")
            + "data: [DONE]\n\n";

    static final ServedRecording CHAT = sse("openai/hello", Dialect.OPENAI_CHAT, "gpt-test", CHAT_BODY);

    static final ServedRecording TIMED_CHAT = new ServedRecording(
            "openai/timed",
            Dialect.OPENAI_CHAT,
            "gpt-timed",
            200,
            "text/event-stream; charset=utf-8",
            List.of(),
            ServedRecording.Framed.AS_DIALECT,
            ByteBuffer.wrap(CHAT_BODY.getBytes(UTF_8)),
            RecordedTiming.of(
                    new long[] {2_000, 4_000, 4_500, 9_000},
                    new int[] {7, 100, 300, CHAT_BODY.getBytes(UTF_8).length}));

    static final ServedRecording MESSAGES = sse(
            "anthropic/hello",
            Dialect.ANTHROPIC_MESSAGES,
            "claude-test",
            event(
                            "message_start",
                            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\","
                                    + "\"role\":\"assistant\","
                                    + "\"model\":\"claude-test\",\"content\":[],\"usage\":{\"input_tokens\":3}} }")
                    + event("ping", "{\"type\": \"ping\"}")
                    + event(
                            "content_block_start",
                            "{\"type\":\"content_block_start\",\"index\":0,"
                                    + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}  }")
                    + event(
                            "content_block_delta",
                            "{\"type\":\"content_block_delta\",\"index\":0,"
                                    + "\"delta\":{\"type\":\"text_delta\",\"text\":\"Hi\"}   }")
                    + event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
                    + event(
                            "message_delta",
                            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                                    + "\"usage\":{\"output_tokens\":2}}")
                    + event("message_stop", "{\"type\":\"message_stop\"}"));

    static final ServedRecording GEMINI = sse(
            "gemini/hello",
            Dialect.GEMINI,
            "gemini-test",
            "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"Hi\"}],\"role\": \"model\"}}]}\r\n\r\n"
                    + "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"!\"}]},"
                    + "\"finishReason\": \"STOP\"}]}"
                    + "\r\n\r\n");

    static final ServedRecording GEMINI_ARRAY = recording(
            "gemini/array",
            Dialect.GEMINI_JSON_ARRAY,
            "gemini-test",
            "application/json; charset=UTF-8",
            "[{\n  \"candidates\": [{\"content\": {\"parts\": [{\"text\": \"a}\"}]}}]\n}\n,"
                    + "\r\n{\n  \"candidates\": []\n}\n]");

    static final ServedRecording OLLAMA =
            recording("ollama/hello", Dialect.OLLAMA_CHAT, "llama-test", "application/x-ndjson", """
            {"model":"llama-test","message":{"role":"assistant","content":"Hi"},"done":false}
            {"model":"llama-test","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop"}
            """);

    static final ServedRecording COHERE = sse(
            "cohere/hello",
            Dialect.COHERE_V2,
            "command-test",
            event("message-start", "{\"type\":\"message-start\",\"id\":\"1\"}")
                    + event("message-end", "{\"type\":\"message-end\",\"delta\":{\"finish_reason\":\"COMPLETE\"}}")
                    + "data: [DONE]\n\n");

    static final ServedRecording COMMENTED = sse(
            "openrouter/commented",
            Dialect.OPENAI_CHAT,
            "commented",
            ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n" + CHAT_BODY);

    static final ServedRecording KEY_ERROR = new ServedRecording(
            "openai/wrong-key",
            Dialect.OPENAI_CHAT,
            "gpt-error",
            401,
            "application/json; charset=utf-8",
            List.of(new ServedRecording.Header("x-request-id", "req_1")),
            ServedRecording.Framed.NOT,
            ByteBuffer.wrap(
                    "{\"error\":{\"message\":\"Incorrect API key\",\"code\":\"invalid_api_key\"}}".getBytes(UTF_8)),
            RecordedTiming.NONE);

    static final List<ServedRecording> ALL =
            List.of(CHAT, TIMED_CHAT, MESSAGES, GEMINI, GEMINI_ARRAY, OLLAMA, COHERE, COMMENTED, KEY_ERROR);

    private TestRecordings() {}

    private static String chat(String delta, String finish) {
        return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-test\","
                + "\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]}\n\n";
    }

    private static String event(String type, String data) {
        return "event: " + type + "\ndata: " + data + "\n\n";
    }

    private static ServedRecording sse(String name, Dialect dialect, String model, String body) {
        return recording(name, dialect, model, "text/event-stream; charset=utf-8", body);
    }

    static ServedRecording recording(String name, Dialect dialect, String model, String contentType, String body) {
        return new ServedRecording(
                name,
                dialect,
                model,
                200,
                contentType,
                List.of(),
                ServedRecording.Framed.AS_DIALECT,
                ByteBuffer.wrap(body.getBytes(UTF_8)),
                RecordedTiming.NONE);
    }

    /** A chat whose texts have so many bytes, and at last {@code end}. */
    static ServedRecording sized(String end, int... bytes) {
        StringBuilder body = new StringBuilder();
        for (int length : bytes) {
            body.append(chat("{\"content\":\"" + "x".repeat(length) + "\"}", "null"));
        }
        return sse("openai/sized", Dialect.OPENAI_CHAT, "gpt-sized", body + end);
    }

    /** What the plan of a body is made of when there are no other recordings. */
    static DueTimes.Source source(ReplayBody body, long seed) {
        return new DueTimes.Source(
                body.index(), body.timing(), body::tokens, name -> body.ttftNanos(), name -> body.gapsNanos(), seed);
    }

    static byte[] bytes(ServedRecording recording) {
        byte[] bytes = new byte[recording.body().remaining()];
        recording.body().get(bytes);
        return bytes;
    }
}
