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

    private static final Wire RESPONSES = new Wire("""
            event: response.created
            data: {"type":"response.created","sequence_number":0,"response":{"id":"r1","model":"m"}}

            event: response.output_item.added
            data: {"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"type":"message"}}

            event: response.output_item.added
            data: {"type":"response.output_item.added","sequence_number":2,"output_index":1,\
            "item":{"type":"function_call","call_id":"c1","name":"f","arguments":""}}

            """, """
            event: response.output_text.delta
            data: {"type":"response.output_text.delta","sequence_number":3,"item_id":"i","output_index":0,\
            "content_index":0,"delta":" h\\u00e9 é\\n","logprobs":[],"obfuscation":"aX"}

            event: response.function_call_arguments.delta
            data: {"type":"response.function_call_arguments.delta","sequence_number":4,"item_id":"j","output_index":1,\
            "delta":"{\\"é","obfuscation":"aX"}

            """, """
            event: response.completed
            data: {"type":"response.completed","sequence_number":5,"response":{"status":"completed","output":[\
            {"type":"message","content":[{"type":"output_text","text":"é"}]}],"usage":{"input_tokens":1}}}

            """);

    private static final Wire ANTHROPIC = new Wire("""
            event: message_start
            data: {"type":"message_start","message":{"id":"m1","model":"m","usage":{"input_tokens":5}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_start
            data: {"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"f"}}

            """, """
            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" h\\u00e9 é"}    }

            event: content_block_delta
            data: {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\\""} }

            event: ping
            data: {"type": "ping"}

            """, """
            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":6}}

            event: message_stop
            data: {"type":"message_stop"}

            """);

    private static final Wire GEMINI = new Wire("", """
            data: {"candidates": [{"content": {"parts": [{"text": " h\\u00e9 é"}],"role": "model"},"index": 0}],\
            "usageMetadata": {"promptTokenCount": 4,"totalTokenCount": 9},"modelVersion": "m","responseId": "r"}

            """, """
            data: {"candidates": [{"content": {"parts": [{"functionCall": {"id": "a","name": "f","args": {}}}]},\
            "finishReason": "STOP"}]}

            """);

    private static final Wire INTERACTIONS = new Wire("""
            event: step.start
            data: {"index":0,"step":{"type":"model_output"},"event_type":"step.start"}

            """, """
            event: step.delta
            data: {"index":0,"delta":{"text":" h\\u00e9 é","type":"text"},"event_type":"step.delta"}

            """, """
            event: interaction.completed
            data: {"interaction":{"status":"completed"},"event_type":"interaction.completed"}

            data: [DONE]

            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHAT_TEXT",
                "CHAT_REASONING",
                "CHAT_TOOLS",
                "OLLAMA",
                "COHERE",
                "RESPONSES",
                "ANTHROPIC",
                "GEMINI",
                "INTERACTIONS"
            })
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
            case "RESPONSES" -> RESPONSES;
            case "ANTHROPIC" -> ANTHROPIC;
            case "GEMINI" -> GEMINI;
            case "INTERACTIONS" -> INTERACTIONS;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Dialect dialect(String name) {
        return switch (name) {
            case "OLLAMA" -> Dialect.OLLAMA_CHAT;
            case "COHERE" -> Dialect.COHERE_V2;
            case "RESPONSES" -> Dialect.OPENAI_RESPONSES;
            case "ANTHROPIC" -> Dialect.ANTHROPIC_MESSAGES;
            case "GEMINI" -> Dialect.GEMINI;
            case "INTERACTIONS" -> Dialect.GEMINI_INTERACTIONS;
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
