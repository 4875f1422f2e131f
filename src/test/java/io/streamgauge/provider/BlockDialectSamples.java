package io.streamgauge.provider;

import io.streamgauge.provider.HostileStreamTest.Sample;
import java.util.List;

/** Streams of the dialects that speak of blocks, items, parts and steps, with every field their decoders know. */
final class BlockDialectSamples {
    static final List<Sample> ALL = List.of(
            new Sample(Dialect.OPENAI_RESPONSES, """
                    {"type":"response.created","sequence_number":0,"response":{"id":"r","model":"m"}}
                    {"type":"response.output_item.added","sequence_number":1,"output_index":0,\
                    "item":{"id":"i","type":"message","content":[]}}
                    {"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"é\\ud83d"}
                    {"type":"response.output_text.annotation.added","output_index":0,"content_index":0,\
                    "annotation":{"u":1}}
                    {"type":"response.output_text.done","output_index":0,"content_index":1,"text":"t"}
                    {"type":"response.refusal.done","output_index":0,"content_index":2,"refusal":"n"}
                    {"type":"response.reasoning_summary_text.delta","output_index":1,"summary_index":0,"delta":"s"}
                    {"type":"response.output_item.added","output_index":2,"item":{"id":"i","type":"function_call",\
                    "call_id":"c","name":"f","arguments":"{}"}}
                    {"type":"response.function_call_arguments.delta","output_index":2,"delta":"{\\ud83d"}
                    {"type":"response.function_call_arguments.done","output_index":2,"arguments":"{}"}
                    {"type":"response.output_item.done","output_index":2,"item":{"id":"i","type":"function_call",\
                    "status":"completed","call_id":"c","name":"f","arguments":"{}","output":"o"}}
                    {"type":"response.output_item.done","output_index":3,"item":{"type":"shell_call",\
                    "environment":{"type":"local"},"action":{"a":1},"outputs":[1]}}
                    {"type":"response.output_item.done","output_index":4,"item":{"type":"image_generation_call",\
                    "result":"aW1n"}}
                    {"type":"response.output_item.done","output_index":5,"item":{"type":"mcp_list_tools","tools":[1]}}
                    {"type":"response.audio.delta","delta":"d"}
                    {"type":"response.incomplete","response":{"output":[{"type":"reasoning","summary":[{"text":"s"}],\
                    "content":[{"text":"t"}],"encrypted_content":"e"},{"type":"message","content":[{"text":"t",\
                    "refusal":null,"annotations":[{"u":1}]}]}],"incomplete_details":{"reason":"max_output_tokens"},\
                    "usage":{"input_tokens":1,"input_tokens_details":{"cached_tokens":1},\
                    "output_tokens_details":{"reasoning_tokens":1}}}}
                    """),
            new Sample(Dialect.OPENAI_RESPONSES, """
                    {"type":"error","code":"c","message":"m"}
                    {"type":"response.failed","response":{"error":{"code":"c","message":"m"}}}
                    """),
            new Sample(Dialect.ANTHROPIC_MESSAGES, """
                    {"type":"message_start","message":{"id":"i","model":"m","usage":{"input_tokens":1,\
                    "cache_read_input_tokens":1,"output_tokens_details":{"thinking_tokens":1}}}}
                    {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"é",\
                    "citations":[{"u":1}]}}
                    {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"t\\ud83d"}}
                    {"type":"content_block_delta","index":0,"delta":{"type":"citations_delta","citation":{"u":1}}}
                    {"type":"content_block_stop","index":0}
                    {"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"f",\
                    "input":{"a":1}}}
                    {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{"}}
                    {"type":"content_block_start","index":2,"content_block":{"type":"thinking","thinking":"h",\
                    "signature":"s"}}
                    {"type":"content_block_delta","index":2,"delta":{"type":"signature_delta","signature":"s"}}
                    {"type":"content_block_start","index":3,"content_block":{"type":"redacted_thinking","data":"d"}}
                    {"type":"content_block_start","index":4,"content_block":{"type":"x_tool_result",\
                    "tool_use_id":"t"}}
                    {"type":"message_start","message":{"id":"i"}}
                    {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_details":{"a":1}},\
                    "usage":{"output_tokens":1}}
                    {"type":"message_stop"}
                    """),
            new Sample(Dialect.ANTHROPIC_COMPLETE, """
                    {"type":"completion","id":"i","model":"m","completion":"é","stop_reason":null}
                    {"type":"completion","completion":"","stop_reason":"stop_sequence"}
                    """),
            new Sample(Dialect.GEMINI, """
                    {"candidates":[{"content":{"parts":[{"text":"é","thought":true,"thoughtSignature":"s"},\
                    {"text":"t\\ud83d"}]},"index":0}],"modelVersion":"m","responseId":"r"}
                    {"candidates":[{"content":{"parts":[{"functionCall":{"id":"a","name":"f","args":{"a":1}}},\
                    {"functionCall":{"name":"g","partialArgs":[{"jsonPath":"$.a[0].b","stringValue":"x",\
                    "willContinue":true},{"jsonPath":"$.c","numberValue":1},{"jsonPath":"$.d","boolValue":true},\
                    {"jsonPath":"$.e","nullValue":null}],"willContinue":true}},{"functionCall":{}}]}}]}
                    {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"d"}},\
                    {"executableCode":{"id":"b","code":"1"}},{"codeExecutionResult":{"output":"1"}},\
                    {"toolCall":{"id":"c","toolType":"T","args":{}}}]}}]}
                    {"candidates":[{"finishReason":"STOP","finishMessage":"m","citationMetadata":{"c":1}}],\
                    "usageMetadata":{"promptTokenCount":1,"thoughtsTokenCount":1},\
                    "promptFeedback":{"blockReason":""}}
                    """),
            new Sample(Dialect.GEMINI_INTERACTIONS, """
                    {"event_type":"interaction.created","interaction":{"id":"i","model":"m"}}
                    {"event_type":"step.start","index":0,"step":{"type":"thought","summary":[{"text":"s"}],\
                    "signature":"g"}}
                    {"event_type":"step.delta","index":0,"delta":{"type":"thought_summary","content":{"text":"s"}}}
                    {"event_type":"step.start","index":1,"step":{"type":"model_output","content":[{"text":"c"}]}}
                    {"event_type":"step.delta","index":1,"delta":{"type":"text","text":"é\\ud83d"}}
                    {"event_type":"step.delta","index":1,"delta":{"type":"text_annotation","annotations":[{"u":1}]}}
                    {"event_type":"step.start","index":2,"step":{"type":"function_call","id":"c","name":"f",\
                    "arguments":{"a":1}}}
                    {"event_type":"step.delta","index":2,"delta":{"type":"arguments_delta","arguments":"{"}}
                    {"event_type":"step.delta","index":3,"delta":{"type":"x_call","id":"s","arguments":{"a":1}}}
                    {"event_type":"step.stop","index":2}
                    {"event_type":"interaction.completed","interaction":{"status":"completed","error":null,\
                    "usage":{"total_input_tokens":1,"total_thought_tokens":1}}}
                    """));

    private BlockDialectSamples() {}
}
