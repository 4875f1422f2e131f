package io.streamgauge.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The bounds of every row of Unicode table 3-7, and the first value beyond each of them. */
    @ParameterizedTest
    @CsvSource({
        "00, 1",
        "7F, 1",
        "C280, 1",
        "DFBF, 1",
        "E0A080, 1",
        "E0BFBF, 1",
        "E18080, 1",
        "ECBFBF, 1",
        "ED8080, 1",
        "ED9FBF, 1",
        "EE8080, 1",
        "EFBFBF, 1",
        "F0908080, 1",
        "F0BFBFBF, 1",
        "F1808080, 1",
        "F3BFBFBF, 1",
        "F4808080, 1",
        "F48FBFBF, 1",
    })
    void wellFormedSequencesAreKept(String hex, int characters) {
        byte[] bytes = HEX.parseHex(hex);
        assertEquals(bytes.length, Utf8.firstIllFormed(bytes, 0, bytes.length));
        String text = Utf8.decode(bytes, 0, bytes.length);
        assertEquals(characters, text.codePointCount(0, text.length()));
        assertArrayEquals(bytes, Utf8.encode(text));
    }

    @ParameterizedTest
    @CsvSource({
        "80, ?",
        "BF, ?",
        "C0AF, ??",
        "C180, ??",
        "C2, ?",
        "C27F, ?\u007F",
        "C2C2, ??",
        "E080AF, ???",
        "E09FBF, ???",
        "E1, ?",
        "E180, ?",
        "E18041, ?A",
        "E2823F, ??",
        "EDA080, ???",
        "EDB080, ???",
        "EDA0, ??",
        "F08FBFBF, ????",
        "F09F98, ?",
        "F09F9841, ?A",
        "F09F41, ?A",
        "F4908080, ????",
        "F5808080, ????",
        "F88888, ???",
        "FEFF, ??",
        "41C3E9, A??",
        "E282F09F9880, ?\uD83D\uDE00",
    })
    void everyMaximalSubpartBecomesOneReplacement(String hex, String expected) {
        byte[] bytes = HEX.parseHex(hex);
        String replaced = expected.replace('?', '\uFFFD');
        // Where a plain question mark is meant, the table has it as its own byte 3F.
        String meant = hex.endsWith("3F") ? "\uFFFD?" : replaced;
        assertEquals(meant, Utf8.decode(bytes, 0, bytes.length));
    }

    @Test
    void everySequenceOfThreeBytesIsDecodedAsTheReferenceDoes() {
        byte[] bytes = new byte[4];
        bytes[3] = 'x';
        int[] seconds = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xFF
        };
        for (int first = 0; first < 256; first++) {
            for (int second : seconds) {
                for (int third : seconds) {
                    bytes[0] = (byte) first;
                    bytes[1] = (byte) second;
                    bytes[2] = (byte) third;
                    assertSame(bytes, 0, 4);
                }
            }
        }
    }

    @Test
    void everyAlignmentAndLengthIsDecodedAsTheReferenceDoes() {
        long seed = 20_260_105;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(3) > 0 ? (byte) (bytes[i] & 0x7F) : bytes[i];
            }
            int from = random.nextInt(bytes.length + 1);
            assertSame(bytes, from, from + random.nextInt(bytes.length - from + 1));
        }
    }

    private static void assertSame(byte[] bytes, int from, int to) {
        String expected = SlowUtf8.decode(bytes, from, to);
        assertEquals(expected, Utf8.decode(bytes, from, to - from), () -> HEX.formatHex(bytes, from, to));
        assertArrayEquals(
                expected.getBytes(StandardCharsets.UTF_8), Utf8.encode(expected), () -> HEX.formatHex(bytes, from, to));
    }

    @Test
    void loneSurrogatesAreEncodedAsReplacements() {
        assertArrayEquals("a\uFFFDb".getBytes(StandardCharsets.UTF_8), Utf8.encode("a\uD83Db"));
        assertArrayEquals("\uFFFD\uFFFD".getBytes(StandardCharsets.UTF_8), Utf8.encode("\uDE00\uD83D"));
        assertArrayEquals("\uD83D\uDE00".getBytes(StandardCharsets.UTF_8), Utf8.encode("\uD83D\uDE00"));
        assertArrayEquals(Utf8.replacement(), Utf8.encode("\uD800"));
    }

    /** The decoder of the Encoding Standard, section 8.1.1, a byte at a time. */
    private static final class SlowUtf8 {
        private final StringBuilder out = new StringBuilder();
        private int point;
        private int needed;
        private int lower = 0x80;
        private int upper = 0xBF;

        static String decode(byte[] bytes, int from, int to) {
            SlowUtf8 decoder = new SlowUtf8();
            for (int i = from; i < to; i++) {
                decoder.take(bytes[i] & 0xFF);
            }
            if (decoder.needed > 0) {
                decoder.out.append('\uFFFD');
            }
            return decoder.out.toString();
        }

        private void take(int b) {
            if (needed == 0) {
                lead(b);
            } else if (b < lower || b > upper) {
                out.append('\uFFFD');
                restart(0, 0);
                lead(b);
            } else {
                restart(needed - 1, point << 6 | (b & 0x3F));
                if (needed == 0) {
                    out.appendCodePoint(point);
                }
            }
        }

        private void restart(int stillNeeded, int soFar) {
            needed = stillNeeded;
            point = soFar;
            lower = 0x80;
            upper = 0xBF;
        }

        private void lead(int b) {
            if (b <= 0x7F) {
                out.append((char) b);
            } else if (b >= 0xC2 && b <= 0xDF) {
                restart(1, b & 0x1F);
            } else if (b >= 0xE0 && b <= 0xEF) {
                restart(2, b & 0xF);
                lower = b == 0xE0 ? 0xA0 : 0x80;
                upper = b == 0xED ? 0x9F : 0xBF;
            } else if (b >= 0xF0 && b <= 0xF4) {
                restart(3, b & 0x7);
                lower = b == 0xF0 ? 0x90 : 0x80;
                upper = b == 0xF4 ? 0x8F : 0xBF;
            } else {
                out.append('\uFFFD');
            }
        }
    }
}
