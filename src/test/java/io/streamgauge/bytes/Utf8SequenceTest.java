package io.streamgauge.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8SequenceTest {
    @Test
    void everyCodePointIsReadBackAndNoneBeforeItIsWhole() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                assertEquals(bytes.length, Utf8.sizeAt(bytes, 0, bytes.length));
                assertEquals(point, Utf8.codePointAt(bytes, 0, bytes.length));
                for (int cut = 1; cut < bytes.length; cut++) {
                    assertEquals(0, Utf8.sizeAt(bytes, 0, cut));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "BF", "C0", "C1", "F5", "FF", "C341", "E080", "EDA0", "F48F41", "F490"})
    void aByteThatBeginsNoSequenceStandsAlone(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertEquals(1, Utf8.sizeAt(bytes, 0, bytes.length));
        assertEquals(0xFFFD, Utf8.codePointAt(bytes, 0, 1));
    }
}
