package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.ToolCallDelta;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of the hot path, counted by the JVM: a decoder that has seen a stream allocates nothing for the next. */
class DecoderAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int EVENTS = 200;
    private static final int WARM_UP_STREAMS = 50;
    private static final int STREAMS = 50;
    private static final int WINDOWS = 5;
    private static final int READ_BYTES = 1448;

    /** A stream of many events of the shape that makes up most of real ones, between a beginning and an end. */
    private record Wire(String begin, String event, String end) {
        byte[] body() {
            return Cuts.bytes(begin + event.repeat(EVENTS) + end);
        }
    }

    private static final Wire CHAT_TEXT = new Wire("""
            data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

            """, """
            data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,\
            "delta":{"content":" h\\u00e9 \\"é\\" 漢\\n"},"logprobs":null,"finish_reason":null}],"obfuscation":"aX"}

            """, """
            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":7,"total_tokens":12}}

            data: [DONE]

            """);

    private static final Wire CHAT_REASONING = new Wire("", """
            data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"content":"","reasoning":"why",\
            "reasoning_details":[{"type":"reasoning.text","text":"why"}]},"finish_reason":null}]}

            """, CHAT_TEXT.end);

    private static final Wire CHAT_TOOLS = new Wire("""
            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","type":"function",\
            "function":{"name":"f","arguments":""}}]}}]}

            """, """
            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\\"é"}}]}}]}

            """, CHAT_TEXT.end);

    private static final Wire OLLAMA = new Wire("", """
            {"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"H\\n"},\
            "done":false}
            """, """
            {"model":"m","message":{"content":""},"done":true,"done_reason":"stop","total_duration":1,\
            "eval_count":2}
            """);

    private static final Wire COHERE = new Wire("""
            event: message-start
            data: {"id":"c1","type":"message-start","delta":{"message":{"role":"assistant"}}}

            """, """
            event: content-delta
            data: {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":" é"}}}}

            event: tool-call-delta
            data: {"type":"tool-call-delta","index":0,\
            "delta":{"message":{"tool_calls":{"function":{"arguments":"{"}}}}}

            """, """
            event: message-end
            data: {"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{"tokens":{"input_tokens":1}}}}

            data: [DONE]

            """);

    @ParameterizedTest
    @ValueSource(strings = {"CHAT_TEXT", "CHAT_REASONING", "CHAT_TOOLS", "OLLAMA", "COHERE"})
    void aSteadyStreamAllocatesNothing(String name) {
        byte[] body = wire(name).body();
        CountingHandler handler = new CountingHandler();
        StreamDecoder decoder = new StreamDecoder(dialect(name), handler);

        allocatedBy(decoder, body, WARM_UP_STREAMS);
        // The JVM itself allocates a little on this thread now and then, when it replaces code; a decoder would always.
        long allocated = LongStream.generate(() -> allocatedBy(decoder, body, STREAMS))
                .limit(WINDOWS)
                .min()
                .orElseThrow();

        assertTrue(handler.bytes > 0, "nothing was decoded");
        assertEquals(0, allocated, "bytes for " + STREAMS + " streams");
    }

    /** Shows that the counter sees what it is asked for. */
    @ParameterizedTest
    @CsvSource({"16", "1024"})
    void anAllocationShows(int size) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        byte[] planted = new byte[size];
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertTrue(allocated >= planted.length, () -> "only " + allocated + " bytes");
    }

    private static long allocatedBy(StreamDecoder decoder, byte[] body, int streams) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int stream = 0; stream < streams; stream++) {
            decode(decoder, body);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static void decode(StreamDecoder decoder, byte[] body) {
        for (int at = 0; at < body.length; at += READ_BYTES) {
            decoder.feed(body, at, Math.min(READ_BYTES, body.length - at));
        }
        decoder.end();
        decoder.reset();
    }

    private static Wire wire(String name) {
        return switch (name) {
            case "CHAT_TEXT" -> CHAT_TEXT;
            case "CHAT_REASONING" -> CHAT_REASONING;
            case "CHAT_TOOLS" -> CHAT_TOOLS;
            case "OLLAMA" -> OLLAMA;
            case "COHERE" -> COHERE;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Dialect dialect(String name) {
        return switch (name) {
            case "OLLAMA" -> Dialect.OLLAMA_CHAT;
            case "COHERE" -> Dialect.COHERE_V2;
            default -> Dialect.OPENAI_CHAT;
        };
    }

    /** Looks at every byte, and keeps none. */
    private static final class CountingHandler implements DeltaHandler {
        private long bytes;

        @Override
        public void onText(int choice, int part, ByteSlice text) {
            bytes += text.length();
        }

        @Override
        public void onReasoning(int choice, int part, ByteSlice text) {
            bytes += text.length();
        }

        @Override
        public void onToolCall(ToolCallDelta call) {
            bytes += call.arguments().length();
        }
    }
}
