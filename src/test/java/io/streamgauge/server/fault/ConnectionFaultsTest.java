package io.streamgauge.server.fault;

import static io.streamgauge.server.fault.Scripts.SSE;
import static io.streamgauge.server.fault.Scripts.sse;
import static io.streamgauge.server.fault.Scripts.struck;
import static io.streamgauge.server.fault.Scripts.text;
import static io.streamgauge.server.fault.Scripts.writes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.server.fault.ContentCoding.Compressed;
import io.streamgauge.server.plan.TimedBody;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionFaultsTest {
    private static final int LENGTH = SSE.getBytes(UTF_8).length;

    @ParameterizedTest
    @CsvSource({
        "fin@event=2, CLOSED, 31, 20",
        "rst@event=0, RESET, 0, 0",
        "rst, RESET, 31, 20",
        "rst@byte=20, RESET, 20, 10",
        "stall@event=1, NEVER, 15, 10",
        "rst@end, RESET, 60, 30",
        "fin@each, CLOSED, 0, 0",
        "truncate@event=1, IN_ORDER, 15, 10",
        "no-last-chunk, CLOSED, 60, 30",
        "no-last-chunk@p=0, IN_ORDER, 60, 0"
    })
    void anAnswerEndsWhereAndWhenTheFaultSays(String faults, Ending ending, int length, long nanos) {
        Script script = struck(faults, sse()).script();

        assertEquals(ending, script.finish().ending());
        assertEquals(length, script.body().length());
        assertEquals(nanos, script.finish().nanos());
        assertTrue(SSE.startsWith(text(script)));
        assertEquals(0, script.head().nanos());
    }

    @ParameterizedTest
    @CsvSource({"fin@head, CLOSED", "rst@head, RESET", "stall@head, NEVER"})
    void evenTheHeadMayNeverCome(String faults, Ending ending) {
        Script script = struck(faults, sse()).script();

        assertEquals(Script.NEVER_NANOS, script.head().nanos());
        assertEquals(0, script.body().length());
        assertEquals(ending, script.finish().ending());
    }

    @Test
    void aStallMakesEverythingBehindItLate() {
        assertEquals(
                "0:data: {\"a\":1}// 1010:data: {\"é\":2}// 1020:data: {\"c\":3}// 1030:data: [DONE]//",
                writes(struck("stall(1us)@event=1", sse()).script()));
        Script atEnd = struck("stall(for=1us)@end", sse()).script();
        assertEquals(writes(sse()), writes(atEnd));
        assertEquals(1030, atEnd.finish().nanos(), "only the end is late");
        Script atHead = struck("stall(1us)@head", sse()).script();
        assertEquals(1000, atHead.head().nanos());
        assertEquals(1000, atHead.body().dueNanos(0));
    }

    @Test
    void aDripIsCutIntoDrops() {
        Script script = struck("drip(bytes=7,gap=1us)@event=3", sse()).script();

        assertTrue(writes(script).endsWith("20:data: {\"c\":3}// 30:data: [ 1030:DONE]//"), writes(script));
        assertEquals(SSE, text(script));
    }

    @Test
    void aLengthIsAnnouncedThatIsNotTheBodys() {
        assertEquals(
                OptionalInt.of(-10),
                struck("body-longer", sse()).script().transfer().lengthError());
        Script shorter = struck("body-shorter(by=3)", sse()).script();
        assertEquals(OptionalInt.of(3), shorter.transfer().lengthError());
        assertEquals(Ending.CLOSED, shorter.finish().ending());
        assertEquals(LENGTH, shorter.body().length());
    }

    @Test
    void aStatusComesWithTheVendorsWordsOrAnyOther() {
        Script vendor = struck("status(429,retry-after=2s)", sse()).script();
        assertEquals(429, vendor.head().status());
        assertEquals("2", vendor.head().headers().get("retry-after"));
        assertFalse(vendor.head().headers().contains("retry-after-ms"));
        assertEquals("application/json", vendor.head().headers().get("content-type"));
        assertEquals("{\"error\":{\"message\":\"status 429\",\"type\":\"server_error\"}}", text(vendor));

        Script html = struck("status(502,body=html,retry-after=1500ms)", sse()).script();
        assertTrue(text(html).contains("<h1>502 Bad Gateway</h1>"), text(html));
        assertEquals("text/html", html.head().headers().get("content-type"));
        assertEquals("2", html.head().headers().get("retry-after"));
        assertEquals("1500", html.head().headers().get("retry-after-ms"));

        assertEquals("", text(struck("status(503,body=empty)", sse()).script()));
        Script stream = struck("status(500,body=stream)@time=1ms", sse()).script();
        assertEquals(500, stream.head().status());
        assertEquals(1_000_000, stream.head().nanos());
        assertEquals(SSE, text(stream));
    }

    @Test
    void aRedirectLeadsElsewhereOrBack() {
        assertEquals("/v1/path", redirect("redirect").get("location"));
        assertEquals(
                "https://example.org/",
                redirect("redirect(301,to=https://example.org/)").get("location"));
        assertEquals(301, struck("redirect(301)", sse()).script().head().status());
    }

    private static HttpHeaders redirect(String faults) {
        return struck(faults, sse()).script().head().headers();
    }

    @Test
    void headersAreChangedInACopy() {
        Script before = sse();
        Script wrong = struck("content-type(text/html), headers(count=3,bytes=5)", before)
                .script();

        assertEquals("text/html", wrong.head().headers().get("content-type"));
        assertEquals("xxxxx", wrong.head().headers().get("x-flood-3"));
        assertEquals(4, wrong.head().headers().size());
        assertEquals(1, before.head().headers().size());
        assertFalse(
                struck("content-type(none)", before).script().head().headers().contains("content-type"));
    }

    private static InputStream decoder(Coding coding, byte[] bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        return switch (coding) {
            case GZIP -> new GZIPInputStream(in);
            case DEFLATE -> new InflaterInputStream(in);
            case BR -> {
                BrotliInputStream brotli = new BrotliInputStream(in);
                brotli.enableEagerOutput();
                yield brotli;
            }
        };
    }

    private static void assumeAvailable(Coding coding) {
        Assumptions.assumeTrue(
                coding != Coding.BR || Brotli4jLoader.isAvailable(), "there is no brotli for this machine");
    }

    private static Compressed compressed(Script script) {
        return script.transfer().coding().orElseThrow().compress(script.body(), script.isWhole());
    }

    @ParameterizedTest
    @EnumSource(Coding.class)
    void aCodedBodyIsTheBodyAgain(Coding coding) throws IOException {
        assumeAvailable(coding);
        for (String flush : new String[] {"write", "end"}) {
            Script script =
                    struck(coding.word() + "(flush=" + flush + ")", sse()).script();

            assertEquals(coding.word(), script.head().headers().get("content-encoding"));
            assertArrayEquals(
                    SSE.getBytes(UTF_8),
                    decoder(coding, compressed(script).bytes()).readAllBytes(),
                    flush);
        }
    }

    @ParameterizedTest
    @EnumSource(Coding.class)
    void flushedWritesCanBeReadAsTheyCome(Coding coding) throws IOException {
        assumeAvailable(coding);
        Script script = struck(coding.word(), sse()).script();
        TimedBody body = script.body();
        Compressed compressed = compressed(script);
        for (int write = 0; write < body.writes(); write++) {
            byte[] soFar = java.util.Arrays.copyOf(compressed.bytes(), compressed.end(write));
            assertEquals(
                    new String(body.bytes(), 0, body.end(write), UTF_8), readable(coding, soFar), "write " + write);
        }
    }

    /** What can be read of a compressed text before it is cut off. */
    private static String readable(Coding coding, byte[] compressed) throws IOException {
        java.io.ByteArrayOutputStream read = new java.io.ByteArrayOutputStream();
        try (InputStream decoder = decoder(coding, compressed)) {
            for (int b = decoder.read(); b >= 0; b = decoder.read()) {
                read.write(b);
            }
        } catch (IOException e) {
            assertTrue(
                    e instanceof EOFException || coding == Coding.BR, "brotli has no word of its own for a cut: " + e);
        }
        return read.toString(UTF_8);
    }

    @Test
    void aCodedBodyThatIsCutOffHasNoEnd() {
        byte[] cut = compressed(struck("gzip, rst@event=2", sse()).script()).bytes();
        byte[] whole =
                compressed(struck("gzip, truncate@event=2", sse()).script()).bytes();

        assertTrue(cut.length < whole.length);
    }
}
