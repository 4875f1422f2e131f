package io.streamgauge.server;

import static io.streamgauge.server.RawClient.post;
import static io.streamgauge.server.TestRecordings.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.RecordingMetadata;
import io.streamgauge.corpus.RecordingWriter;
import io.streamgauge.provider.Dialect;
import io.streamgauge.transport.LeakCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that lie in files, served from where they are mapped. */
@ExtendWith(LeakCheck.class)
class ServedCorpusTest {
    @TempDir
    private Path folder;

    private ServedRecording written(String stem, RecordingMetadata metadata, String body) {
        new RecordingWriter(folder).write(stem, metadata, body.getBytes(UTF_8));
        return ServedRecording.of(Corpus.read(folder).find(stem).orElseThrow());
    }

    private static RawClient.Response answer(ServedRecording recording, String... headers) throws Exception {
        try (ReplayServer server =
                ReplayServer.builder().recordings(List.of(recording)).start()) {
            String body = "{\"model\":\"" + recording.shortName() + "\",\"stream\":true}";
            return RawClient.exchange(server.port(), post("/v1/chat/completions", body, headers));
        }
    }

    @Test
    void aRecordingIsServedAsItsFilesSay() throws Exception {
        RecordingMetadata metadata = RecordingMetadata.of("openai", Dialect.OPENAI_CHAT)
                .model("gpt-x")
                .httpStatus(200)
                .contentType("text/event-stream; charset=utf-8")
                .header("x-request-id", "req_7")
                .header("Content-Encoding", "gzip")
                .header("Connection", "keep-alive, x-hop")
                .header("X-Hop", "1")
                .header("Transfer-Encoding", "chunked")
                .timing(List.of(new RecordingMetadata.Read(500, 20), new RecordingMetadata.Read(900, 10_000)))
                .build();
        RawClient.Response response = answer(written("openai/chat/mapped", metadata, TestRecordings.CHAT_BODY));

        assertArrayEquals(TestRecordings.CHAT_BODY.getBytes(UTF_8), response.body());
        assertEquals(20, response.chunkLengths().get(0));
        assertEquals("openai/chat/mapped", response.header("x-streamgauge-recording"));
        assertEquals("text/event-stream; charset=utf-8", response.header("content-type"));
        assertEquals("req_7", response.header("x-request-id"));
        assertEquals(
                "", response.header("content-encoding") + response.header("x-hop") + response.header("connection"));
    }

    @Test
    void anErrorIsServedAsOneText() throws Exception {
        String body = "{\"error\":{\"message\":\"no\"}}\n\n{}";
        RecordingMetadata metadata = RecordingMetadata.of("openai", Dialect.OPENAI_CHAT)
                .httpStatus(429)
                .build();
        ServedRecording recording = written("openai/limited", metadata, body);
        RawClient.Response response = answer(recording, "x-streamgauge-fragmentation: event");

        assertEquals(429, response.status());
        assertEquals("application/json", response.header("content-type"));
        assertEquals(body, response.text());
        assertEquals(1, response.chunks().size());
    }

    @Test
    void anEmptyBodyIsServedToo() throws Exception {
        RecordingMetadata metadata =
                RecordingMetadata.of("openai", Dialect.OPENAI_CHAT).build();
        RawClient.Response response = answer(written("openai/empty", metadata, ""));

        assertEquals(200, response.status());
        assertEquals("text/event-stream", response.header("content-type"));
        assertEquals(0, response.body().length);
    }

    @Test
    void everyRecordingOfTheCorporaIsServedByteForByteAtItsOwnPath() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("corpora"))) {
            root = root.getParent();
        }
        List<ServedRecording> all = Corpus.read(root.resolve("corpora")).recordings().stream()
                .map(ServedRecording::of)
                .toList();
        assertTrue(all.size() > 100, "recordings");
        try (ReplayServer server = ReplayServer.builder()
                        .recordings(all)
                        .schedule(ReplaySchedule.unlimited())
                        .start();
                RawClient client = new RawClient(server.port())) {
            for (ServedRecording recording : all) {
                RawClient.Response response = client.send(post(
                                path(recording),
                                "{\"model\":\"" + recording.name() + "\",\"stream\":true}",
                                "x-streamgauge-fragmentation: random:1-4000",
                                "x-streamgauge-seed: " + recording.name().hashCode()))
                        .read();

                assertArrayEquals(bytes(recording), response.body(), recording.name());
                assertEquals(recording.status(), response.status());
                assertEquals(recording.contentType(), response.header("content-type"));
            }
        }
    }

    private static String path(ServedRecording recording) {
        return switch (recording.dialect()) {
            case OPENAI_CHAT -> "/v1/chat/completions";
            case OPENAI_COMPLETIONS -> "/v1/completions";
            case OPENAI_RESPONSES -> "/v1/responses";
            case OPENAI_ASSISTANTS -> "/v1/threads/runs";
            case ANTHROPIC_MESSAGES -> "/v1/messages";
            case ANTHROPIC_COMPLETE -> "/v1/complete";
            case GEMINI -> "/v1beta/models/" + recording.name() + ":streamGenerateContent?alt=sse";
            case GEMINI_JSON_ARRAY -> "/v1beta/models/" + recording.name() + ":streamGenerateContent";
            case GEMINI_INTERACTIONS -> "/v1beta/interactions";
            case OLLAMA_CHAT -> "/api/chat";
            case OLLAMA_GENERATE -> "/api/generate";
            case COHERE_V2 -> "/v2/chat";
            case OTHER_SSE -> "/events";
        };
    }

    @Test
    void theBytesAreThoseOfTheMappedFile() {
        RecordingMetadata metadata =
                RecordingMetadata.of("openai", Dialect.OPENAI_CHAT).build();
        ServedRecording recording = written("openai/direct", metadata, TestRecordings.CHAT_BODY);

        assertTrue(recording.body().isDirect(), "no copy is needed");
        assertTrue(recording.body().isReadOnly());
        assertArrayEquals(TestRecordings.CHAT_BODY.getBytes(UTF_8), bytes(recording));
    }
}
