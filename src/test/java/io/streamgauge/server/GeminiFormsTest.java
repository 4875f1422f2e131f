package io.streamgauge.server;

import static io.streamgauge.server.RawClient.exchange;
import static io.streamgauge.server.RawClient.post;
import static io.streamgauge.server.TestRecordings.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Dialect;
import io.streamgauge.transport.LeakCheck;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class GeminiFormsTest {
    private static ServedRecording other(ServedRecording recording) {
        return GeminiForms.other(recording, new ReplayBody(recording).index());
    }

    private static String text(ServedRecording recording) {
        return new String(bytes(recording), UTF_8);
    }

    private static ServedRecording recording(Dialect dialect, String body, RecordedTiming timing) {
        return new ServedRecording(
                "g",
                dialect,
                "m",
                200,
                dialect.framing().contentType(),
                List.of(),
                ServedRecording.Framed.AS_DIALECT,
                ByteBuffer.wrap(body.getBytes(UTF_8)),
                timing);
    }

    @Test
    void eventsBecomeElementsAsTheyStand() {
        ServedRecording sse =
                recording(Dialect.GEMINI, "data: {\"a\": 1}\r\n\r\ndata: {}\r\n\r\n", RecordedTiming.NONE);

        assertEquals("[{\"a\": 1}\n,\r\n{}\n]", text(other(sse)));
        assertEquals("application/json", other(sse).contentType());
    }

    @Test
    void elementsBecomeEventsOnOneLine() {
        ServedRecording array =
                recording(Dialect.GEMINI_JSON_ARRAY, "[{\n \"a\": [1,\n2]\n}\n,\r\n{}\n]", RecordedTiming.NONE);

        assertEquals("data: {\"a\":[1,2]}\r\n\r\ndata: {}\r\n\r\n", text(other(array)));
    }

    @Test
    void anAnswerWithoutObjectsIsEmptyInBothForms() {
        assertEquals("[\n]", text(other(recording(Dialect.GEMINI, "", RecordedTiming.NONE))));
        assertEquals("", text(other(recording(Dialect.GEMINI_JSON_ARRAY, "[]", RecordedTiming.NONE))));
    }

    @Test
    void whatIsNoJsonStillFitsOnALine() {
        assertEquals(
                "data: {\"a\" }\r\n\r\n",
                text(other(recording(Dialect.GEMINI_JSON_ARRAY, "[{\"a\"\r\n}]", RecordedTiming.NONE))));
    }

    @Test
    void objectsKeepTheirTimes() {
        RecordedTiming timing = RecordedTiming.of(new long[] {100, 200, 300}, new int[] {5, 14, 28});
        ServedRecording array = other(recording(Dialect.GEMINI, "data: {}\r\n\r\ndata: [1]\r\n\r\n", timing));

        assertEquals("[{}\n,\r\n[1]\n]", text(array));
        assertEquals(2, array.timing().reads());
        assertEquals(200, array.timing().micros(0));
        assertEquals(3, array.timing().bytes(0));
        assertEquals(300, array.timing().micros(1));
        assertEquals(10, array.timing().bytes(1));
    }

    @Test
    void everyRecordingCanBeAskedForInBothForms() throws Exception {
        try (ReplayServer server =
                ReplayServer.builder().recordings(TestRecordings.ALL).start()) {
            RawClient.Response array =
                    exchange(server.port(), post("/v1beta/models/gemini/hello:streamGenerateContent", "{}"));
            RawClient.Response sse =
                    exchange(server.port(), post("/v1beta/models/gemini/array:streamGenerateContent?alt=sse", "{}"));
            RawClient.Response whole =
                    exchange(server.port(), post("/v1beta/models/gemini/array:generateContent", "{}"));

            assertEquals("application/json", array.header("content-type"));
            assertEquals(2, WholeAnswer.JSON.readTree(array.body()).size());
            assertEquals("text/event-stream", sse.header("content-type"));
            assertTrue(sse.text().startsWith("data: {\"candidates\":"), sse.text());
            assertEquals(200, whole.status());
        }
    }
}
