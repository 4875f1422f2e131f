package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.ThreadCost;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.ToolCallDelta;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An event may hold a whole book, or an image, and comes in a thousand reads: nothing in it is read again with each.
 */
class HugeEventTest {
    private static final int SMALL = 1 << 20;
    private static final int LARGE = 4 << 20;
    private static final int READ_BYTES = 1448;

    /** Quadratic work would be sixteen times as much; a cache that is too small for the larger event costs a little. */
    private static final double AT_MOST = 6;

    @ParameterizedTest
    @EnumSource
    void workIsLinear(SteadyWire wire) {
        assertLinear(wire, "a few words with naïve and 漢字, 😀 ");
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAT_TEXT", "CHAT_TOOLS", "RESPONSES", "ANTHROPIC", "GEMINI_JSON_ARRAY", "OLLAMA_CHAT"})
    void workOnEscapesIsLinear(SteadyWire wire) {
        assertLinear(wire, "\\u00e9\\n \\\"\\ud83d\\ude00");
    }

    private static void assertLinear(SteadyWire wire, String unit) {
        Map<Integer, byte[]> bodies = Stream.of(SMALL, LARGE)
                .collect(Collectors.toMap(Function.identity(), size -> wire.bodyOf(unit.repeat(size / unit.length()))));
        Longest longest = new Longest();
        StreamDecoder decoder = new StreamDecoder(wire.dialect(), longest);

        double growth = ThreadCost.cpuGrowth(size -> decode(decoder, bodies.get(size)), SMALL, LARGE);

        assertTrue(wire.dialect() == Dialect.OTHER_SSE || longest.bytes > LARGE / 8, () -> longest.bytes + " bytes");
        assertEquals(0, longest.failures);
        assertTrue(growth <= AT_MOST, () -> growth + " times the work for four times the text");
    }

    private static void decode(StreamDecoder decoder, byte[] body) {
        for (int at = 0; at < body.length; at += READ_BYTES) {
            decoder.feed(body, at, Math.min(READ_BYTES, body.length - at));
        }
        decoder.end();
        decoder.reset();
    }

    private static final class Longest implements DeltaHandler {
        private int bytes;
        private int failures;

        @Override
        public void onText(int choice, int part, ByteSlice text) {
            bytes = Math.max(bytes, text.length());
        }

        @Override
        public void onReasoning(int choice, int part, ByteSlice text) {
            bytes = Math.max(bytes, text.length());
        }

        @Override
        public void onToolCall(ToolCallDelta call) {
            bytes = Math.max(bytes, call.arguments().length());
        }

        @Override
        public void onError(ProviderError error) {
            failures++;
        }
    }
}
