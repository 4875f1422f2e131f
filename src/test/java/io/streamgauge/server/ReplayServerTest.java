package io.streamgauge.server;

import static io.streamgauge.server.RawClient.exchange;
import static io.streamgauge.server.RawClient.get;
import static io.streamgauge.server.RawClient.post;
import static io.streamgauge.server.TestRecordings.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.server.pace.Distributions;
import io.streamgauge.server.plan.EventIndex;
import io.streamgauge.transport.LeakCheck;
import java.net.BindException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakCheck.class)
class ReplayServerTest {
    private static final String HELLO = "{\"model\":\"openai/hello\",\"stream\":true}";

    private ReplayServer server;

    @BeforeEach
    void start() throws BindException {
        server = ReplayServer.builder().recordings(TestRecordings.ALL).start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private RawClient.Response answer(String request) throws Exception {
        return exchange(server.port(), request);
    }

    private static Stream<Arguments> everyPaceWithEveryCut() {
        List<String> paces =
                List.of("rate: unlimited", "rate: recorded", "rate: 2000", "speed: 10", "ttft: 3ms", "ttft: 800us");
        List<String> cuts = List.of(
                "recorded",
                "event",
                "events:2",
                "events:100",
                "bytes:7",
                "byte",
                "random:1-20",
                "utf8",
                "crlf",
                "data",
                "whole");
        return paces.stream().flatMap(pace -> cuts.stream().map(cut -> Arguments.of(pace, cut)));
    }

    @ParameterizedTest
    @MethodSource("everyPaceWithEveryCut")
    void theBodyIsTheRecordingByteForByte(String pace, String cut) throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            for (ServedRecording recording : TestRecordings.ALL) {
                RawClient.Response response = client.send(post(
                                "/v1/chat/completions",
                                "{\"stream\":true}",
                                "x-streamgauge-recording: " + recording.name(),
                                "x-streamgauge-" + pace,
                                "x-streamgauge-fragmentation: " + cut))
                        .read();

                assertArrayEquals(bytes(recording), response.body(), recording.name());
                assertEquals(recording.status(), response.status());
                assertEquals(recording.contentType(), response.header("content-type"));
            }
        }
    }

    @Test
    void eachWriteIsAChunkOfTheCutThatWasAskedFor() throws Exception {
        int length = bytes(TestRecordings.CHAT).length;
        EventIndex index = new ReplayBody(TestRecordings.CHAT).index();
        List<Integer> blocks = IntStream.range(0, index.blocks())
                .map(i -> index.end(i) - (i == 0 ? 0 : index.end(i - 1)))
                .boxed()
                .toList();

        assertEquals(blocks, chunks("event"));
        assertEquals(List.of(length), chunks("whole"));
        assertEquals(length, chunks("byte").size());
        assertEquals(List.of(64, 64), chunks("bytes:64").subList(0, 2));
        assertEquals(chunks("random:1-9"), chunks("random:1-9"));
        assertEquals(
                List.of(7, 93, 200, length - 300),
                answer(post("/v1/chat/completions", "{\"model\":\"openai/timed\",\"stream\":true}"))
                        .chunkLengths());
    }

    private List<Integer> chunks(String cut) throws Exception {
        return answer(post("/v1/chat/completions", HELLO, "x-streamgauge-fragmentation: " + cut))
                .chunkLengths();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/chat/completions, openai/hello",
        "/openai/v1/chat/completions, openai/hello",
        "/openai/deployments/openai%2Fhello/chat/completions?api-version=2024-10-21, openai/hello",
        "/v1/messages, anthropic/hello",
        "/v1beta/models/gemini/hello:streamGenerateContent?alt=sse&key=k, gemini/hello",
        "/v1beta/models/gemini%2Farray:streamGenerateContent, gemini/array",
        "/api/chat, ollama/hello",
        "/v2/chat, cohere/hello",
        "http://gauge:80/v1/chat/completions, openai/hello"
    })
    void everyVendorIsServedAtItsPath(String path, String name) throws Exception {
        boolean modelInPath = path.contains("models/") || path.contains("deployments/");
        RawClient.Response response =
                answer(post(path, modelInPath ? "{\"stream\":true}" : "{\"model\":\"" + name + "\",\"stream\":true}"));

        assertEquals(200, response.status(), response.text());
        assertEquals(name, response.header("x-streamgauge-recording"));
    }

    @Test
    void theModelThatWasRecordedGetsItsRecordingsInTurn() throws Exception {
        assertEquals(
                "openai/hello",
                answer(post("/v1/chat/completions", "{\"model\":\"gpt-test\",\"stream\":true}"))
                        .header("x-streamgauge-recording"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/chat/completions | \"code\":\"model_not_found\"",
                "/openai/deployments/nope/chat/completions | \"code\":\"DeploymentNotFound\"",
                "/v1/messages | \"type\":\"not_found_error\"",
                "/v1beta/models/nope:streamGenerateContent?alt=sse | \"status\":\"NOT_FOUND\"",
                "/api/chat | {\"error\":\"The model `nope` does not exist.\"}",
                "/v2/chat | \"message\":\"The model `nope` does not exist.\""
            })
    void anUnknownModelIsRefusedAsTheVendorDoes(String path, String expected) throws Exception {
        RawClient.Response response = answer(post(path, "{\"model\":\"nope\",\"stream\":true}"));

        assertEquals(404, response.status());
        assertTrue(response.text().contains(expected), response.text());
        assertEquals("application/json", response.header("content-type"));
    }

    @Test
    void recordingsAreServedInTurnWithinTheirDialect() throws Exception {
        List<String> served = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            served.add(answer(post(
                            "/v1/chat/completions",
                            "{\"model\":\"any\",\"stream\":true}",
                            "x-streamgauge-recording: in-turn"))
                    .header("x-streamgauge-recording"));
        }

        assertEquals(
                List.of("openai/hello", "openai/timed", "openrouter/commented", "openai/wrong-key", "openai/hello"),
                served);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aSeedAlwaysPicksTheSameRecording(long seed) throws Exception {
        List<String> served = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            served.add(answer(post(
                            "/v1/chat/completions",
                            "{\"stream\":true}",
                            "x-streamgauge-recording: by-seed",
                            "x-streamgauge-seed: " + seed))
                    .header("x-streamgauge-recording"));
        }

        assertEquals(1, served.stream().distinct().count(), served.toString());
        assertFalse(served.get(0).isEmpty());
    }

    @Test
    void aControlThatCannotBeReadIsRefusedByName() throws Exception {
        RawClient.Response response = answer(post("/v1/messages", HELLO, "x-streamgauge-fragmentation: in halves"));

        assertEquals(400, response.status());
        assertTrue(
                response.text()
                        .contains("Header x-streamgauge-fragmentation is 'in halves': expected recorded, event,"),
                response.text());
        assertEquals(
                400,
                answer(post("/v1/messages", HELLO, "x-streamgauge-recording: none"))
                        .status());
    }

    @Test
    void unreadableJsonIsABadRequest() throws Exception {
        RawClient.Response response = answer(post("/v1beta/models/m:streamGenerateContent", "{\"contents\": [}"));

        assertEquals(400, response.status());
        assertTrue(response.text().contains("INVALID_ARGUMENT"), response.text());
    }

    @Test
    void acceptAndUpgradeChangeNothing() throws Exception {
        for (String header : List.of(
                "accept: application/json",
                "accept: nothing/at-all",
                "accept-encoding: gzip",
                "connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAEAAEAAAAIAAAAAAAMAAAAA")) {
            RawClient.Response response = answer(post("/v1/chat/completions", HELLO, header));

            assertEquals(200, response.status());
            assertEquals("text/event-stream; charset=utf-8", response.header("content-type"));
            assertArrayEquals(bytes(TestRecordings.CHAT), response.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-api-key: k\r\nanthropic-version: 2023-06-01",
                "authorization: Bearer k\r\nanthropic-version: 2026-10-21"
            })
    void bothWaysToShowAKeyAreTaken(String headers) throws Exception {
        assertEquals(
                200,
                answer(post("/v1/messages", "{\"model\":\"claude-test\",\"stream\":true}", headers))
                        .status());
    }

    @Test
    void theJdksClientWithItsUpgradeToVersionTwoIsServed() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/v1/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString(HELLO))
                .build();
        for (int i = 0; i < 3; i++) {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());

            assertEquals(HttpClient.Version.HTTP_1_1, response.version());
            assertArrayEquals(bytes(TestRecordings.CHAT), response.body());
        }
    }

    @Test
    void recordedHeadersAreReplayedExceptThoseOfTheTransfer() throws Exception {
        RawClient.Response response = answer(post("/v1/chat/completions", "{\"model\":\"gpt-error\",\"stream\":true}"));

        assertEquals(401, response.status());
        assertEquals("req_1", response.header("x-request-id"));
        assertEquals("application/json; charset=utf-8", response.header("content-type"));
    }

    @Test
    void theStreamsNumberJoinsTheAnswerWithItsSends() throws Exception {
        SendLog.Reader reader = server.sendLog().newReader();
        RawClient.Response response = answer(post("/v1/chat/completions", HELLO));
        long number = Long.parseLong(response.header("x-streamgauge-stream"));
        List<String> sends = new ArrayList<>();
        reader.drain((stream, write, events, end, due, sent) -> {
            assertEquals(number, stream);
            assertTrue(sent >= due);
            sends.add(write + ":" + events + ":" + end);
        });
        List<String> expected = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < response.chunks().size(); i++) {
            end += response.chunks().get(i).length;
            expected.add(i + ":" + (i + 1) + ":" + end);
        }

        assertEquals(expected, sends);
        assertEquals(sends.size(), server.sendLog().lateness().getTotalCount());
        assertEquals(1, server.sendLog().streams());
        assertTrue(answer(get("/_streamgauge/sends?stream=" + number)).text().contains("\"bytes\":" + end));
        assertEquals(
                "{\"sends\":[]}", answer(get("/_streamgauge/sends?stream=77")).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/models || {\"object\":\"list\",\"data\":[{\"id\":\"openai/hello\",\"object\":\"model\",",
                "/openai/v1/models || {\"object\":\"list\",\"data\":[{\"id\":\"openai/hello\",",
                "/v1/models/openai/hello || {\"id\":\"openai/hello\",\"object\":\"model\",",
                "/v1/models | anthropic-version: 2023-06-01 | {\"data\":[{\"type\":\"model\",\"id\":\"anthropic/",
                "/v1/models/anthropic%2Fhello | x-api-key: k | {\"type\":\"model\",\"id\":\"anthropic/hello\",",
                "/v1beta/models?key=k || {\"models\":[{\"name\":\"models/gemini/array\",",
                "/v1beta/models/gemini/hello || {\"name\":\"models/gemini/hello\",",
                "/api/tags || {\"models\":[{\"name\":\"ollama/hello\",\"model\":\"ollama/hello\",",
                "/api/version || {\"version\":\"",
                "/health || {\"status\":\"ok\",\"recordings\":9,\"openStreams\":0,\"streams\":0}"
            })
    void listsHaveTheShapeOfTheirVendor(String path, String header, String expected) throws Exception {
        RawClient.Response response = answer(header == null ? get(path) : get(path, header));

        assertEquals(200, response.status());
        assertTrue(response.text().startsWith(expected), response.text());
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertEquals(404, answer(get("/nowhere")).status());
        assertEquals(404, answer(get("/v1/models/nope")).status());
        assertEquals(404, answer(post("/v1/embeddings", "{}")).status());
        assertEquals(405, answer(get("/v1/chat/completions")).status());
        assertEquals("POST", answer(get("/v1/chat/completions")).header("allow"));
        assertEquals(405, answer(post("/health", "{}")).status());
        assertEquals("GET, HEAD", answer(post("/health", "{}")).header("allow"));
        assertEquals(400, answer(get("/v1/%zz")).status());
        assertEquals(400, answer(get("/_streamgauge/sends?stream=x")).status());
    }

    @Test
    void aPortInUseIsToldInOneLine() {
        BindException exception = assertThrows(
                BindException.class,
                () -> ReplayServer.builder().port(server.port()).start());

        assertTrue(
                exception.getMessage().startsWith("cannot listen on 127.0.0.1:" + server.port() + ": "),
                exception.getMessage());
        assertFalse(exception.getMessage().contains("\n"));
    }

    @Test
    void aHostThatIsNoneIsToldInOneLine() {
        BindException exception = assertThrows(
                BindException.class,
                () -> ReplayServer.builder().host("no.such.host.invalid").start());

        assertEquals("cannot listen on no.such.host.invalid:0: no such host", exception.getMessage());
    }

    @Test
    void randomChoicesCanBeRepeatedFromTheSeedInTheAnswer() throws Exception {
        String request = "{\"model\":\"openai/hello\",\"stream\":true}";
        String cut = "x-streamgauge-fragmentation: random:1-50";
        RawClient.Response first =
                answer(post("/v1/chat/completions", request, cut, "x-streamgauge-recording: by-seed"));
        String seed = "x-streamgauge-seed: " + first.header("x-streamgauge-seed");
        RawClient.Response again =
                answer(post("/v1/chat/completions", request, cut, "x-streamgauge-recording: by-seed", seed));

        assertEquals(first.header("x-streamgauge-recording"), again.header("x-streamgauge-recording"));
        assertEquals(first.chunkLengths(), again.chunkLengths());
    }

    @Test
    void aPaceThatDrawsFromNoRecordingIsNotServed() throws Exception {
        ReplayServer.Builder builder = ReplayServer.builder().recordings(TestRecordings.ALL);
        for (String none : List.of("openai/hello", "nobody")) {
            builder.schedule(ReplaySchedule.gaps(Distributions.parse("bimodal(1ms,empirical(" + none + "),p=0.5)")));
            assertEquals(
                    "there is no recording " + none + " with a timing to draw from",
                    assertThrows(IllegalArgumentException.class, builder::start).getMessage());
        }
        builder.schedule(ReplaySchedule.gaps(Distributions.parse("empirical(openai/timed)")))
                .start()
                .close();
    }

    @Test
    void aTimingMayBeDrawnFromForAnotherRecording() throws Exception {
        String gap = "x-streamgauge-gap: empirical(openai/timed)";
        SendLog.Reader reader = server.sendLog().newReader();
        List<Long> due = new ArrayList<>();
        answer(post("/v1/chat/completions", HELLO, gap, "x-streamgauge-fragmentation: event"));
        reader.drain((stream, write, events, end, dueNanos, sent) -> due.add(dueNanos));

        for (int i = 1; i < due.size(); i++) {
            assertTrue(List.of(2_000_000L, 500_000L, 4_500_000L).contains(due.get(i) - due.get(i - 1)), due.toString());
        }
        RawClient.Response none = answer(post("/v1/chat/completions", HELLO, "x-streamgauge-gap: empirical"));
        assertEquals(400, none.status());
        assertTrue(none.text().contains("expected empirical to find a timing"), none.text());
    }

    @Test
    void twoRecordingsOfOneNameAreNotServed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ReplayServer.builder()
                        .recordings(List.of(TestRecordings.CHAT, TestRecordings.CHAT))
                        .start());
    }
}
