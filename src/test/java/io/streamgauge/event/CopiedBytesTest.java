package io.streamgauge.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.ThreadCost;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What parsers copy: nothing of an event that lies whole in a read, and each byte of any other once. */
class CopiedBytesTest {
    private static final int READ_BYTES = 1448;
    private static final int MB = 1 << 20;

    /** A form of one event, which begins and ends as given and has any number of times the middle in between. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody but this test sees them
    private enum Form {
        ONE_LINE(SseParser::new, "data: ", "0123456789abcdef", "\n\n"),
        ONE_LINE_BEHIND_OTHERS(SseParser::new, ": comment\nid: 1\nevent: image\ndata:", "0123456789abcdef", "\r\n\r\n"),
        MANY_LINES(SseParser::new, "", "data: " + "0123456789".repeat(11) + "\n", "\n"),
        MANY_SHORT_LINES(SseParser::new, "", "data:1\n", "\n"),
        MANY_LINES_THAT_END_IN_CR(SseParser::new, "", "data: 0123456789\r", "\r"),
        NDJSON(NdjsonParser::new, "\"", "0123456789abcdef", "\"\n"),
        ARRAY_OF_ONE_STRING(JsonArrayParser::new, "[\"", "0123456789\\\"abcd", "\"]"),
        ARRAY_OF_ONE_ARRAY(JsonArrayParser::new, "[[", "{\"a\":[1,2,\"]\"]},", "0]]");

        private final Function<StreamEventHandler, BodyParser> newParser;
        private final byte[] head;
        private final byte[] middle;
        private final byte[] tail;

        Form(Function<StreamEventHandler, BodyParser> newParser, String head, String middle, String tail) {
            this.newParser = newParser;
            this.head = Transcript.bytes(head);
            this.middle = Transcript.bytes(middle);
            this.tail = Transcript.bytes(tail);
        }

        /** Feeds one event of about {@code size} bytes in reads; its middle is laid out once for all of them. */
        long feed(BodyParser parser, int size) {
            byte[] block = new byte[READ_BYTES + middle.length];
            for (int at = 0; at < block.length; at += middle.length) {
                System.arraycopy(middle, 0, block, at, Math.min(middle.length, block.length - at));
            }
            parser.reset();
            parser.feed(head, 0, head.length);
            long fed = 0;
            while (fed < size || fed % middle.length != 0) {
                int phase = (int) (fed % middle.length);
                int length = fed + READ_BYTES < size ? READ_BYTES : middle.length - phase;
                parser.feed(block, phase, length);
                fed += length;
            }
            parser.feed(tail, 0, tail.length);
            parser.end();
            return parser.bytesFed();
        }
    }

    private static final class Events implements StreamEventHandler {
        private int events;
        private long dataBytes;

        @Override
        public void onEvent(StreamEvent event) {
            events++;
            dataBytes += event.data().length();
        }

        @Override
        public void onFailure(ParseFailure failure) {
            throw new AssertionError(failure.toString());
        }
    }

    static List<Arguments> largeEvents() {
        return Arrays.stream(Form.values())
                .flatMap(form -> List.of(1, 4, 16, 60).stream().map(size -> Arguments.of(form, size)))
                .toList();
    }

    /** The first event of its size finds the space; growing to it moves less than twice what it holds. */
    @ParameterizedTest
    @MethodSource("largeEvents")
    void eachByteOfALargeEventIsCopiedOnce(Form form, int megabytes) {
        Events events = new Events();
        BodyParser parser = form.newParser.apply(events);
        long size = form.feed(parser, megabytes * MB);
        long first = parser.copiedBytes();
        form.feed(parser, megabytes * MB);
        long second = parser.copiedBytes() - first;

        assertEquals(2, events.events);
        long data = events.dataBytes / 2;
        assertTrue(data > size / 4, data + " bytes of data in " + size);
        assertTrue(first <= 3 * size, () -> first + " bytes for the first event of " + size);
        assertTrue(second > data / 3, () -> second + " bytes cannot be all for " + data + " of data");
        assertTrue(second <= size + UsualEvent.MAX_HELD_BYTES, () -> second + " bytes for another event of " + size);
    }

    /** Quadratic work would be sixteen times as much; a cache that is too small for the larger event costs a little. */
    @ParameterizedTest
    @EnumSource
    void workOnALargeEventIsLinear(Form form) {
        BodyParser parser = form.newParser.apply(new Events());
        double growth = ThreadCost.cpuGrowth(size -> form.feed(parser, size), 4 * MB, 16 * MB);

        assertTrue(growth <= 6, () -> growth + " times the work for four times the event");
    }

    /** A stream of events of one kind, each of which is shorter than a read. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody but this test sees them
    private enum Steady {
        DATA(SseParser::new, "", "data: %s\n\n", "", 6),
        DATA_AND_CRLF(SseParser::new, "", "data: %s\r\n\r\n", "", 6),
        NAMED(SseParser::new, "", "event: content_block_delta\ndata: %s\n\n", "", 33),
        NDJSON(NdjsonParser::new, "", "\"%s\"\n", "", 0),
        ELEMENTS(JsonArrayParser::new, "[", "{\"text\":[\"%s\"]}\n,", "0]", 0);

        private static final int EVENTS = 2000;
        private static final long SEED = 20_261_004;

        private final Function<StreamEventHandler, BodyParser> newParser;
        private final String head;
        private final String event;
        private final String tail;

        /** How much of an event, cut off, does not tell yet where its data begins. */
        private final int headBytes;

        Steady(
                Function<StreamEventHandler, BodyParser> newParser,
                String head,
                String event,
                String tail,
                int headBytes) {
            this.newParser = newParser;
            this.head = head;
            this.event = event;
            this.tail = tail;
            this.headBytes = headBytes;
        }
    }

    /** A body and where its events begin; the last place is where they end. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stream(byte[] body, int[] places) {
        static Stream of(Steady steady) {
            SplittableRandom random = new SplittableRandom(Steady.SEED);
            StringBuilder text = new StringBuilder(steady.head);
            int[] places = new int[Steady.EVENTS + 1];
            places[0] = text.length();
            for (int i = 0; i < Steady.EVENTS; i++) {
                text.append(steady.event.replace("%s", "x".repeat(random.nextInt(10, 1300))));
                places[i + 1] = text.length();
            }
            return new Stream(Transcript.bytes(text.append(steady.tail).toString()), places);
        }

        long copiedBy(BodyParser parser, int[] ends) {
            long before = parser.copiedBytes();
            parser.reset();
            int from = 0;
            for (int end : ends) {
                parser.feed(body, from, end - from);
                from = end;
            }
            parser.end();
            return parser.copiedBytes() - before;
        }

        int[] readEnds() {
            return IntStream.rangeClosed(1, (body.length + READ_BYTES - 1) / READ_BYTES)
                    .map(read -> Math.min(read * READ_BYTES, body.length))
                    .toArray();
        }

        /** The bytes of the events that these reads cut, and a read more for each that is cut in its head. */
        long cutBytes(int headBytes, int[] ends) {
            long bytes = 0;
            int event = 0;
            for (int end : ends) {
                while (event < places.length - 2 && places[event + 1] <= end) {
                    event++;
                }
                if (end > places[event] && end < places[event + 1]) {
                    bytes += places[event + 1] - places[event];
                    bytes += end - places[event] < headBytes ? READ_BYTES : 0;
                }
            }
            return bytes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofASteadyStreamOnlyWhatIsCutIsCopied(Steady steady) {
        Stream stream = Stream.of(steady);
        Events events = new Events();
        BodyParser parser = steady.newParser.apply(events);
        int[] reads = stream.readEnds();
        stream.copiedBy(parser, reads);

        long copied = stream.copiedBy(parser, reads);
        long cut = stream.cutBytes(steady.headBytes, reads);

        assertTrue(events.events >= 2 * Steady.EVENTS);
        assertTrue(copied <= cut, () -> copied + " bytes copied, " + cut + " of cut events");
        assertTrue(copied > cut * 9 / 10, () -> copied + " bytes cannot be all of " + cut);
        assertEquals(0, stream.copiedBy(parser, new int[] {stream.body.length}), "in one read");
        assertEquals(0, stream.copiedBy(parser, stream.places), "an event in each read");
    }
}
