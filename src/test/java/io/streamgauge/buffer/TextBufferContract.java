package io.streamgauge.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import io.streamgauge.bytes.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every buffer of text promises, whatever it takes for a piece. */
abstract class TextBufferContract {
    private static final long SEED = 20260805;

    abstract TextBuffer newBuffer(int maxPendingBytes, TextSink sink);

    static Stream<String> texts() {
        return Stream.of(
                "",
                " ",
                "word",
                "Hello, world. How are you? \"Fine!\" she said.\n\n- one\n- two\n",
                "Dr. Müller zahlt 3.50 € an A. Meier, d.h. zu viel. Größe: 1,80 m.\r\nEnde…",
                "今日は。元気ですか？「はい！」と彼は言った。データベース。",
                "यह एक वाक्य है। दूसरा वाक्य॥ السؤال؟ نعم۔",
                "👩‍👩‍👧‍👦👍🏽🇩🇪🇫🇷🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301\u0302 각각 \u1100\u1161\u11A8",
                "no-break\u00A0space zero\u200Bwidth line\u2028separator next\u0085line",
                "e\u0301".repeat(40) + " " + "👩‍🚀".repeat(9),
                "a<think>b</think>c</thin</think>d\n\n\n\ne");
    }

    /** Collects pieces as bytes, for a piece need not be text when the text is not. */
    static final class Pieces implements TextSink {
        final List<String> list = new ArrayList<>();
        final GrowableBytes joined = new GrowableBytes();

        @Override
        public void onPiece(ByteSlice piece) {
            assertFalse(piece.isEmpty(), "an empty piece");
            list.add(piece.copyUtf8());
            joined.append(piece);
        }
    }

    private Pieces piecesOf(byte[] bytes, int maxPendingBytes, int... cuts) {
        Pieces pieces = new Pieces();
        TextBuffer buffer = newBuffer(maxPendingBytes, pieces);
        int from = 0;
        for (int cut : cuts) {
            push(buffer, bytes, from, cut, maxPendingBytes);
            from = cut;
        }
        push(buffer, bytes, from, bytes.length, maxPendingBytes);
        buffer.end();
        assertEquals(0, buffer.pendingBytes());
        return pieces;
    }

    /** The bytes around the range are none of the buffer's business, and the range is gone after the call. */
    private static void push(TextBuffer buffer, byte[] bytes, int from, int to, int maxPendingBytes) {
        byte[] borrowed = new byte[to - from + 6];
        Arrays.fill(borrowed, (byte) '\n');
        System.arraycopy(bytes, from, borrowed, 3, to - from);
        buffer.push(new ByteSlice().wrap(borrowed, 3, to - from));
        Arrays.fill(borrowed, (byte) 'X');
        assertTrue(buffer.pendingBytes() < maxPendingBytes + 4, buffer.pendingBytes() + " bytes held back");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theCutsOfTheInputChangeNothing(String text) {
        byte[] bytes = Utf8.encode(text);
        for (int maxPendingBytes : new int[] {16, 24, 4096}) {
            List<String> whole = piecesOf(bytes, maxPendingBytes).list;
            assertEquals(text, String.join("", whole));
            int[] everywhere = new int[bytes.length];
            for (int cut = 0; cut < bytes.length; cut++) {
                assertEquals(whole, piecesOf(bytes, maxPendingBytes, cut).list, "cut at " + cut);
                everywhere[cut] = cut;
            }
            assertEquals(whole, piecesOf(bytes, maxPendingBytes, everywhere).list, "byte by byte");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aFlushAnywhereLosesNothingAndPartsNoCharacter(String text) {
        byte[] bytes = Utf8.encode(text);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Pieces pieces = new Pieces();
            TextBuffer buffer = newBuffer(64, pieces);
            push(buffer, bytes, 0, cut, 64);
            buffer.flush();
            assertTrue(buffer.pendingBytes() < 4, buffer.pendingBytes() + " bytes held back");
            push(buffer, bytes, cut, bytes.length, 64);
            buffer.end();
            assertEquals(text, String.join("", pieces.list), "flushed at " + cut);
        }
    }

    @Test
    void bytesThatAreNoTextAreKeptAsTheyAre() {
        Random random = new Random(SEED);
        byte[] alphabet = Utf8.encode("a .\n漢é👍");
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(4) == 0 ? (byte) random.nextInt() : alphabet[random.nextInt(alphabet.length)];
            }
            int cut = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            Pieces pieces = piecesOf(bytes, 16, cut);
            assertEquals(
                    new ByteSlice().wrap(bytes, 0, bytes.length).copyUtf8(),
                    pieces.joined.copyUtf8(),
                    "seed " + SEED + ", round " + round);
            assertEquals(bytes.length, pieces.joined.length());
            assertEquals(piecesOf(bytes, 16).list, pieces.list, "seed " + SEED + ", round " + round);
        }
    }

    @Test
    void aBufferServesOneTextAfterAnother() {
        Pieces pieces = new Pieces();
        TextBuffer buffer = newBuffer(64, pieces);
        for (int i = 0; i < 3; i++) {
            byte[] bytes = Utf8.encode("One two. Dr");
            push(buffer, bytes, 0, bytes.length, 64);
            buffer.end();
        }
        List<String> once = pieces.list.subList(0, pieces.list.size() / 3);
        assertEquals(once, pieces.list.subList(once.size(), 2 * once.size()));
        assertEquals(once, pieces.list.subList(2 * once.size(), 3 * once.size()));
    }

    @Test
    void aLongPushOfManyPiecesCostsNoMoreThanItsBytes() {
        // Moving the rest for every piece would take 10^12 steps here.
        byte[] bytes = Utf8.encode("It is. \n\n".repeat(300_000));
        assertEquals(bytes.length, piecesOf(bytes, 64).joined.length());
    }
}
