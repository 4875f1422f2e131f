package io.streamgauge.server.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Framing;
import io.streamgauge.server.plan.TimedBody.Span;
import io.streamgauge.server.words.WordsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimedBodyTest {
    /** Three lines, each a write, due at 0, 10 and 20. */
    private static final TimedBody BODY = TimedBody.of(
            Optional.of(Framing.NDJSON), bytes("{a}\n{bb}\n{c}\n"), new int[] {4, 9, 13}, new long[] {0, 10, 20});

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** Each write with its instant. */
    private static String told(TimedBody body) {
        return IntStream.range(0, body.writes())
                .mapToObj(write -> {
                    int from = write == 0 ? 0 : body.end(write - 1);
                    String text = new String(body.bytes(), from, body.end(write) - from, UTF_8);
                    return body.dueNanos(write) + ":" + text.replace("\n", "/");
                })
                .collect(Collectors.joining(" "));
    }

    @Test
    void aChangeLeavesTheOldBodyAlone() {
        BODY.remove(new Span(0, 13));

        assertEquals("0:{a}/ 10:{bb}/ 20:{c}/", told(BODY));
    }

    @Test
    void removedBytesTakeTheirWritesWithThem() {
        assertEquals("0:{a}/ 20:{c}/", told(BODY.remove(new Span(4, 9))));
        assertEquals("0:{a 10:b}/ 20:{c}/", told(BODY.remove(new Span(2, 6))), "bytes of two writes");
        assertEquals("0:{a}/ 10:{b", told(BODY.truncate(6)));
        assertEquals("", told(BODY.truncate(0)));
    }

    @Test
    void replacedBytesAreDueWhenTheOthersWere() {
        assertEquals("0:{a}/ 10:{xyz}/ 20:{c}/", told(BODY.edited(Edit.replace(new Span(5, 7), bytes("xyz")))));
        assertEquals("0:{a}/ 10:x}/ 20:{c}/", told(BODY.edited(Edit.replace(new Span(4, 7), bytes("x")))));
    }

    @Test
    void insertedBytesAreWritesOfTheirOwnAndDelayWhatFollows() {
        assertEquals("0:{a}/ 5:! 10:{bb}/ 20:{c}/", told(BODY.insert(4, bytes("!"), 5)));
        assertEquals("0:{a}/ 15:! 15:{bb}/ 20:{c}/", told(BODY.insert(4, bytes("!"), 15)));
        assertEquals("0:{a}/ 10:{b 10:! 10:b}/ 20:{c}/", told(BODY.insert(6, bytes("!"), 10)));
        assertEquals("0:! 0:{a}/ 10:{bb}/ 20:{c}/", told(BODY.insert(0, bytes("!"), 0)));
        assertEquals("0:{a}/ 10:{bb}/ 20:{c}/ 20:!", told(BODY.insert(13, bytes("!"), 0)));
        assertEquals("0:{a}/ 1:! 4:! 10:{bb}/ 20:{c}/", told(BODY.insert(4, bytes("!"), 2, 1, 3)));
    }

    @Test
    void aDelayBeginsAtItsByte() {
        assertEquals("0:{a}/ 10:{b 17:b}/ 27:{c}/", told(BODY.delay(6, 7)));
        assertEquals("7:{a}/ 17:{bb}/ 27:{c}/", told(BODY.delay(0, 7)));
        assertEquals("0:{a}/ 10:{bb}/ 20:{c}/", told(BODY.delay(13, 7)));
    }

    @Test
    void dropsComeOneAfterTheOtherAndNotBeforeTheirTime() {
        assertEquals("0:{a}/ 10:{bb 20:}/{ 23:c}/", told(BODY.drip(4, 3, 3)));
        assertEquals("0:{a}/ 10:{bb}/ 25:{c 50:}/", told(BODY.delay(9, 5).drip(9, 2, 25)));
    }

    @Test
    void manyChangesAreMadeAtOnceWhereTheyWouldBeOneAfterTheOther() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Edit> edits = new ArrayList<>();
            for (int at = random.nextInt(4); at < BODY.length(); at += 1 + random.nextInt(5)) {
                int to = Math.min(BODY.length(), at + random.nextInt(1, 4));
                byte[] with = bytes("xyz".substring(random.nextInt(4)));
                Span span = new Span(at, to);
                edits.add(random.nextBoolean() ? Edit.replace(span, with) : Edit.behind(span, with, 2));
                at = to;
            }
            TimedBody oneByOne = BODY;
            for (int i = edits.size() - 1; i >= 0; i--) {
                oneByOne = oneByOne.edited(edits.get(i));
            }

            assertEquals(told(oneByOne), told(BODY.edited(edits)), "seed " + seed);
        }
    }

    @Test
    void aPlaceIsFoundByTimeAndByByte() {
        assertEquals(0, BODY.offsetAt(0));
        assertEquals(4, BODY.offsetAt(1));
        assertEquals(4, BODY.offsetAt(10));
        assertEquals(13, BODY.offsetAt(21));
        assertEquals(0, BODY.dueAt(3));
        assertEquals(10, BODY.dueAt(4));
        assertEquals(20, BODY.dueAt(13));
        assertEquals(1, BODY.eventAt(4));
        assertEquals(2, BODY.eventAt(9));
        assertEquals(3, BODY.eventAt(13));
        assertEquals(new Span(4, 9), BODY.event(1));
    }

    @Test
    void anyRowOfChangesKeepsWritesRisingAndTheBytesTogether() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TimedBody body = BODY;
            for (int i = 0; i < 20; i++) {
                body = changed(body, random);
                requireSound(body, "seed " + seed + ", change " + i);
            }
        }
    }

    private static TimedBody changed(TimedBody body, SplittableRandom random) {
        int from = random.nextInt(body.length() + 1);
        int to = from + random.nextInt(body.length() - from + 1);
        return switch (random.nextInt(6)) {
            case 0 -> body.edited(Edit.replace(new Span(from, to), bytes("x".repeat(random.nextInt(5)))));
            case 1 -> body.insert(from, bytes("yy"), random.nextInt(1, 4), body.dueAt(from), 2);
            case 2 -> body.delay(from, random.nextInt(5));
            case 3 -> body.drip(from, random.nextInt(1, 4), random.nextInt(3));
            case 4 -> body.cutAt(from);
            default -> body.truncate(Math.max(from, body.length() - 3));
        };
    }

    private static void requireSound(TimedBody body, String what) {
        int before = 0;
        long due = 0;
        for (int write = 0; write < body.writes(); write++) {
            assertTrue(body.end(write) > before, what);
            assertTrue(body.dueNanos(write) >= due, what);
            before = body.end(write);
            due = body.dueNanos(write);
        }
        assertEquals(body.length(), before, what);
    }

    @Test
    void aTextIsOneEvent() {
        TimedBody text = TimedBody.text(bytes("error"), 5);

        assertEquals(1, text.events());
        assertEquals(new Span(0, 5), text.event(0));
        assertEquals(0, TimedBody.text(new byte[0], 5).events());
    }

    @Test
    void noChangeGoesBeyondTheBounds() {
        assertThrows(WordsException.class, () -> BODY.insert(0, new byte[1 << 20], 64, 0, 0));
        assertThrows(
                WordsException.class, () -> BODY.edited(Edit.replace(new Span(0, 0), new byte[TimedBody.MAX_BYTES])));
        TimedBody large = TimedBody.text(new byte[TimedBody.MAX_WRITES + 1], 0);
        assertThrows(WordsException.class, () -> large.drip(0, 1, 1));
        byte[] one = new byte[1];
        int full = TimedBody.MAX_WRITES - BODY.writes();
        assertEquals(TimedBody.MAX_WRITES, BODY.insert(0, one, full, 0, 0).writes());
        assertThrows(WordsException.class, () -> BODY.insert(0, one, full + 1, 0, 0));
        assertEquals(
                TimedBody.MAX_WRITES,
                BODY.edited(Edit.behind(new Span(0, 4), one, full)).writes());
        assertThrows(WordsException.class, () -> BODY.edited(Edit.behind(new Span(0, 4), one, full + 1)));
    }
}
