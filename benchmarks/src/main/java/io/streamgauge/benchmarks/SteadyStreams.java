package io.streamgauge.benchmarks;

import io.streamgauge.provider.Dialect;

/**
 * Long steady streams in the wire shape of each big protocol: what a server under load spends its time on. Seeded, so
 * every run and every machine gets the same bytes.
 */
final class SteadyStreams {
    private static final int TOKENS = 2000;

    private SteadyStreams() {}

    static StreamInput openAiChat() {
        TokenSource source = new TokenSource(1);
        StreamScript script = new StreamScript("\n");
        String head = chatHead(source);
        String tail = ",\"logprobs\":null,\"finish_reason\":null}],\"obfuscation\":\"";
        script.data(
                head + "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}" + tail + source.letters(5) + "\"}");
        for (int i = 0; i < TOKENS; i++) {
            String token = source.next();
            script.data(head + "{\"content\":\"" + source.escaped(token) + "\"}" + tail
                    + source.letters(1 + source.below(14)) + "\"}");
            script.means(token);
        }
        script.data(head + "{},\"logprobs\":null,\"finish_reason\":\"stop\"}],\"obfuscation\":\"" + source.letters(4)
                + "\"}");
        script.data("[DONE]");
        return script.end("openai", Dialect.OPENAI_CHAT);
    }

    private static String chatHead(TokenSource source) {
        return "{\"id\":\"chatcmpl-" + source.letters(29)
                + "\",\"object\":\"chat.completion.chunk\",\"created\":1741570283,"
                + "\"model\":\"gpt-4o-2024-08-06\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_"
                + source.letters(10) + "\",\"choices\":[{\"index\":0,\"delta\":";
    }

    static StreamInput openAiTools() {
        TokenSource source = new TokenSource(2);
        StreamScript script = new StreamScript("\n");
        String head = chatHead(source);
        String tail = ",\"logprobs\":null,\"finish_reason\":null}],\"obfuscation\":\"";
        script.data(
                head + "{\"role\":\"assistant\",\"content\":null,\"refusal\":null}" + tail + source.letters(5) + "\"}");
        for (int call = 0; call < 8; call++) {
            String id = "call_" + source.letters(24);
            script.data(head + "{\"tool_calls\":[{\"index\":" + call + ",\"id\":\"" + id
                    + "\",\"type\":\"function\",\"function\":{\"name\":\"record_note\",\"arguments\":\"\"}}]}" + tail
                    + source.letters(3) + "\"}");
            script.means(id + "record_note");
            toolArguments(
                    source,
                    script,
                    head + "{\"tool_calls\":[{\"index\":" + call + ",\"function\":{\"arguments\":\"",
                    tail);
        }
        script.data(head + "{},\"logprobs\":null,\"finish_reason\":\"tool_calls\"}],\"obfuscation\":\""
                + source.letters(4) + "\"}");
        script.data("[DONE]");
        return script.end("tools", Dialect.OPENAI_CHAT);
    }

    private static void toolArguments(TokenSource source, StreamScript script, String head, String tail) {
        for (int i = 0; i < TOKENS / 8; i++) {
            String fragment = i == 0
                    ? "{\"note\":\""
                    : i == TOKENS / 8 - 1
                            ? "\"}"
                            : source.next().replace("\n", " ").replace("\"", "'");
            script.data(
                    head + source.escaped(fragment) + "\"}}]}" + tail + source.letters(1 + source.below(14)) + "\"}");
            script.means(fragment);
        }
    }

    static StreamInput openAiResponses() {
        TokenSource source = new TokenSource(3);
        StreamScript script = new StreamScript("\n");
        String response = "{\"id\":\"resp_" + source.letters(40)
                + "\",\"object\":\"response\",\"created_at\":1741570283,\"status\":\"";
        String item = "msg_" + source.letters(40);
        script.event(
                "response.created",
                "{\"type\":\"response.created\",\"sequence_number\":0,\"response\":" + response
                        + "in_progress\",\"model\":\"gpt-4o\",\"output\":[],\"usage\":null}}");
        script.event(
                "response.output_item.added",
                "{\"type\":\"response.output_item.added\",\"sequence_number\":1,\"output_index\":0,\"item\":{\"id\":\""
                        + item
                        + "\",\"type\":\"message\",\"status\":\"in_progress\",\"role\":\"assistant\",\"content\":[]}}");
        script.event(
                "response.content_part.added",
                "{\"type\":\"response.content_part.added\",\"sequence_number\":2,\"item_id\":\"" + item
                        + "\",\"output_index\":0,\"content_index\":0,\"part\":{"
                        + "\"type\":\"output_text\",\"text\":\"\",\"annotations\":[]}}");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < TOKENS; i++) {
            String token = source.next();
            text.append(source.escaped(token));
            script.event(
                    "response.output_text.delta",
                    "{\"type\":\"response.output_text.delta\",\"sequence_number\":" + (i + 3)
                            + ",\"item_id\":\"" + item + "\",\"output_index\":0,\"content_index\":0,\"delta\":\""
                            + source.escaped(token)
                            + "\",\"logprobs\":[],\"obfuscation\":\"" + source.letters(1 + source.below(14)) + "\"}");
            script.means(token);
        }
        closeResponse(script, response, item, text.toString());
        return script.end("responses", Dialect.OPENAI_RESPONSES);
    }

    private static void closeResponse(StreamScript script, String response, String item, String text) {
        String part = "{\"type\":\"output_text\",\"text\":\"" + text + "\",\"annotations\":[],\"logprobs\":[]}";
        String place = "\"item_id\":\"" + item + "\",\"output_index\":0,\"content_index\":0,";
        script.event(
                "response.output_text.done",
                "{\"type\":\"response.output_text.done\",\"sequence_number\":" + (TOKENS + 3) + "," + place
                        + "\"text\":\"" + text + "\",\"logprobs\":[]}");
        script.event(
                "response.content_part.done",
                "{\"type\":\"response.content_part.done\",\"sequence_number\":" + (TOKENS + 4) + "," + place
                        + "\"part\":" + part + "}");
        String message = "{\"id\":\"" + item
                + "\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"assistant\",\"content\":[" + part + "]}";
        script.event(
                "response.output_item.done",
                "{\"type\":\"response.output_item.done\",\"sequence_number\":" + (TOKENS + 5)
                        + ",\"output_index\":0,\"item\":" + message + "}");
        script.event(
                "response.completed",
                "{\"type\":\"response.completed\",\"sequence_number\":" + (TOKENS + 6) + ",\"response\":" + response
                        + "completed\",\"model\":\"gpt-4o\",\"output\":[" + message
                        + "],\"usage\":{\"input_tokens\":11,\"output_tokens\":" + TOKENS + ",\"total_tokens\":"
                        + (TOKENS + 11) + "}}}");
    }

    static StreamInput anthropicMessages() {
        TokenSource source = new TokenSource(4);
        StreamScript script = new StreamScript("\n");
        script.event(
                "message_start",
                "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_" + source.letters(24)
                        + "\",\"type\":\"message\",\"role\":\"assistant\","
                        + "\"model\":\"claude-sonnet-4\",\"content\":[],\"stop_reason\":null,"
                        + "\"stop_sequence\":null,\"usage\":{\"input_tokens\":12,\"output_tokens\":1}}   }");
        script.event(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{"
                        + "\"type\":\"text\",\"text\":\"\"}     }");
        script.event("ping", "{\"type\": \"ping\"}");
        for (int i = 0; i < TOKENS; i++) {
            String token = source.next() + source.next();
            script.event(
                    "content_block_delta",
                    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\""
                            + source.escaped(token) + "\"}" + " ".repeat(source.below(15)) + "}");
            script.means(token);
        }
        script.event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0  }");
        script.event(
                "message_delta",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},"
                        + "\"usage\":{\"output_tokens\":" + TOKENS + "}    }");
        script.event("message_stop", "{\"type\":\"message_stop\"       }");
        return script.end("anthropic", Dialect.ANTHROPIC_MESSAGES);
    }

    static StreamInput gemini() {
        TokenSource source = new TokenSource(5);
        StreamScript script = new StreamScript("\r\n");
        String id = source.letters(22);
        int chunks = TOKENS * 2 / 5;
        for (int i = 0; i < chunks; i++) {
            StringBuilder text = new StringBuilder();
            for (int token = 0; token < 50; token++) {
                text.append(source.next());
            }
            String finish = i == chunks - 1 ? ",\"finishReason\": \"STOP\"" : "";
            script.data("{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"" + source.escaped(text.toString())
                    + "\"}],\"role\": \"model\"}" + finish
                    + ",\"index\": 0}],\"usageMetadata\": {\"promptTokenCount\": 8,\"candidatesTokenCount\": "
                    + 50 * (i + 1) + ",\"totalTokenCount\": " + (50 * (i + 1) + 8)
                    + ",\"promptTokensDetails\": [{\"modality\": \"TEXT\",\"tokenCount\": 8}]},"
                    + "\"modelVersion\": \"gemini-2.5-flash\",\"responseId\": \""
                    + id + "\"}");
            script.means(text.toString());
        }
        return script.end("gemini", Dialect.GEMINI);
    }

    static StreamInput ollamaChat() {
        TokenSource source = new TokenSource(6);
        StreamScript script = new StreamScript("\n");
        for (int i = 0; i < TOKENS; i++) {
            String token = source.next();
            script.line("{\"model\":\"llama3.1\",\"created_at\":\"" + timestamp(source, i)
                    + "\",\"message\":{\"role\":\"assistant\",\"content\":\"" + source.escaped(token)
                    + "\"},\"done\":false}");
            script.means(token);
        }
        script.line("{\"model\":\"llama3.1\",\"created_at\":\"" + timestamp(source, TOKENS)
                + "\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},"
                + "\"done_reason\":\"stop\",\"done\":true,\"total_duration\":64000000000,"
                + "\"load_duration\":20000000,\"prompt_eval_count\":12,"
                + "\"prompt_eval_duration\":80000000,\"eval_count\":"
                + TOKENS
                + ",\"eval_duration\":63000000000}");
        return script.end("ollama", Dialect.OLLAMA_CHAT);
    }

    /** RFC 3339 with nanoseconds, 32 ms apart, as a local model sends them. */
    private static String timestamp(TokenSource source, int index) {
        long millis = 32L * index;
        return String.format(
                "2026-01-01T00:%02d:%02d.%03d%06dZ",
                millis / 60_000, millis / 1000 % 60, millis % 1000, source.below(1_000_000));
    }
}
