package io.streamgauge.record;

import static io.streamgauge.client.Answers.DONE;
import static io.streamgauge.client.Answers.HEAD;
import static io.streamgauge.client.Answers.LAST_CHUNK;
import static io.streamgauge.client.Answers.chunk;
import static io.streamgauge.client.Answers.sized;
import static io.streamgauge.client.Answers.stop;
import static io.streamgauge.client.Answers.text;
import static io.streamgauge.server.RawClient.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.client.ScriptedServer;
import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.Recording;
import io.streamgauge.server.RawClient;
import io.streamgauge.transport.LeakCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Plants everything that must not be kept, and looks for it in every file that is written, and in their names. */
@ExtendWith(LeakCheck.class)
class RecordingPrivacyTest {
    private static final List<String> PLANTED = List.of(
            "sk-planted-bearer-1",
            "planted-x-api-key-2",
            "planted-goog-key-3",
            "planted-query-key-4",
            "planted-cookie-5",
            "planted-set-cookie-6",
            "org-planted-7",
            "proj_planted-8",
            "planted-amz-token-9");

    private static final String REQUEST = post(
            "/v1/chat/completions?key=planted-query-key-4&alt=sse",
            "{\"model\":\"m\",\"user\":\"someone\",\"note\":\"sk-planted-bearer-1 planted-cookie-5\"}",
            "Authorization: Bearer sk-planted-bearer-1",
            "x-api-key: planted-x-api-key-2",
            "X-Goog-Api-Key: planted-goog-key-3",
            "cookie: session=planted-cookie-5; theme=dark",
            "openai-project: proj_planted-8",
            "x-amz-security-token: planted-amz-token-9");

    private static final String RESPONSE_HEADERS = String.join(
            "\r\n",
            "content-type: text/event-stream; x=sk-planted-bearer-1",
            "set-cookie: id=planted-set-cookie-6; Path=/; HttpOnly",
            "openai-organization: org-planted-7",
            "openai-project: proj_planted-8",
            "server: cloudflare planted-query-key-4",
            "x-request-id: req_planted",
            "cf-ray: ray_planted",
            "x-ratelimit-remaining-tokens: 149",
            "");

    private static final String ALL = String.join(" ", PLANTED);

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();

    private Recording record(String answer, boolean withRequests) throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(answer);
                });
                RecordingProxy proxy = start(server, withRequests)) {
            RawClient.Response response = RawClient.exchange(proxy.port(), REQUEST);
            assertTrue(response.text().contains(ALL), "the client gets what was sent");
            RecordedAnswer recorded = log.awaitRecorded();
            return Corpus.read(folder).find(recorded.stem()).orElseThrow();
        }
    }

    private RecordingProxy start(ScriptedServer server, boolean withRequests) throws IOException {
        RecordingProxy.Builder builder = RecordingProxy.to(server.uri(), folder).listener(log);
        return (withRequests ? builder.writeRequestBodies() : builder).start();
    }

    private int assertNothingPlantedIsKept() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                String content = file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String planted : PLANTED) {
                    assertFalse(content.contains(planted), planted + " in " + file);
                }
                assertFalse(content.contains("req_planted") || content.contains("ray_planted"), file.toString());
            }
            return files.size();
        }
    }

    @Test
    void nothingOfWhoAskedIsInAnyFileOfAStream() throws Exception {
        String answer = HEAD.replace("content-type: text/event-stream\r\n", RESPONSE_HEADERS)
                + chunk(text(ALL).substring(0, 140))
                + chunk(text(ALL).substring(140))
                + chunk(stop() + DONE)
                + LAST_CHUNK;

        Recording recording = record(answer, false);

        assertEquals(3, assertNothingPlantedIsKept(), "files, none of them the request");
        assertEquals(List.of("recorded", "masked"), recording.metadata().features());
        assertEquals(
                "{server=cloudflare xxxxxxxxxxxxxxxxxxx, x-ratelimit-remaining-tokens=149}",
                recording.metadata().headers().toString());
        assertEquals(
                (text(ALL) + stop() + DONE).length(), recording.copyBody().length, "what is blanked keeps its length");
        assertEquals(
                PLANTED.stream().map(planted -> "x".repeat(planted.length())).toList(),
                List.of(recording
                        .expectation()
                        .orElseThrow()
                        .main()
                        .text()
                        .orElseThrow()
                        .split(" ")));
    }

    @Test
    void nothingOfWhoAskedIsInAnyFileOfAnError() throws Exception {
        Recording recording = record(
                sized("401 Unauthorized", RESPONSE_HEADERS, "{\"error\":{\"message\":\"bad key: " + ALL + "\"}}"),
                false);

        assertEquals(3, assertNothingPlantedIsKept());
        assertEquals("error", recording.metadata().kind());
    }

    @Test
    void requestsThatAreAskedForAreBlankedToo() throws Exception {
        record(sized("200 OK", RESPONSE_HEADERS, text(ALL) + stop() + DONE), true);

        assertEquals(4, assertNothingPlantedIsKept());
        assertEquals(
                "{\"model\":\"m\",\"user\":\"someone\",\"note\":\"" + "x".repeat(19) + " " + "x".repeat(16) + "\"}",
                Files.readString(folder.resolve("local/openai-chat-0001.request")));
        assertEquals(List.of(), Corpus.read(folder).problems());
    }

    @Test
    void theHostOfACustomerIsNotTheNameOfAFolder() {
        assertEquals("azure", Providers.of("my-company.openai.azure.com"));
        assertEquals("vertex", Providers.of("us-east5-aiplatform.googleapis.com"));
        assertEquals("vertex", Providers.of("aiplatform.googleapis.com"));
        assertEquals("bedrock", Providers.of("bedrock-runtime.eu-west-1.amazonaws.com"));
        assertEquals("openai", Providers.of("API.OpenAI.com"));
        assertEquals("local", Providers.of("localhost"));
        assertEquals("llm-internal-example", Providers.of("llm.internal.example"));
        assertEquals("unknown", Providers.safe("../.."));
        assertEquals("a-b", Providers.safe("a\u0000/../b"));
        assertEquals(Providers.MAX_CHARS, Providers.safe("a".repeat(100)).length());
    }
}
