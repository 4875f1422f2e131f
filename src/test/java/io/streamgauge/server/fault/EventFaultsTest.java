package io.streamgauge.server.fault;

import static io.streamgauge.server.fault.Scripts.SSE;
import static io.streamgauge.server.fault.Scripts.sse;
import static io.streamgauge.server.fault.Scripts.stream;
import static io.streamgauge.server.fault.Scripts.struck;
import static io.streamgauge.server.fault.Scripts.text;
import static io.streamgauge.server.fault.Scripts.writes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.Framing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFaultsTest {
    private static final String LINES = "{1}\n{2}\n{3}\n";
    private static final String ARRAY = "[{\n\"a\":1\n}\n,\r\n{\n\"b\":2\n}\n,\r\n{\n\"c\":3\n}\n]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop@event=1 | {1}/{3}/",
                "drop@start | {2}/{3}/",
                "drop@end | {1}/{2}/",
                "drop | {1}/{3}/",
                "drop@each | ''",
                "drop@each@p=0 | {1}/{2}/{3}/",
                "drop@event=3 | {1}/{2}/{3}/",
                "drop@byte=0 | {2}/{3}/",
                "drop@byte=4 | {1}/{3}/",
                "drop@time=0ms | {2}/{3}/",
                "duplicate@event=0 | {1}/{1}/{2}/{3}/",
                "duplicate(times=2)@end | {1}/{2}/{3}/{3}/{3}/",
                "duplicate@each | {1}/{1}/{2}/{2}/{3}/{3}/",
                "reorder@event=0 | {2}/{1}/{3}/",
                "reorder@event=1 | {1}/{3}/{2}/",
                "reorder@event=2 | {1}/{2}/{3}/",
                "reorder@each | {2}/{1}/{3}/",
                "drop@event=0, duplicate@event=0 | {2}/{2}/{3}/",
                "no-terminal | {1}/{2}/",
                "no-terminal@p=0 | {1}/{2}/{3}/",
                "no-blank-line | {1}/{2}/{3}",
                "truncate@event=1 | {1}/",
                "truncate@byte=5 | {1}/{",
                "truncate@end | {1}/{2}/{3}/",
                "malformed-json@event=1 | {1}/{2]/{3}/",
                "malformed-json@each | {1]/{2]/{3]/",
                "truncated-json@event=0 | {1/{2}/{3}/",
                "huge-line(3)@event=1 | {1}/{2   }/{3}/",
                "comments(count=2)@event=1 | {1}///{2}/{3}/",
                "pings(2)@event=1 | {1}///{2}/{3}/"
            })
    void linesChangeAsTheFaultSays(String faults, String expected) {
        assertEquals(expected, text(faults, Framing.NDJSON, LINES).replace("\n", "/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "drop@event=0 | [{b2}/,_{c3}/]",
                "drop@event=1 | [{a1}/,_{c3}/]",
                "drop@event=2 | [{a1}/,_{b2}/]",
                "drop@each | [/]",
                "duplicate@event=0 | [{a1},_{a1}/,_{b2}/,_{c3}/]",
                "duplicate@end | [{a1}/,_{b2}/,_{c3},_{c3}/]",
                "reorder@event=0 | [{b2}/,_{a1}/,_{c3}/]",
                "reorder@event=1 | [{a1}/,_{c3}/,_{b2}/]",
                "no-terminal | [{a1}/,_{b2}/]",
                "no-blank-line | [{a1}/,_{b2}/,_{c3}"
            })
    void anArrayStaysAnArray(String faults, String expected) {
        String told = text(faults, Framing.JSON_ARRAY, ARRAY)
                .replaceAll("\\{\\n\"(.)\":(.)\\n}", "{$1$2}")
                .replace("\r\n", "_")
                .replace("\n", "/");

        assertEquals(expected, told);
    }

    @Test
    void ofSseOnlyTheBlankLineGoesAndOnlyJsonIsChanged() {
        assertEquals(SSE.substring(0, SSE.length() - 1), text("no-blank-line", Framing.SSE, SSE));
        assertEquals(
                "data: a\r\n\r\ndata: b\r\n", text("no-blank-line", Framing.SSE, "data: a\r\n\r\ndata: b\r\n\r\n"));
        assertEquals(SSE.replace("{\"c\":3}", "{\"c\":3]"), text("malformed-json@event=2", Framing.SSE, SSE));
        assertEquals(SSE.replace("{\"c\":3}", "{\"c\""), text("truncated-json@event=2", Framing.SSE, SSE));
        assertEquals(SSE, text("malformed-json@end, huge-line@end", Framing.SSE, SSE), "[DONE] is no JSON");
    }

    @Test
    void aCharacterLosesItsLastByteWhereverItIs() {
        for (String place : List.of("", "@byte=20", "@event=1")) {
            byte[] cut = struck("cut-utf8" + place, sse()).script().body().bytes();
            byte[] whole = SSE.getBytes(UTF_8);
            int lead = SSE.indexOf('é');
            assertEquals(whole.length - 1, cut.length, place);
            assertEquals(whole[lead], cut[lead], place);
            assertEquals('"', cut[lead + 1], place);
        }
        assertSameScript("cut-utf8@event=2");
    }

    @Test
    void whatAnAnswerDoesNotHaveIsLeftAlone() {
        for (String faults : List.of("drop@event=4", "rst@event=4", "fin@byte=200", "rst@time=1ms", "reorder@end")) {
            assertSameScript(faults);
        }
    }

    private static void assertSameScript(String faults) {
        Script script = sse();
        Faults.Outcome outcome = struck(faults, script);
        assertSame(script, outcome.script(), faults);
        assertEquals(List.of(), outcome.struck());
    }

    @Test
    void theInstantsOfTheOthersStay() {
        assertEquals(
                "0:data: {\"a\":1}// 20:data: {\"c\":3}// 30:data: [DONE]//",
                writes(struck("drop@event=1", sse()).script()));
        assertEquals(
                "0:data: {\"a\":1}// 0:data: {\"a\":1}// 10:data: {\"é\":2}// 20:data: {\"c\":3}// 30:data: [DONE]//",
                writes(struck("duplicate@event=0", sse()).script()));
    }

    @Test
    void floodsComeAtOnceOrHoldUpTheRest() {
        assertEquals(
                "0:{1}/ 10:/ 10:/ 10:{2}/ 20:{3}/",
                writes(struck("comments(count=2)@event=1", stream(Framing.NDJSON, LINES))
                        .script()));
        assertEquals(
                "0:{1}/ 10:/ 1010:/ 2010:{2}/ 2020:{3}/",
                writes(struck("comments(count=2,every=1us)@event=1", stream(Framing.NDJSON, LINES))
                        .script()));
        assertEquals(
                "data: a\n\n: keep-alive ---\n\ndata: b\n\n",
                text("comments(1,bytes=16)@event=1", Framing.SSE, "data: a\n\ndata: b\n\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ANTHROPIC_MESSAGES | event: ping/data: {\"type\": \"ping\"}//",
                "OPENAI_RESPONSES | event: keepalive/data: {\"type\":\"keepalive\"}//",
                "OPENAI_CHAT | : ping//"
            })
    void pingsAreTheVendorsOwn(Dialect dialect, String ping) {
        Script script = struck("pings(2)@event=0", stream(Framing.SSE, "data: a\n\n"), dialect, 1)
                .script();

        assertEquals(ping + ping + "data: a//", text(script).replace("\n", "/"));
    }

    @Test
    void garbageComesFromItsSeed() {
        Script one = struck("garbage(bytes=100)", sse(), Dialect.OPENAI_CHAT, 1).script();
        Script again =
                struck("garbage(bytes=100)", sse(), Dialect.OPENAI_CHAT, 1).script();
        Script other =
                struck("garbage(bytes=100)", sse(), Dialect.OPENAI_CHAT, 2).script();

        assertEquals(SSE.getBytes(UTF_8).length + 100, one.body().length());
        assertTrue(java.util.Arrays.equals(one.body().bytes(), again.body().bytes()));
        assertFalse(java.util.Arrays.equals(one.body().bytes(), other.body().bytes()));
        assertTrue(text(one).startsWith(SSE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void aProbabilityIsThatOfEachEvent(double probability) {
        String lines = "{}\n".repeat(10_000);
        int left = text("drop@each@p=" + probability, Framing.NDJSON, lines).length() / 3;

        assertEquals(10_000 * (1 - probability), left, 150);
    }

    @Test
    void aProbabilityIsThatOfTheAnswerAndTheSeedDecides() {
        int struck = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            String faults = "rst@event=1@p=0.3";
            boolean hit =
                    !struck(faults, sse(), Dialect.OPENAI_CHAT, seed).struck().isEmpty();
            assertEquals(
                    hit,
                    !struck(faults, sse(), Dialect.OPENAI_CHAT, seed).struck().isEmpty());
            struck += hit ? 1 : 0;
        }

        assertEquals(300, struck, 50);
    }

    @Test
    void anotherFaultDoesNotShiftTheDrawsOfTheFirst() {
        String lines = "{}\n".repeat(100);
        Script alone = struck("drop@each@p=0.5", stream(Framing.NDJSON, lines)).script();
        Script both = struck("drop@each@p=0.5, headers(count=1)@p=0.5", stream(Framing.NDJSON, lines))
                .script();

        assertEquals(writes(alone), writes(both));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anErrorEventIsWhatTheDecoderOfTheDialectTakesForAFailure(Dialect dialect) {
        String body = switch (dialect.framing()) {
            case SSE -> "data: {}\n\ndata: {}\n\n";
            case NDJSON -> "{}\n{}\n";
            case JSON_ARRAY -> "[{}\n,\r\n{}\n]";
        };
        for (int event = 0; event < 2; event++) {
            for (String then : List.of("end", "go-on")) {
                String faults = "error(code=529,then=" + then + ")@event=" + event;
                Script script = struck(faults, stream(dialect.framing(), body), dialect, 1)
                        .script();

                assertEquals(
                        dialect == Dialect.OTHER_SSE ? 0 : 1,
                        Failures.of(dialect, script.body().bytes()),
                        dialect + " " + faults + ": " + text(script));
                assertEquals(Ending.IN_ORDER, script.finish().ending());
            }
        }
    }
}
