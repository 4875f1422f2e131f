package io.streamgauge.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.ThreadCost;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8StringsTest {
    private static final long SEED = 20_261_002;
    private static final String[] CHARACTERS = {
        "a", "word ", "\n", "\u0080", "é", "\u07FF", "\u0800", "漢", "\uFFFD", "😀", "\uDBFF\uDFFF"
    };

    @Test
    void everyTextIsDecodedAsTheStandardSays() {
        SplittableRandom random = new SplittableRandom(SEED);
        Utf8Strings strings = new Utf8Strings();
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = Utf8.encode(text(random, random.nextInt(1 + round)));
            if (round % 3 == 0 && bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int from = random.nextInt(bytes.length + 1);
            int length = random.nextInt(bytes.length - from + 1);

            assertEquals(Utf8.decode(bytes, from, length), strings.copy(bytes, from, length), "seed " + SEED);
        }
    }

    /** A text begins anywhere in the chunks that it is gathered in, and so every character falls across their end. */
    @Test
    void aCharacterMayComeAnywhere() {
        Utf8Strings strings = new Utf8Strings();
        for (String character : CHARACTERS) {
            for (int before = 500; before < 1030; before++) {
                String text = "é" + "x".repeat(before) + character + "y";
                assertEquals(text, strings.copy(ByteSlice.ofUtf8(text)));
            }
        }
    }

    private static String text(SplittableRandom random, int length) {
        int kinds = 1 + random.nextInt(CHARACTERS.length);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(CHARACTERS[random.nextInt(kinds)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain words ", "naïve café "})
    void aStringOfLatin1CostsItself(String unit) {
        assertCost(unit, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a dash — here ", "漢字仮名", "😀 "})
    void anyOtherCostsHalfAsMuchAgain(String unit) {
        assertCost(unit, 1.5);
    }

    private static void assertCost(String unit, double factor) {
        String text = unit.repeat(100_000 / unit.length());
        ByteSlice bytes = ByteSlice.ofUtf8(text);
        Utf8Strings strings = new Utf8Strings();
        String[] made = {strings.copy(bytes)};
        long allocated = ThreadCost.allocatedBytes(() -> made[0] = strings.copy(bytes));
        int size = text.length() * (text.chars().allMatch(c -> c <= 0xFF) ? 1 : 2);

        assertEquals(text, made[0]);
        assertTrue(allocated >= size && allocated <= factor * size + 100, () -> allocated + " bytes for " + size);
    }
}
