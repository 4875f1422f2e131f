package io.streamgauge.provider;

import java.util.SplittableRandom;

/**
 * Streams of many events of the shapes that make up most of real ones, between a beginning and an end. {@code <text>}
 * stands for a piece of text, {@code <n>} for the number of the event.
 */
enum SteadyWire {
    CHAT_TEXT(Dialect.OPENAI_CHAT, """
            data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

            """, """
            data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,\
            "delta":{"content":"<text>"},"logprobs":null,"finish_reason":null}],"obfuscation":"aX<n>"}

            """, """
            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":7,"total_tokens":12}}

            data: [DONE]

            """),
    CHAT_REASONING(Dialect.OPENAI_CHAT, "", """
            data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"content":"","reasoning":"<text>",\
            "reasoning_details":[{"type":"reasoning.text","text":"<text>"}]},"finish_reason":null}]}

            """, CHAT_TEXT.end),
    CHAT_TOOLS(Dialect.OPENAI_CHAT, """
            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","type":"function",\
            "function":{"name":"f","arguments":""}}]}}]}

            """, """
            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"<text>"}}]}}]}

            """, CHAT_TEXT.end),
    CHAT_USAGE_IN_EVERY_EVENT(Dialect.OPENAI_CHAT, "", """
            : keep-alive

            id: <n>
            data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"content":"<text>"},"finish_reason":null}],\
            "usage":{"prompt_tokens":5,"completion_tokens":<n>,"total_tokens":12}}

            """, CHAT_TEXT.end),
    COMPLETIONS(Dialect.OPENAI_COMPLETIONS, "", """
            data: {"id":"c1","object":"text_completion","created":1,"model":"m","choices":[{"text":"<text>",\
            "index":0,"logprobs":null,"finish_reason":null}]}

            """, """
            data: {"id":"c1","choices":[{"text":"","index":0,"finish_reason":"stop"}],"usage":{"prompt_tokens":5}}

            data: [DONE]

            """),
    RESPONSES(Dialect.OPENAI_RESPONSES, """
            event: response.created
            data: {"type":"response.created","sequence_number":0,"response":{"id":"r1","model":"m"}}

            event: response.output_item.added
            data: {"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"type":"message"}}

            event: response.output_item.added
            data: {"type":"response.output_item.added","sequence_number":2,"output_index":1,\
            "item":{"type":"function_call","call_id":"c1","name":"f","arguments":""}}

            """, """
            event: response.output_text.delta
            data: {"type":"response.output_text.delta","sequence_number":<n>,"item_id":"i","output_index":0,\
            "content_index":0,"delta":"<text>","logprobs":[],"obfuscation":"aX"}

            event: response.function_call_arguments.delta
            data: {"type":"response.function_call_arguments.delta","sequence_number":<n>,"item_id":"j",\
            "output_index":1,"delta":"<text>","obfuscation":"aX"}

            """, """
            event: response.completed
            data: {"type":"response.completed","sequence_number":5,"response":{"status":"completed","output":[\
            {"type":"message","content":[{"type":"output_text","text":"é"}]}],"usage":{"input_tokens":1}}}

            """),
    ASSISTANTS(Dialect.OPENAI_ASSISTANTS, """
            event: thread.run.created
            data: {"id":"r1","object":"thread.run","status":"queued","model":"m","usage":null,"last_error":null}

            """, """
            event: thread.message.delta
            data: {"id":"m1","object":"thread.message.delta","delta":{"content":[{"index":0,"type":"text",\
            "text":{"value":"<text>"}}]}}

            event: thread.run.step.delta
            data: {"object":"thread.run.step.delta","delta":{"step_details":{"type":"tool_calls","tool_calls":[\
            {"index":0,"type":"function","function":{"arguments":"<text>"}}]}}}

            """, """
            event: thread.run.completed
            data: {"id":"r1","object":"thread.run","status":"completed","usage":{"prompt_tokens":6}}

            event: done
            data: [DONE]

            """),
    ANTHROPIC(Dialect.ANTHROPIC_MESSAGES, """
            event: message_start
            data: {"type":"message_start","message":{"id":"m1","model":"m","usage":{"input_tokens":5}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_start
            data: {"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"f"}}

            """, """
            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"<text>"}    }

            event: content_block_delta
            data: {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta",\
            "partial_json":"<text>"} }

            event: ping
            data: {"type": "ping"}

            """, """
            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":6}}

            event: message_stop
            data: {"type":"message_stop"}

            """),
    ANTHROPIC_COMPLETE(Dialect.ANTHROPIC_COMPLETE, "", """
            event: completion
            data: {"type":"completion","id":"c1","completion":"<text>","stop_reason":null,"model":"m"}

            """, """
            event: completion
            data: {"type":"completion","id":"c1","completion":"","stop_reason":"stop_sequence","model":"m"}

            """),
    GEMINI(Dialect.GEMINI, "", """
            data: {"candidates": [{"content": {"parts": [{"text": "<text>"}],"role": "model"},"index": 0}],\
            "usageMetadata": {"promptTokenCount": 4,"totalTokenCount": <n>},"modelVersion": "m","responseId": "r"}

            """, """
            data: {"candidates": [{"content": {"parts": [{"functionCall": {"id": "a","name": "f","args": {}}}]},\
            "finishReason": "STOP"}]}

            """),
    GEMINI_JSON_ARRAY(Dialect.GEMINI_JSON_ARRAY, "[", """
            {
              "candidates": [{"content": {"parts": [{"text": "<text>"}],"role": "model"},"index": 0}],
              "usageMetadata": {"promptTokenCount": 4,"totalTokenCount": <n>},
              "modelVersion": "m",
              "responseId": "r"
            }
            ,
            """, """
            {"candidates": [{"content": {"parts": [{"text": ""}]},"finishReason": "STOP"}]}
            ]"""),
    INTERACTIONS(Dialect.GEMINI_INTERACTIONS, """
            event: step.start
            data: {"index":0,"step":{"type":"model_output"},"event_type":"step.start"}

            event: step.start
            data: {"index":1,"step":{"type":"function_call","id":"c","name":"f"},"event_type":"step.start"}

            """, """
            event: step.delta
            data: {"index":0,"delta":{"text":"<text>","type":"text"},"event_type":"step.delta"}

            event: step.delta
            data: {"index":1,"delta":{"arguments":"<text>","type":"arguments_delta"},"event_type":"step.delta"}

            """, """
            event: interaction.completed
            data: {"interaction":{"status":"completed"},"event_type":"interaction.completed"}

            data: [DONE]

            """),
    OLLAMA_CHAT(Dialect.OLLAMA_CHAT, "", """
            {"model":"m","created_at":"2026-01-01T00:00:00.<n>Z","message":{"role":"assistant","content":"<text>"},\
            "done":false}
            """, """
            {"model":"m","message":{"content":""},"done":true,"done_reason":"stop","total_duration":1,\
            "eval_count":2}
            """),
    OLLAMA_GENERATE(Dialect.OLLAMA_GENERATE, "", """
            {"model":"m","created_at":"2026-01-01T00:00:00.<n>Z","response":"<text>","thinking":"","done":false}
            """, """
            {"model":"m","response":"","done":true,"done_reason":"stop","context":[1,2,3],"eval_count":2}
            """),
    COHERE(Dialect.COHERE_V2, """
            event: message-start
            data: {"id":"c1","type":"message-start","delta":{"message":{"role":"assistant"}}}

            """, """
            event: content-delta
            data: {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"<text>"}}}}

            event: tool-call-delta
            data: {"type":"tool-call-delta","index":0,\
            "delta":{"message":{"tool_calls":{"function":{"arguments":"<text>"}}}}}

            """, """
            event: message-end
            data: {"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{"tokens":{"input_tokens":1}}}}

            data: [DONE]

            """),
    OTHER(Dialect.OTHER_SSE, "retry: 1000\n\n", """
            : keep-alive
            event: progress
            id: <n>
            data: first <text>
            data: second

            """, "");

    /** Events of each shape in one stream. */
    static final int EVENTS = 100;

    private static final long SEED = 20_261_001;

    /** As JSON strings hold them: ASCII and not, with escapes and without, short and long. */
    private static final String[] TEXTS = {
        " word",
        "ing",
        ",",
        " naïve",
        "漢字",
        " 😀",
        "\\n\\n",
        " \\\"quoted\\\"",
        "\\u00e9t\\u00e9",
        "\\ud83d\\ude00",
        " a longer piece of text, as servers send that collect a few tokens before they write"
    };

    private final Dialect dialect;
    private final String begin;
    private final String event;
    private final String end;

    SteadyWire(Dialect dialect, String begin, String event, String end) {
        this.dialect = dialect;
        this.begin = begin;
        this.event = event;
        this.end = end;
    }

    Dialect dialect() {
        return dialect;
    }

    /** A stream with one event of each shape, in which every text is this one, given as JSON strings hold it. */
    byte[] bodyOf(String text) {
        return Cuts.bytes(begin + event.replace("<text>", text).replace("<n>", "0") + end);
    }

    byte[] body() {
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder body = new StringBuilder(begin);
        for (int i = 0; i < EVENTS; i++) {
            String text = TEXTS[random.nextInt(TEXTS.length)];
            body.append(event.replace("<text>", text).replace("<n>", Integer.toString(i)));
        }
        return Cuts.bytes(body.append(end).toString());
    }
}
