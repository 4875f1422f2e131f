package io.streamgauge.server.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.streamgauge.provider.Framing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventIndexTest {
    private static EventIndex index(Framing framing, String body) {
        return EventIndex.of(framing, body.getBytes(UTF_8));
    }

    /** The blocks of a body, each with the number of events that are whole behind it. */
    private static List<String> blocks(Framing framing, String body) {
        EventIndex index = index(framing, body);
        List<String> blocks = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < index.blocks(); i++) {
            String text = new String(body.getBytes(UTF_8), start, index.end(i) - start, UTF_8);
            blocks.add(text + "|" + index.eventsWithin(index.end(i)));
            start = index.end(i);
        }
        assertEquals(body.getBytes(UTF_8).length, start, "blocks cover the body");
        return blocks;
    }

    @Test
    void aBlockEndsWithTheBlankLineOfItsEventWhateverEndsTheLines() {
        assertEquals(List.of("data: a\n\n|1", "data: é\n\n|2"), blocks(Framing.SSE, "data: a\n\ndata: é\n\n"));
        assertEquals(
                List.of("data: a\r\n\r\n|1", "data: b\r\n\r\n|2"),
                blocks(Framing.SSE, "data: a\r\n\r\ndata: b\r\n\r\n"));
        assertEquals(List.of("data: a\r\r|1", "data: b\r\r|2"), blocks(Framing.SSE, "data: a\r\rdata: b\r\r"));
    }

    @Test
    void commentsAndEventsWithoutDataAreBlocksThatAreNoEvents() {
        assertEquals(
                List.of(": wait\n\n|0", "event: ping\n\n|0", "data: a\n\n|1", ":\n\n|1"),
                blocks(Framing.SSE, ": wait\n\nevent: ping\n\ndata: a\n\n:\n\n"));
        assertEquals(List.of(": within\ndata: a\n: too\n\n|1"), blocks(Framing.SSE, ": within\ndata: a\n: too\n\n"));
    }

    @Test
    void blankLinesTooManyBelongToTheBlockBeforeThem() {
        assertEquals(
                List.of("\n\ndata: a\n\n\n\n|1", "data: b\n\n|2"),
                blocks(Framing.SSE, "\n\ndata: a\n\n\n\ndata: b\n\n"));
        assertEquals(List.of("{}\n\n|1", "{}\n|2"), blocks(Framing.NDJSON, "{}\n\n{}\n"));
    }

    @Test
    void whatTheEndCutsOffIsABlockToo() {
        assertEquals(List.of("data: a\n\n|1", "data: b\n|2"), blocks(Framing.SSE, "data: a\n\ndata: b\n"));
        assertEquals(List.of("data: a\n\n|1", ": x|1"), blocks(Framing.SSE, "data: a\n\n: x"));
        assertEquals(List.of("{}\n|1", "{\"a\"|2"), blocks(Framing.NDJSON, "{}\n{\"a\""));
        assertEquals(List.of("[{\"a\":1}|1", ",{\"b\"|2"), blocks(Framing.JSON_ARRAY, "[{\"a\":1},{\"b\""));
    }

    @Test
    void elementsOfAnArrayEndWithTheirBraceAndItsBracketIsABlock() {
        assertEquals(
                List.of("[{\n \"a\": {\"b\": \"}\"}}|1", "\n,\r\n{}|2", "\n]|2"),
                blocks(Framing.JSON_ARRAY, "[{\n \"a\": {\"b\": \"}\"}}\n,\r\n{}\n]"));
        assertEquals(List.of("{\"error\":{}}|1", "\n|1"), blocks(Framing.JSON_ARRAY, "{\"error\":{}}\n"));
        assertEquals(List.of("[]|0"), blocks(Framing.JSON_ARRAY, "[]"));
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void anEmptyBodyIsOneEmptyBlock(Framing framing) {
        assertEquals(List.of("|0"), blocks(framing, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,-1", "1,0,-1", "2,0,-1", "3,0,0", "9,0,0", "10,1,0", "11,1,1", "18,1,1", "19,2,1", "20,2,1", "21,2,1"
    })
    void everyPlaceKnowsItsEvents(int length, int eventsWithin, int eventNeeded) {
        // A comment, two events, a comment.
        EventIndex body = new EventIndex(new int[] {2, 10, 19, 21}, new int[] {0, 1, 2, 2});

        assertEquals(eventsWithin, body.eventsWithin(length));
        assertEquals(eventNeeded, body.eventNeededFor(length));
    }

    @Test
    void everyEventKnowsWhereItIsWhole() {
        EventIndex body = new EventIndex(new int[] {2, 10, 19, 21, 30}, new int[] {0, 1, 2, 2, 3});

        assertEquals(10, body.endOfEvent(0));
        assertEquals(19, body.endOfEvent(1));
        assertEquals(30, body.endOfEvent(2));
    }

    @Test
    void anUnframedBodyIsOneBlockWithoutEvents() {
        EventIndex index = EventIndex.unframed(40);

        assertEquals(1, index.blocks());
        assertEquals(40, index.end(0));
        assertEquals(0, index.events());
        assertEquals(-1, index.eventNeededFor(40));
    }
}
