package io.streamgauge.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerBufferTest extends TextBufferContract {
    private static final long SEED = 20260806;

    @Override
    TextBuffer newBuffer(int maxPendingBytes, TextSink sink) {
        return new TriggerBuffer(
                List.of("</think>", "\n\n", "。"), maxPendingBytes, (piece, trigger) -> sink.onPiece(piece));
    }

    private static String pieces(List<String> triggers, int maxPendingBytes, String text) {
        List<String> pieces = new ArrayList<>();
        TriggerBuffer buffer = new TriggerBuffer(
                triggers, maxPendingBytes, (piece, trigger) -> pieces.add(piece.copyUtf8() + ":" + trigger));
        for (byte b : Utf8.encode(text)) {
            buffer.push(new ByteSlice().wrap(new byte[] {b}, 0, 1));
        }
        buffer.end();
        return String.join("¦", pieces);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "</a>; x</a>y</a>; x</a>:0¦y</a>:0",
                "</a>; x</a; x</a:-1",
                "ab,cd; abcd; ab:0¦cd:1",
                "ab,abc; abcab; ab:0¦cab:0",
                "bc,abc; xabc; xabc:1",
                "abc,c; abdabc; abdabc:0",
                "aab; aaab; aaab:0",
                "abab; abaabab; abaabab:0",
                "aa; aaaaa; aa:0¦aa:0¦a:-1",
                "漢字; 漢漢字漢; 漢漢字:0¦漢:-1"
            })
    void aPieceEndsWithItsTriggerHoweverItIsCut(String triggers, String text, String expected) {
        assertEquals(expected, pieces(List.of(triggers.split(",")), 1024, text));
    }

    @Test
    void theFirstOfEqualTriggersCounts() {
        assertEquals("xa:0", pieces(List.of("a", "a"), 16, "xa"));
    }

    @Test
    void aFlushAmidATriggerDoesNotHideIt() {
        List<String> pieces = new ArrayList<>();
        TriggerBuffer buffer =
                new TriggerBuffer(List.of("</x>"), (piece, trigger) -> pieces.add(piece.copyUtf8() + ":" + trigger));
        buffer.push(ByteSlice.ofUtf8("a</"));
        buffer.flush();
        buffer.push(ByteSlice.ofUtf8("x>b"));
        assertEquals(List.of("a</:-1", "x>:0"), pieces);
    }

    @Test
    void theLimitPartsNoTriggerAndNoCharacter() {
        assertEquals("aaaaaaaaa:-1¦</x>:0", pieces(List.of("</x>"), 12, "aaaaaaaaa</x>"));
        assertEquals("aaaaaaa:-1¦éx:-1", pieces(List.of("zzzz"), 8, "aaaaaaaéx"));
    }

    @Test
    void aLimitWithoutRoomForATriggerIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TriggerBuffer(List.of("abcd"), 7, (p, t) -> {}));
        assertThrows(IllegalArgumentException.class, () -> new TriggerBuffer(List.of(), (p, t) -> {}));
        assertThrows(IllegalArgumentException.class, () -> new TriggerBuffer(List.of("a", ""), (p, t) -> {}));
        String longest = "a".repeat(TriggerBuffer.MAX_TRIGGER_BYTES);
        assertEquals("b" + longest + ":0", pieces(List.of(longest), 1 << 20, "b" + longest));
        assertThrows(IllegalArgumentException.class, () -> new TriggerBuffer(List.of(longest + "a"), (p, t) -> {}));
    }

    @Test
    void findsWhatALookAtEveryPlaceFinds() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            List<String> triggers = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                triggers.add(word(random, 1 + random.nextInt(4)));
            }
            String text = word(random, 30);
            assertEquals(
                    slowly(triggers, text), pieces(triggers, 64, text), "seed " + SEED + ", " + triggers + " " + text);
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(2)));
        }
        return word.toString();
    }

    private static String slowly(List<String> triggers, String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= text.length(); end++) {
            int longest = -1;
            for (int i = 0; i < triggers.size(); i++) {
                boolean ends = text.substring(start, end).endsWith(triggers.get(i));
                if (ends
                        && (longest < 0
                                || triggers.get(i).length()
                                        > triggers.get(longest).length())) {
                    longest = i;
                }
            }
            if (longest >= 0) {
                pieces.add(text.substring(start, end) + ":" + longest);
                start = end;
            }
        }
        if (start < text.length()) {
            pieces.add(text.substring(start) + ":-1");
        }
        return String.join("¦", pieces);
    }
}
