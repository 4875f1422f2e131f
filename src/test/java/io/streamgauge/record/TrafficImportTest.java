package io.streamgauge.record;

import static io.streamgauge.client.Answers.DONE;
import static io.streamgauge.client.Answers.stop;
import static io.streamgauge.client.Answers.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.Recording;
import io.streamgauge.corpus.RecordingMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Archives and cassettes as tools write them, all of them written for this test. */
class TrafficImportTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHAT = text("Grüße 😀") + stop() + DONE;
    private static final String CHAT_URL = "https://api.openai.com/v1/chat/completions";
    private static final String SSE = "text/event-stream; charset=utf-8";

    @TempDir
    private Path folder;

    private ImportReport imported(String name, String content) throws IOException {
        return imported(name, content, ImportLimits.DEFAULTS);
    }

    private ImportReport imported(String name, String content, ImportLimits limits) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        TrafficImport traffic = new TrafficImport(folder.resolve("out"), "", limits);
        traffic.add(file);
        return traffic.report();
    }

    private Recording recording(String stem) {
        Corpus corpus = Corpus.read(folder.resolve("out"));
        assertEquals(List.of(), corpus.problems());
        return corpus.find(stem).orElseThrow();
    }

    private static String reasons(List<ImportReport.Entry> entries) {
        return String.join(
                "; ",
                entries.stream()
                        .map(entry -> entry.number() + " " + entry.reason())
                        .toList());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static ObjectNode har() {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("creator").put("name", "a tool");
        root.putObject("log").put("version", "1.2").putArray("entries");
        return root;
    }

    private static ObjectNode entry(ObjectNode har, String method, String url, int status, String type) {
        ObjectNode entry = ((ArrayNode) har.path("log").path("entries")).addObject();
        entry.put("time", 1.5);
        ObjectNode request = entry.putObject("request").put("method", method).put("url", url);
        request.putArray("headers").addObject().put("name", "Authorization").put("value", "Bearer sk-planted-bearer-1");
        request.putArray("cookies").addObject().put("name", "session").put("value", "planted-cookie-5");
        ObjectNode response = entry.putObject("response").put("status", status);
        ArrayNode headers = response.putArray("headers");
        headers.addObject().put("name", "content-encoding").put("value", "gzip");
        headers.addObject().put("name", "openai-organization").put("value", "org-planted-7");
        headers.addObject().put("name", "server").put("value", "cloudflare");
        response.putObject("content").put("mimeType", type);
        return entry;
    }

    private static ObjectNode content(ObjectNode entry) {
        return (ObjectNode) entry.path("response").path("content");
    }

    @Test
    void anArchiveGivesARecordingForEachStreamAndAReasonForEverythingElse() throws IOException {
        ObjectNode har = har();
        content(entry(har, "POST", CHAT_URL, 200, SSE)).put("text", CHAT);
        content(entry(har, "GET", "https://api.openai.com/v1/models", 200, "application/json"))
                .put("text", "{}");
        content(entry(har, "POST", CHAT_URL, 200, SSE))
                .put("text", base64(CHAT.getBytes(UTF_8)))
                .put("encoding", "base64");
        entry(har, "POST", CHAT_URL, 200, SSE);
        entry(har, "GET", "http://127.0.0.1/events", 200, SSE).putArray("_eventSourceMessages");
        content(entry(har, "POST", CHAT_URL, 200, SSE)).put("text", "%").put("encoding", "base64");
        content(entry(har, "POST", CHAT_URL, 429, "application/json"))
                .put("text", "{\"error\":{\"message\":\"org-planted-7 is over its limit\",\"type\":\"tokens\"}}");

        ImportReport report = imported("some.har", har.toString());

        assertEquals(
                List.of("openai/openai-chat-0001", "openai/openai-chat-0002", "openai/openai-chat-0003"),
                report.imported().stream().map(each -> each.recording().stem()).toList());
        assertEquals(
                "2 an answer to GET that is no stream; 4 its body is not in the file; "
                        + "5 its body is not in the file, only what the browser made of its events",
                reasons(report.skipped()));
        assertEquals("6 response.content.text is not the base64 that it says it is", reasons(report.problems()));
        assertEquals(CHAT, new String(recording("openai/openai-chat-0001").copyBody(), UTF_8));
        assertEquals(CHAT, new String(recording("openai/openai-chat-0002").copyBody(), UTF_8));
        RecordingMetadata metadata = recording("openai/openai-chat-0001").metadata();
        assertEquals(SSE, metadata.contentType());
        assertEquals("{server=cloudflare}", metadata.headers().toString());
        assertEquals(List.of("imported"), metadata.features());
        assertEquals("imported from some.har", metadata.provenance());
        assertEquals("m", metadata.model());
        assertEquals(
                "xxxxxxxxxxxxx is over its limit",
                recording("openai/openai-chat-0003")
                        .expectation()
                        .orElseThrow()
                        .error()
                        .orElseThrow()
                        .message()
                        .orElseThrow());
    }

    @Test
    void nothingOfWhoAskedIsImported() throws IOException {
        ObjectNode har = har();
        String body = text("sk-planted-bearer-1 planted-cookie-5 org-planted-7 planted-query-key-4") + stop() + DONE;
        content(entry(har, "POST", CHAT_URL + "?key=planted-query-key-4", 200, SSE))
                .put("text", body);
        imported("a.har", har.toString());

        try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file).contains("planted"), file.toString());
            }
        }
        assertEquals(
                List.of("imported", "masked"),
                recording("openai/openai-chat-0001").metadata().features());
    }

    @Test
    void anArchiveThatBreaksOffIsImportedAsFarAsItGoes() throws IOException {
        ObjectNode har = har();
        content(entry(har, "POST", CHAT_URL, 200, SSE)).put("text", CHAT);
        content(entry(har, "POST", CHAT_URL, 200, SSE)).put("text", CHAT);
        String whole = har.toString();

        ImportReport report = imported("cut.har", whole.substring(0, whole.length() - 20));

        assertEquals(1, report.imported().size());
        assertEquals(2, report.problems().get(0).number());
        assertTrue(
                report.problems().get(0).reason().startsWith("not the JSON of an HTTP archive, at line 1"),
                () -> report.problems().toString());
    }

    @Test
    void whatIsNoArchiveIsSaidToBeNone() throws IOException {
        for (String content : List.of("", "[]", "{}", "{\"log\":[]}", "{\"log\":{\"entries\":{}}}", "\"log\"")) {
            assertEquals(
                    "0 no HTTP archive: expected log.entries in it",
                    reasons(imported("x.har", content).problems()),
                    content);
        }
        assertEquals(
                "1 expected request.url and response.status",
                reasons(imported("x.har", "{\"log\":{\"entries\":[{}]}}").problems()));
        assertEquals(
                "0 neither an HTTP archive (.har) nor a cassette (.yaml, .yml)",
                reasons(imported("x.txt", "").problems()));
    }

    @Test
    void archivesAreTakenWithinLimits() throws IOException {
        ObjectNode har = har();
        content(entry(har, "POST", CHAT_URL, 200, SSE)).put("text", CHAT);
        content(entry(har, "POST", CHAT_URL, 200, SSE)).put("text", CHAT);
        String file = har.toString();

        assertEquals(
                "2 more than 1 entries",
                reasons(imported("x.har", file, new ImportLimits(1 << 20, 1, 1 << 20, 1, 64))
                        .problems()));
        assertEquals(
                "0 longer than 10 bytes",
                reasons(imported("x.har", file, new ImportLimits(10, 1, 1, 1, 1))
                        .problems()));
        assertEquals(
                "1 its body is longer than 200 bytes; 2 its body is longer than 200 bytes",
                reasons(imported("x.har", file, new ImportLimits(1 << 20, 1, 200, 9, 64))
                        .skipped()));
        assertEquals(
                "1 not the JSON of an HTTP archive",
                reasons(imported("x.har", "{\"log\":{\"entries\":[" + "[".repeat(100_000))
                        .problems()));
    }

    private static String indented(String text) {
        return text.strip().replace("\n", "\n        ");
    }

    @Test
    void aRubyCassetteIsRead() throws IOException {
        String cassette = """
                ---
                http_interactions:
                - request:
                    method: post
                    uri: https://api.anthropic.com/v1/messages
                    body:
                      encoding: UTF-8
                      string: '{"model":"claude","stream":true}'
                    headers:
                      X-Api-Key:
                      - planted-x-api-key-2
                  response:
                    status:
                      code: 200
                      message: OK
                    headers: &headers
                      Content-Type:
                      - text/event-stream; charset=utf-8
                      Request-Id:
                      - req_planted
                    body:
                      encoding: UTF-8
                      string: |+
                        event: ping
                        data: {"type": "ping"}

                  recorded_at: Tue, 20 Jan 2026 00:00:00 GMT
                - request:
                    method: post
                    uri: https://api.openai.com/v1/chat/completions
                  response:
                    status:
                      code: 200
                    headers: *headers
                    body:
                      encoding: ASCII-8BIT
                      base64_string: |
                        %s
                - request:
                    method: post
                    uri: https://api.openai.com/v1/chat/completions
                  response:
                    status:
                      code: 200
                    headers: *headers
                    body:
                      encoding: ASCII-8BIT
                      string: !binary |-
                        %s
                recorded_with: VCR 6.4.0
                """.formatted(base64(CHAT.getBytes(UTF_8)), base64(CHAT.getBytes(UTF_8)));

        ImportReport report = imported("ruby.yml", cassette);

        assertEquals("", reasons(report.problems()) + reasons(report.skipped()));
        assertEquals(
                List.of("anthropic/anthropic-messages-0001", "openai/openai-chat-0001", "openai/openai-chat-0002"),
                report.imported().stream().map(each -> each.recording().stem()).toList());
        assertEquals(
                "event: ping\ndata: {\"type\": \"ping\"}\n\n",
                new String(recording("anthropic/anthropic-messages-0001").copyBody(), UTF_8));
        assertEquals(CHAT, new String(recording("openai/openai-chat-0001").copyBody(), UTF_8));
        assertEquals(CHAT, new String(recording("openai/openai-chat-0002").copyBody(), UTF_8));
        assertEquals(
                "{}", recording("openai/openai-chat-0002").metadata().headers().toString());
    }

    @Test
    void aPythonCassetteIsReadCompressedOrNot() throws IOException {
        String answer = """
                - request:
                    body: '{"stream":true}'
                    headers:
                      authorization: [Bearer sk-planted-bearer-1]
                    method: POST
                    uri: https://api.openai.com/v1/chat/completions
                  response:
                    body:
                      string: %s
                    headers:
                      content-encoding: [%s]
                      content-type: [text/event-stream]
                    status: {code: 200, message: OK}
                """;
        String plain = JSON.writeValueAsString(CHAT);
        String cassette = "interactions:\n"
                + answer.formatted("!!binary |\n        " + indented(base64(gzip(CHAT))), "gzip")
                + answer.formatted(plain, "gzip")
                + answer.formatted(plain, "br")
                + answer.formatted(
                        "!!binary |\n        " + base64(new byte[] {0x1F, (byte) 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9}),
                        "gzip")
                + answer.formatted("!!python/unicode 'data: x'", "identity")
                + "version: 1\n";

        ImportReport report = imported("python.yaml", cassette);

        assertEquals("", reasons(report.problems()));
        assertEquals(
                "3 content encoding br; 4 its body is not in the content encoding that it names",
                reasons(report.skipped()));
        assertEquals(3, report.imported().size());
        assertEquals(CHAT, new String(recording("openai/openai-chat-0001").copyBody(), UTF_8));
        assertEquals(CHAT, new String(recording("openai/openai-chat-0002").copyBody(), UTF_8));
        assertEquals("data: x", new String(recording("openai/openai-chat-0003").copyBody(), UTF_8));
    }

    @Test
    void aGoCassetteIsRead() throws IOException {
        String cassette = """
                ---
                version: 2
                interactions:
                  - id: 0
                    request:
                      url: http://localhost:11434/api/chat
                      method: POST
                    response:
                      headers:
                        Content-Type:
                          - application/x-ndjson
                      status: 200 OK
                      code: 200
                      body: |
                        {"model":"m","message":{"role":"assistant","content":"Hi"},"done":false}
                        {"model":"m","done":true,"done_reason":"stop"}
                  - request: {}
                """;

        ImportReport report = imported("go.yaml", cassette);

        assertEquals("2 expected request.uri and response.status.code", reasons(report.problems()));
        assertEquals(
                "local/ollama-chat-0001", report.imported().get(0).recording().stem());
        assertTrue(report.imported().get(0).recording().complete());
        assertEquals(
                "Hi",
                recording("local/ollama-chat-0001")
                        .expectation()
                        .orElseThrow()
                        .main()
                        .text()
                        .orElseThrow());
    }

    @Test
    void hostileYamlIsRefusedInAMoment() throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertEquals(
                "1 expected request.uri and response.status.code; 2 expected request.uri and response.status.code",
                reasons(imported("laughs.yaml", laughs + "interactions: *a59\n").problems()));
        assertEquals(
                "0 an alias of nothing that stands before it as a whole at line 1, column 19",
                reasons(imported("self.yaml", "interactions: &a [*a]").problems()));
        assertEquals(
                "0 nested deeper than 64 at line 1, column 65",
                reasons(imported("deep.yaml", "[".repeat(100_000)).problems()));
        assertEquals(
                "0 longer than 10 bytes",
                reasons(imported("long.yaml", "x".repeat(100_000), new ImportLimits(1, 10, 1, 1, 9))
                        .problems()));
        assertEquals(
                "0 a key that is no text at line 1, column 3",
                reasons(imported("key.yaml", "? [a]\n: b").problems()));
        assertEquals(
                "0 a binary that is not base64 at line 1, column 4",
                reasons(imported("binary.yaml", "a: !!binary \"%%%A\"").problems()));
    }

    @Test
    void whatIsNoCassetteIsSaidToBeNone() throws IOException {
        for (String content : List.of("", "a: 1", "interactions: 5", "- 1")) {
            assertEquals(
                    "0 no cassette: expected a list http_interactions or interactions in it",
                    reasons(imported("x.yaml", content).problems()),
                    content);
        }
        String broken =
                reasons(imported("x.yaml", "a: 1\nb: [planted-secret\nc: }").problems());
        assertTrue(broken.startsWith("0 not YAML: ") && broken.contains("at line 3"), broken);
        assertFalse(broken.contains("planted"), broken);
        Files.write(folder.resolve("x.yaml"), new byte[] {'a', ':', ' ', (byte) 0xFF});
        TrafficImport traffic = new TrafficImport(folder, "", ImportLimits.DEFAULTS);
        traffic.add(folder.resolve("x.yaml"));
        assertEquals("0 not UTF-8", reasons(traffic.report().problems()));
    }
}
