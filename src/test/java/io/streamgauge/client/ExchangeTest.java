package io.streamgauge.client;

import static io.streamgauge.client.Answers.DONE;
import static io.streamgauge.client.Answers.HEAD;
import static io.streamgauge.client.Answers.LAST_CHUNK;
import static io.streamgauge.client.Answers.bytes;
import static io.streamgauge.client.Answers.chunk;
import static io.streamgauge.client.Answers.chunked;
import static io.streamgauge.client.Answers.sized;
import static io.streamgauge.client.Answers.stop;
import static io.streamgauge.client.Answers.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.time.ManualTime;
import io.streamgauge.transport.LeakCheck;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client without a socket: every read is the test's, and so is the time. */
@ExtendWith(LeakCheck.class)
class ExchangeTest {
    private static final long MILLI = 1_000_000;
    private static final String ANSWER = chunked(text("Hel"), text("lo 漢"), stop(), DONE);

    private final RecordingListener listener = new RecordingListener();
    private ManualTime wiredTime = new ManualTime();

    private WiredExchange wired() {
        return wired(ClientOptions.DEFAULTS);
    }

    private WiredExchange wired(ClientOptions options) {
        return new WiredExchange(options, listener);
    }

    @Test
    void theListenerIsToldEverythingInOrder() {
        try (WiredExchange wired = wired()) {
            wired.read(ANSWER);
        }
        assertEquals(
                List.of(
                        "send",
                        "head 200",
                        "read",
                        "text Hel",
                        "text lo 漢",
                        "finish stop",
                        "terminal",
                        "read end",
                        "end SENTINEL",
                        "closed"),
                listener.calls);
        assertTrue(listener.outcome().isSuccess());
        assertTrue(listener.outcome().contentSeen());
    }

    @Test
    void everyCutOfTheAnswerGivesTheSame() {
        byte[] answer = bytes(ANSWER);
        for (int cut = 1; cut < answer.length; cut++) {
            RecordingListener cutListener = new RecordingListener();
            try (WiredExchange wired = new WiredExchange(ClientOptions.DEFAULTS, cutListener)) {
                wired.read(answer, 0, cut);
                wired.read(answer, cut, answer.length);
            }
            assertWhole(cutListener, "cut at " + cut);
        }
    }

    @Test
    void byteByByteGivesTheSame() {
        byte[] answer = bytes(ANSWER);
        try (WiredExchange wired = wired()) {
            for (int at = 0; at < answer.length; at++) {
                wired.read(answer, at, at + 1);
            }
        }
        assertWhole(listener, "byte by byte");
    }

    @Test
    void randomReadsGiveTheSame() {
        byte[] answer = bytes(ANSWER);
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            RecordingListener cutListener = new RecordingListener();
            try (WiredExchange wired = new WiredExchange(ClientOptions.DEFAULTS, cutListener)) {
                for (int at = 0; at < answer.length; ) {
                    int end = Math.min(answer.length, at + 1 + random.nextInt(200));
                    wired.read(answer, at, end);
                    at = end;
                }
            }
            assertWhole(cutListener, "seed " + seed);
        }
    }

    private static void assertWhole(RecordingListener listener, String how) {
        String body = text("Hel") + text("lo 漢") + stop() + DONE;
        assertEquals("Hello 漢", listener.text(), how);
        assertEquals(Optional.empty(), listener.outcome().failure(), how);
        assertEquals(body, listener.body.toString(StandardCharsets.UTF_8), how);
        assertEquals(bytes(body).length, listener.bytesTold, how);
        assertEquals(listener.bytesTold, listener.outcome().bodyBytes(), how);
    }

    @Test
    void aReadHasOneStampAndItIsTakenBeforeDecoding() {
        RecordingListener slow = new RecordingListener() {
            @Override
            public void onText(int choice, int part, ByteSlice piece) {
                super.onText(choice, part, piece);
                wiredTime.advance(MILLI); // decoding costs time
            }
        };
        try (WiredExchange wired = new WiredExchange(ClientOptions.DEFAULTS, slow)) {
            wiredTime = wired.time;
            long start = wired.time.nanoTime();
            wired.read(HEAD);
            wired.time.advance(10 * MILLI);
            wired.clockCalls();
            wired.read(chunk(text("a")) + chunk(text("b")) + chunk(text("c")));
            assertEquals(1, wired.clockCalls(), "clock calls of a read with three chunks");
            wired.read(chunk(text("d")));

            assertEquals(List.of(start + 10 * MILLI, start + 13 * MILLI), slow.reads);
            assertEquals(start, slow.headNanos);
        }
    }

    @Test
    void theSendStampIsThatOfTheFlushAndNotOfTheCall() {
        try (WiredExchange wired = wired()) {
            assertEquals(wired.time.nanoTime(), listener.sentNanos);
            String request = wired.written();
            assertTrue(request.startsWith("POST /v1/chat/completions HTTP/1.1\r\nhost: localhost:1\r\n"), request);
            assertTrue(request.contains("\r\naccept-encoding: identity\r\n"), request);
            assertTrue(request.contains("\r\nauthorization: Bearer sk-secret-value\r\n"), request);
            assertTrue(request.endsWith("\"stream_options\":{\"include_usage\":true}}"), request);
        }
    }

    @Test
    void aBodyThatStopsBeforeItsEndIsTruncated() {
        try (WiredExchange wired = wired()) {
            wired.read(HEAD + chunk(text("Hel")));
            wired.serverCloses();
        }
        assertEquals(StreamFailure.Kind.TRUNCATED, listener.failure().kind());
        assertEquals("Hel", listener.text());
        assertEquals("closed", listener.calls.get(listener.calls.size() - 1));
    }

    @Test
    void aWellFramedBodyWithoutATerminalEventIsTruncated() {
        try (WiredExchange wired = wired()) {
            wired.read(chunked(text("Hel")));
        }
        assertEquals(StreamFailure.Kind.TRUNCATED, listener.failure().kind());
    }

    @Test
    void aConnectionLostBehindTheTerminalEventIsASuccess() {
        try (WiredExchange wired = wired()) {
            wired.read(HEAD + chunk(text("Hel")) + chunk(DONE));
            wired.serverCloses();
        }
        assertTrue(listener.outcome().isSuccess());
    }

    @Test
    void aBodyThatTheConnectionEndsIsWhole() {
        try (WiredExchange wired = wired()) {
            wired.read("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n" + text("Hel") + stop() + DONE);
            wired.serverCloses();
        }
        assertTrue(listener.outcome().isSuccess());
        assertEquals("Hel", listener.text());
    }

    @Test
    void anErrorWithinTheStreamIsTheProviders() {
        try (WiredExchange wired = wired()) {
            wired.read(HEAD + chunk(text("Hel")));
            wired.read(
                    chunk("data: {\"error\":{\"message\":\"busy\",\"type\":\"overloaded_error\",\"code\":529}}\n\n"));
            wired.read(LAST_CHUNK);
        }
        assertEquals(
                new StreamFailure.ProviderReported(new VendorError("overloaded_error", "529", "busy")),
                listener.failure());
        assertTrue(listener.calls.contains("error busy"));
    }

    @Test
    void anErrorStatusIsDecodedFromItsBody() {
        String body = "{\"error\":{\"message\":\"slow down\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}";
        try (WiredExchange wired = wired()) {
            for (byte b : bytes(sized("429 Too Many Requests", "retry-after: 1.5\r\n", body))) {
                wired.read(new byte[] {b}, 0, 1);
            }
        }
        assertEquals(
                new StreamFailure.HttpStatus(
                        429,
                        new VendorError("requests", "rate_limit_exceeded", "slow down"),
                        body,
                        Optional.of(Duration.ofMillis(1_500))),
                listener.failure());
        assertEquals(429, listener.outcome().status());
        assertEquals(Optional.empty(), listener.outcome().end());
    }

    @Test
    void aPageOfAProxyIsQuoted() {
        try (WiredExchange wired = wired()) {
            wired.read(sized("502 Bad Gateway", "", "<html>" + "x".repeat(100_000)));
        }
        StreamFailure.HttpStatus failure = (StreamFailure.HttpStatus) listener.failure();
        assertEquals(ErrorBody.MAX_EXCERPT, failure.excerpt().length());
        assertTrue(failure.excerpt().startsWith("<html>xxx"));
    }

    @Test
    void informationalResponsesArePassedOver() {
        try (WiredExchange wired = wired()) {
            wired.read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n" + ANSWER);
        }
        assertWhole(listener, "with 1xx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n"})
    void whatIsNoHttpIsAProtocolError(String nonsense) {
        try (WiredExchange wired = wired()) {
            wired.read(nonsense);
            assertFalse(wired.channel.isOpen());
        }
        assertEquals(StreamFailure.Kind.PROTOCOL, listener.failure().kind());
    }

    @Test
    void aCompressedBodyIsAProtocolError() {
        try (WiredExchange wired = wired()) {
            wired.read("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabcde\r\n");
        }
        assertTrue(listener.failure().describe().contains("gzip"));
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100})
    void aLineBeyondTheLimitEndsTheStreamAndKeepsWhatCameBefore(int limit) {
        String line = "data: " + "x".repeat(94);
        try (WiredExchange wired =
                wired(ClientOptions.DEFAULTS.withParserLimits(new ParserLimits(limit, 1 << 20, 1 << 20)))) {
            String event = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n";
            wired.read(HEAD + chunk(event) + chunk(line + "\n\n") + chunk(DONE) + LAST_CHUNK);
        }
        assertEquals("Hi", listener.text());
        assertEquals(
                limit < line.length() ? Optional.of(StreamFailure.Kind.LIMIT) : Optional.empty(),
                listener.outcome().failure().map(StreamFailure::kind));
    }

    @Test
    void aHeadBeyondTheLimitIsAProtocolError() {
        try (WiredExchange wired = wired()) {
            wired.read("HTTP/1.1 200 OK\r\nx: " + "y".repeat(70_000) + "\r\n\r\n");
        }
        assertEquals(StreamFailure.Kind.PROTOCOL, listener.failure().kind());
    }

    @Test
    void cancellingClosesTheConnectionAndEndsTheStream() {
        try (WiredExchange wired = wired()) {
            wired.read(HEAD + chunk(text("Hel")));
            wired.exchange.cancel();
            wired.channel.runPendingTasks();
            assertFalse(wired.channel.isOpen());
            wired.exchange.cancel();
            wired.channel.runPendingTasks();
        }
        assertEquals(new StreamFailure.Cancelled(), listener.failure());
        assertEquals("Hel", listener.text());
    }

    @Test
    void noSecretIsShown() {
        assertFalse(WiredExchange.REQUEST.toString().contains("secret"));
        try (WiredExchange wired = wired()) {
            wired.read("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n");
            wired.serverCloses();
        }
        assertFalse(listener.outcome().toString().contains("secret"));
    }
}
