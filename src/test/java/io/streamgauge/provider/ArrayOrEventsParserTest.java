package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.StreamEvent;
import io.streamgauge.event.StreamEventHandler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayOrEventsParserTest {
    private final List<String> found = new ArrayList<>();
    private final ArrayOrEventsParser parser = new ArrayOrEventsParser(ParserLimits.DEFAULTS, new StreamEventHandler() {
        @Override
        public void onEvent(StreamEvent event) {
            found.add(event.byteOffset() + " " + event.data().copyUtf8());
        }
    });

    private List<String> eventsOf(byte[] body, int fragment) {
        found.clear();
        parser.reset();
        for (int at = 0; at < body.length; at += fragment) {
            parser.feed(body, at, Math.min(fragment, body.length - at));
        }
        parser.end();
        assertEquals(body.length, parser.bytesFed());
        return List.copyOf(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{}\\n,{}]                 | 1 {};5 {}",
                "`\\r\\n\\t [1]`              | 5 1",
                "`\uFEFF[1]`                | 4 1",
                "`data: {}\\n\\n`            | 0 {}",
                "`\uFEFF\\n: x\\ndata: 1\\n\\n` | 8 1",
                "`\\n\\ndata: [\\n\\n`         | 2 [",
                "`{}`                      | ``",
                "` `                       | ``",
            })
    void theFirstByteThatMeansSomethingDecides(String body, String events) {
        byte[] bytes = body.translateEscapes().getBytes(StandardCharsets.UTF_8);
        List<String> expected = events.isEmpty() ? List.of() : List.of(events.split(";", -1));

        for (int size = 1; size <= bytes.length; size++) {
            assertEquals(expected, eventsOf(bytes, size), "fragments of " + size);
        }
    }

    @Test
    void blanksWithoutEndAreAnEventStream() {
        for (int blanks = ArrayOrEventsParser.MAX_UNDECIDED_BYTES - 1;
                blanks <= ArrayOrEventsParser.MAX_UNDECIDED_BYTES + 1;
                blanks++) {
            boolean isDecided = blanks > ArrayOrEventsParser.MAX_UNDECIDED_BYTES;
            byte[] body = ("\n".repeat(blanks) + "[1]").getBytes(StandardCharsets.UTF_8);

            for (int size = 1; size <= body.length; size++) {
                assertEquals(isDecided ? List.of() : List.of(blanks + 1 + " 1"), eventsOf(body, size), "of " + size);
            }
        }
    }

    @Test
    void buffersAreTakenLikeArrays() {
        byte[] body = " [1,2]".getBytes(StandardCharsets.UTF_8);
        for (ByteBuffer buffer : List.of(
                ByteBuffer.wrap(body), ByteBuffer.allocateDirect(6).put(body).flip())) {
            found.clear();
            parser.reset();
            parser.feed(buffer);
            parser.end();

            assertEquals(List.of("2 1", "4 2"), found);
            assertEquals(0, buffer.remaining());
        }
    }
}
