package io.streamgauge.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterBreaksTest {
    /**
     * Cases of the kinds that the test file of Unicode Standard Annex 29 has, a bar between characters as people see
     * them.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a|b",
                "\r\n|\n|\r",
                "\r|\u0301",
                "a\u0301|b",
                "a\u0308\u0301|\u00E4",
                "\u0600\u0661|b",
                "क\u094D|ष\u093F",
                "ന\u0D4D\u200Dക",
                "한|국",
                "\u1100\u1161\u11A8|\u1100\u1161",
                "\uAC00\u11A8|\uAC01\u11A8|\u1161",
                "\u1100\uAC00|a|\u11A8",
                "🇩🇪|🇫🇷|🇮",
                "a|🇩🇪|b|🇫🇷",
                "👍🏽|👍",
                "👩\u200D👩\u200D👧|👩",
                "❤\uFE0F\u200D🔥|x",
                "🏴\uDB40\uDC67\uDB40\uDC7F|x",
                "1\uFE0F\u20E3|2",
                "ｶﾞ|ｶ"
            })
    void peopleSeeTheseCharacters(String marked) {
        ClusterBreaks clusters = new ClusterBreaks();
        StringBuilder found = new StringBuilder();
        marked.replace("|", "").codePoints().forEach(codePoint -> {
            boolean joined = clusters.joins(codePoint);
            found.append(joined || found.isEmpty() ? "" : "|").appendCodePoint(codePoint);
        });
        assertEquals(marked, found.toString());
    }
}
