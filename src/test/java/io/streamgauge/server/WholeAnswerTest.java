package io.streamgauge.server;

import static io.streamgauge.server.RawClient.post;
import static io.streamgauge.server.TestRecordings.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.Expectation;
import io.streamgauge.corpus.Recording;
import io.streamgauge.provider.Dialect;
import io.streamgauge.transport.LeakCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(LeakCheck.class)
class WholeAnswerTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static JsonNode whole(ServedRecording recording) {
        return JSON.readTree(bytes(WholeAnswer.of(recording)));
    }

    private static Stream<Recording> streamsOfTheCorpora() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("corpora"))) {
            folder = folder.getParent();
        }
        return Corpus.read(folder.resolve("corpora")).recordings().stream()
                .filter(recording -> recording.metadata().dialect() != Dialect.OTHER_SSE)
                .filter(recording -> ServedRecording.of(recording).framing() == ServedRecording.Framed.AS_DIALECT);
    }

    /** The text of the first choice, where each vendor puts it. */
    private static String text(Dialect dialect, JsonNode answer) {
        return switch (dialect) {
            case OPENAI_CHAT -> answer.at("/choices/0/message/content").asString("");
            case OPENAI_COMPLETIONS -> answer.at("/choices/0/text").asString("");
            case OPENAI_RESPONSES -> joined(answer.path("output"), "content", "output_text");
            case ANTHROPIC_MESSAGES -> joined(answer.path("content"), "text");
            case ANTHROPIC_COMPLETE -> answer.path("completion").asString("");
            case GEMINI, GEMINI_JSON_ARRAY -> geminiText(answer.at("/candidates/0/content/parts"));
            case GEMINI_INTERACTIONS -> joined(answer.path("outputs"), "text");
            case OLLAMA_CHAT -> answer.at("/message/content").asString("");
            case OLLAMA_GENERATE -> answer.path("response").asString("");
            case COHERE_V2 -> joined(answer.at("/message/content"), "text");
            case OPENAI_ASSISTANTS, OTHER_SSE -> "";
        };
    }

    private static String joined(JsonNode blocks, String type) {
        return blocks.valueStream()
                .filter(block -> block.path("type").asString("").equals(type))
                .map(block -> block.path("text").asString(""))
                .collect(Collectors.joining());
    }

    private static String joined(JsonNode items, String inner, String type) {
        return items.valueStream().map(item -> joined(item.path(inner), type)).collect(Collectors.joining());
    }

    private static String geminiText(JsonNode parts) {
        return parts.valueStream()
                .filter(part -> !part.path("thought").asBoolean(false))
                .map(part -> part.path("text").asString(""))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("streamsOfTheCorpora")
    void everyRecordingHasAWholeAnswerThatSaysTheSame(Recording recording) {
        Expectation expected = recording.expectation().orElseThrow();
        ServedRecording answer = WholeAnswer.of(ServedRecording.of(recording));
        JsonNode json = JSON.readTree(bytes(answer));
        Dialect dialect = recording.metadata().dialect();

        assertTrue(json.isObject());
        if (answer.status() != 200) {
            assertTrue(expected.error().isPresent(), json.toString());
        } else if (dialect == Dialect.OPENAI_ASSISTANTS) {
            assertEquals("thread.run", json.path("object").asString());
        } else if (dialect != Dialect.OPENAI_RESPONSES || isFinished(json)) {
            assertEquals(expected.main().text().orElse(""), text(dialect, json));
        }
    }

    /** A response that broke off has nothing in its object yet. */
    private static boolean isFinished(JsonNode response) {
        return List.of("completed", "incomplete")
                .contains(response.path("status").asString(""));
    }

    @Test
    void chatCompletionsHaveTheShapeOfTheirVendor() {
        assertEquals("""
                {"id":"c1","object":"chat.completion","created":1767225600,"model":"gpt-test","choices":[{"index":0,\
                "message":{"role":"assistant","content":"Grüße, Welt\u2028😀","refusal":null},"logprobs":null,\
                "finish_reason":"stop"}]}""", whole(TestRecordings.CHAT).toString());
    }

    @Test
    void messagesHaveTheShapeOfTheirVendor() {
        assertEquals("""
                {"id":"msg_1","type":"message","role":"assistant","model":"claude-test","content":[{"type":"text",\
                "text":"Hi"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":3,\
                "output_tokens":2}}""", whole(TestRecordings.MESSAGES).toString());
    }

    @Test
    void ollamaHasTheShapeOfItsVendor() {
        assertEquals("""
                {"model":"llama-test","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant",\
                "content":"Hi"},"done":true,"done_reason":"stop"}""", whole(TestRecordings.OLLAMA).toString());
    }

    @Test
    void toolCallsAreWholeAndCarryTheirArgumentsAsEachVendorDoes() {
        String body = """
                data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c","type":"function",\
                "function":{"name":"f","arguments":"{\\"a\\""}}]}}]}

                data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]},\
                "finish_reason":"tool_calls"}]}

                """;
        ServedRecording calls = ServedRecording.of("calls", Dialect.OPENAI_CHAT, body.getBytes(UTF_8));

        assertEquals(
                "[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}}]",
                whole(calls).at("/choices/0/message/tool_calls").toString());
    }

    @Test
    void aStreamThatFailsIsAFailure() {
        String body = """
                event: error
                data: {"type":"error","error":{"type":"overloaded_error","message":"busy"}}

                """;
        ServedRecording failed = ServedRecording.of("failed", Dialect.ANTHROPIC_MESSAGES, body.getBytes(UTF_8));
        ServedRecording answer = WholeAnswer.of(failed);

        assertEquals(529, answer.status());
        assertEquals(
                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"busy\"}}",
                new String(bytes(answer), UTF_8));
    }

    @Test
    void whoDoesNotAskForAStreamGetsOneJsonBody() throws Exception {
        try (ReplayServer server =
                ReplayServer.builder().recordings(TestRecordings.ALL).start()) {
            for (String body :
                    List.of("{\"model\":\"openai/hello\"}", "{\"model\":\"openai/hello\",\"stream\":false}")) {
                RawClient.Response response = RawClient.exchange(server.port(), post("/v1/chat/completions", body));

                assertEquals("application/json", response.header("content-type"));
                assertEquals(String.valueOf(response.body().length), response.header("content-length"));
                assertEquals(whole(TestRecordings.CHAT), JSON.readTree(response.body()));
            }
            assertEquals(
                    whole(TestRecordings.GEMINI),
                    JSON.readTree(
                            RawClient.exchange(server.port(), post("/v1beta/models/gemini/hello:generateContent", "{}"))
                                    .body()));
            assertEquals(
                    "application/x-ndjson",
                    RawClient.exchange(server.port(), post("/api/chat", "{\"model\":\"ollama/hello\"}"))
                            .header("content-type"),
                    "Ollama streams unless told not to");
        }
    }

    @Test
    void theWholeAnswerIsDueWhenTheStreamWouldHaveEnded() throws Exception {
        try (ReplayServer server =
                ReplayServer.builder().recordings(TestRecordings.ALL).start()) {
            SendLog.Reader reader = server.sendLog().newReader();
            long[] due = new long[2];
            for (int i = 0; i < 2; i++) {
                String ttft = "x-streamgauge-ttft: " + 10 * i;
                RawClient.exchange(server.port(), post("/v1/chat/completions", "{\"model\":\"openai/timed\"}", ttft));
                int request = i;
                reader.drain((stream, write, events, end, dueNanos, sentNanos) -> {
                    assertEquals(0, write);
                    assertTrue(sentNanos >= dueNanos);
                    due[request] = dueNanos;
                });
            }

            assertTrue(due[1] - due[0] >= 10_000_000);
        }
    }
}
