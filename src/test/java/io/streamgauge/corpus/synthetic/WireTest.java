package io.streamgauge.corpus.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final Pattern READ = Pattern.compile("\\[(\\d+),(\\d+)]");

    private final Wire wire = new Wire(Pacing.LOCAL_REGULAR, new Dice(1, "wire"));

    @Test
    void blocksWithDataAreEventsAndCommentsAreNot() {
        wire.comment(" hello");
        wire.event("a");
        wire.event("name", "b");
        wire.lines("error: {}");
        wire.lines("data:");

        assertEquals(3, wire.events());
        assertEquals(1, wire.comments());
        assertEquals(": hello\n\ndata: a\n\nevent: name\ndata: b\n\nerror: {}\n\ndata:\n\n", text());
    }

    @Test
    void lineEndsAreThoseOfTheProvider() {
        wire.useCrLf();
        wire.comment("");
        wire.event("ping", "{}");

        assertTrue(wire.usesCrLf());
        assertEquals(":\r\n\r\nevent: ping\r\ndata: {}\r\n\r\n", text());
    }

    @Test
    void whatIsNotClosedIsNoEvent() {
        wire.event("a");
        assertFalse(wire.isTailUndispatched());
        wire.unterminated("event: b", "data: c");

        assertEquals(1, wire.events());
        assertTrue(wire.isTailUndispatched());
        assertEquals("data: a\n\nevent: b\ndata: c\n", text());
    }

    @Test
    void aLargePieceArrivesInReadsOfOneRecord() {
        wire.event("x".repeat(40_000));

        assertEquals(List.of(16_384, 32_768, 40_008), bytesSoFar());
    }

    @Test
    void piecesWithoutAPauseShareARead() {
        Wire burst = new Wire(Pacing.AT_ONCE, new Dice(1, "burst"));
        burst.raw("one", 1);
        burst.raw("two", 1);

        assertEquals(2, burst.events());
        assertEquals(1, READ.matcher(burst.timing()).results().count());
    }

    @Test
    void theTimeOfThePieceToComeIsKnownBeforeItIsSent() {
        long announced = wire.nextMicros();
        assertEquals(announced, wire.nextMicros());
        wire.event("a");

        assertTrue(wire.timing().startsWith("[[" + announced + ","), wire.timing());
        assertTrue(wire.nextMicros() > announced);
    }

    private String text() {
        return new String(wire.body(), StandardCharsets.UTF_8);
    }

    private List<Integer> bytesSoFar() {
        Matcher reads = READ.matcher(wire.timing());
        return reads.results().map(read -> Integer.valueOf(read.group(2))).toList();
    }
}
