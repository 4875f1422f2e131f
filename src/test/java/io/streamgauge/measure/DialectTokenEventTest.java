package io.streamgauge.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.streamgauge.provider.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which events of each protocol are token events: one event a read, and a letter for what a person says it is. */
class DialectTokenEventTest {
    /** R for reasoning, O for output, a dot for what carries nothing generated. */
    private record Line(char sort, String wire) {}

    private static Line line(char sort, String wire) {
        return new Line(sort, wire);
    }

    private static Line sse(char sort, String type, String data) {
        return new Line(sort, (type.isEmpty() ? "" : "event: " + type + "\n") + "data: " + data + "\n\n");
    }

    private static Line anthropic(char sort, String type, String rest) {
        return sse(sort, type, "{\"type\":\"" + type + "\"" + rest + "}");
    }

    private static Line responses(char sort, String type, String rest) {
        return sse(sort, type, "{\"type\":\"" + type + "\",\"sequence_number\":1" + rest + "}");
    }

    @Test
    void anthropicMessages() {
        String block = ",\"index\":0,\"content_block\":";
        String delta = ",\"index\":0,\"delta\":";
        assertSorts(
                Dialect.ANTHROPIC_MESSAGES,
                9,
                anthropic(
                        '.',
                        "message_start",
                        ",\"message\":{\"id\":\"m\",\"role\":\"assistant\",\"content\":[],"
                                + "\"usage\":{\"input_tokens\":3,\"output_tokens\":1}}"),
                anthropic('.', "content_block_start", block + "{\"type\":\"thinking\",\"thinking\":\"\"}"),
                anthropic('.', "ping", ""),
                anthropic('R', "content_block_delta", delta + "{\"type\":\"thinking_delta\",\"thinking\":\"hm\"}"),
                anthropic('.', "content_block_delta", delta + "{\"type\":\"signature_delta\",\"signature\":\"c2ln\"}"),
                anthropic('.', "content_block_stop", ",\"index\":0"),
                anthropic(
                        '.', "content_block_start", ",\"index\":1,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"),
                anthropic(
                        'O', "content_block_delta", ",\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hi\"}"),
                anthropic('.', "content_block_stop", ",\"index\":1"),
                anthropic(
                        'O',
                        "content_block_start",
                        ",\"index\":2,\"content_block\":"
                                + "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"f\",\"input\":{}}"),
                anthropic(
                        '.',
                        "content_block_delta",
                        ",\"index\":2,\"delta\":" + "{\"type\":\"input_json_delta\",\"partial_json\":\"\"}"),
                anthropic(
                        'O',
                        "content_block_delta",
                        ",\"index\":2,\"delta\":" + "{\"type\":\"input_json_delta\",\"partial_json\":\"{}\"}"),
                anthropic('.', "content_block_stop", ",\"index\":2"),
                anthropic(
                        '.',
                        "message_delta",
                        ",\"delta\":{\"stop_reason\":\"tool_use\"}," + "\"usage\":{\"output_tokens\":9}"),
                anthropic('.', "message_stop", ""));
    }

    @Test
    void openAiResponses() {
        String text = ",\"item_id\":\"i\",\"output_index\":0,\"content_index\":0";
        String call = ",\"item_id\":\"j\",\"output_index\":1";
        assertSorts(
                Dialect.OPENAI_RESPONSES,
                12,
                responses('.', "response.created", ",\"response\":{\"id\":\"r\",\"model\":\"m\",\"output\":[]}"),
                responses(
                        '.',
                        "response.output_item.added",
                        ",\"output_index\":0,\"item\":"
                                + "{\"id\":\"i\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[]}"),
                responses(
                        '.',
                        "response.content_part.added",
                        text + ",\"part\":{\"type\":\"output_text\",\"text\":\"\"}"),
                responses('O', "response.output_text.delta", text + ",\"delta\":\"Hi\""),
                responses('.', "response.output_text.done", text + ",\"text\":\"Hi\""),
                responses(
                        'O',
                        "response.output_item.added",
                        ",\"output_index\":1,\"item\":{\"id\":\"j\","
                                + "\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"f\",\"arguments\":\"\"}"),
                responses('O', "response.function_call_arguments.delta", call + ",\"delta\":\"{}\""),
                responses('.', "response.function_call_arguments.done", call + ",\"arguments\":\"{}\""),
                responses(
                        '.',
                        "response.output_item.done",
                        ",\"output_index\":1,\"item\":{\"id\":\"j\","
                                + "\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"f\",\"arguments\":\"{}\"}"),
                responses(
                        '.',
                        "response.completed",
                        ",\"response\":{\"id\":\"r\",\"status\":\"completed\","
                                + "\"output\":[],"
                                + "\"usage\":{\"input_tokens\":1,\"output_tokens\":12,\"total_tokens\":13}}"));
    }

    @Test
    void gemini() {
        String rest = ",\"modelVersion\":\"m\",\"responseId\":\"r\"}";
        String end = "],\"role\":\"model\"},\"index\":0";
        String open = "{\"candidates\":[{\"content\":{\"parts\":[";
        assertSorts(
                Dialect.GEMINI,
                30,
                sse('R', "", open + "{\"text\":\"hm\",\"thought\":true}" + end + "}]" + rest),
                sse('O', "", open + "{\"text\":\"Hi\"}" + end + "}]" + rest),
                sse('O', "", open + "{\"functionCall\":{\"name\":\"f\",\"args\":{}}}" + end + "}]" + rest),
                sse(
                        '.',
                        "",
                        open + "{\"text\":\"\"}" + end + ",\"finishReason\":\"STOP\"}],\"usageMetadata\":"
                                + "{\"promptTokenCount\":5,\"candidatesTokenCount\":20,\"thoughtsTokenCount\":10,"
                                + "\"totalTokenCount\":35}" + rest));
    }

    @Test
    void ollamaChat() {
        String open = "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",";
        assertSorts(
                Dialect.OLLAMA_CHAT,
                4,
                line('R', open + "\"content\":\"\",\"thinking\":\"hm\"},\"done\":false}\n"),
                line('O', open + "\"content\":\"Hi\"},\"done\":false}\n"),
                line(
                        'O',
                        open + "\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":{}}}]},"
                                + "\"done\":false}\n"),
                line('.', open + "\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"eval_count\":4}\n"));
    }

    @Test
    void cohere() {
        assertSorts(
                Dialect.COHERE_V2,
                7,
                sse(
                        '.',
                        "message-start",
                        "{\"type\":\"message-start\",\"id\":\"x\",\"delta\":{\"message\":"
                                + "{\"role\":\"assistant\",\"content\":[],\"tool_calls\":[]}}}"),
                sse(
                        '.',
                        "content-start",
                        "{\"type\":\"content-start\",\"index\":0,\"delta\":{\"message\":"
                                + "{\"content\":{\"type\":\"text\",\"text\":\"\"}}}}"),
                sse(
                        'O',
                        "content-delta",
                        "{\"type\":\"content-delta\",\"index\":0,\"delta\":{\"message\":"
                                + "{\"content\":{\"text\":\"Hi\"}}}}"),
                sse('.', "content-end", "{\"type\":\"content-end\",\"index\":0}"),
                sse(
                        '.',
                        "message-end",
                        "{\"type\":\"message-end\",\"delta\":{\"finish_reason\":\"COMPLETE\",\"usage\":"
                                + "{\"tokens\":{\"input_tokens\":1,\"output_tokens\":7}}}}"));
    }

    private static void assertSorts(Dialect dialect, long tokens, Line... lines) {
        byte[] body = List.of(lines).stream()
                .map(Line::wire)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        int[] ends = new int[lines.length];
        long[] stamps = new long[lines.length];
        for (int k = 0; k < lines.length; k++) {
            ends[k] = (k == 0 ? 0 : ends[k - 1]) + lines[k].wire().getBytes(StandardCharsets.UTF_8).length;
            stamps[k] = InventedReads.SEND + k;
        }
        StreamTiming timing = new InventedReads(body, ends, stamps).measure(dialect);

        assertEquals(readsOf(lines, "RO"), readsOf(timing), "reads with token events");
        assertEquals(readsOf(lines, "O").get(0), timing.ttfoNanos(), "first output");
        assertEquals(0, timing.ttfeNanos());
        assertEquals(lines.length, timing.events());
        assertEquals(tokens, timing.outputTokens());
    }

    private static List<Long> readsOf(Line[] lines, String sorts) {
        List<Long> reads = new ArrayList<>();
        for (int k = 0; k < lines.length; k++) {
            if (sorts.indexOf(lines[k].sort()) >= 0) {
                reads.add((long) k);
            }
        }
        return reads;
    }

    private static List<Long> readsOf(StreamTiming timing) {
        List<Long> reads = new ArrayList<>();
        for (int k = 0; k < timing.keptTokenEvents(); k++) {
            reads.add(timing.tokenNanos(k));
        }
        return reads;
    }
}
