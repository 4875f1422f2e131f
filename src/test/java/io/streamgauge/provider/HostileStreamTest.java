package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Streams that no server would send. Whatever comes, a decoder answers in order: it does not throw, hands out
 * well-formed text, says the same at every cut, and ends once.
 */
class HostileStreamTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MUTATIONS = 500;
    private static final long SEED = 20260214;

    /** A stream in which every field that its decoder knows has a value, as one event for each line. */
    record Sample(Dialect dialect, String events) {
        String body(List<String> payloads) {
            StringBuilder body = new StringBuilder();
            for (String payload : payloads) {
                body.append(dialect.framing() == Framing.SSE ? "data: " + payload + "\n\n" : payload + "\n");
            }
            return body.toString();
        }

        List<String> payloads() {
            return events.lines().toList();
        }

        @Override
        public String toString() {
            return dialect.wireName();
        }
    }

    private static final List<Sample> SAMPLES = List.of(
            new Sample(Dialect.OPENAI_CHAT, """
                    {"id":"c","object":"o","model":"m","choices":[{"index":0,"delta":{"role":"assistant",\
                    "content":"é","reasoning":"r","reasoning_content":"q","refusal":"n",\
                    "reasoning_details":[{"type":"t","text":"x","summary":"s","signature":"g","data":"d"}],\
                    "audio":{"transcript":"t","data":"d"},"annotations":[{"a":1}],"images":["i"],\
                    "executed_tools":[{}]},"message":{},"finish_reason":null}]}
                    {"choices":[{"index":0,"delta":{"content":[{"type":"thinking","thinking":[{"type":"text",\
                    "text":"h"}]},{"type":"text","text":"\\ud83d"}],"tool_calls":[{"index":0,"id":"a",\
                    "type":"function","function":{"name":"f","arguments":"{\\ud83d"}},{"index":1,\
                    "custom":{"name":"g","input":"i"}}]}}]}
                    {"choices":[{"index":0,"delta":{"function_call":{"name":"f","arguments":"{}"}},"error":null,\
                    "finish_reason":"stop","native_finish_reason":"stop","usage":{"total_tokens":1}}],\
                    "usage":{"prompt_tokens":1,"completion_tokens":2,"prompt_tokens_details":{"cached_tokens":1},\
                    "completion_tokens_details":{"reasoning_tokens":1}},"x_groq":{"usage":{"total_tokens":1},\
                    "error":null},"error":null}
                    """),
            new Sample(Dialect.OPENAI_COMPLETIONS, """
                    {"id":"c","model":"m","choices":[{"index":0,"text":"a\\ud83d","finish_reason":null}]}
                    {"choices":[{"index":0,"text":"\\ude00","finish_reason":"stop"}],"usage":{"total_tokens":1}}
                    """),
            new Sample(Dialect.OPENAI_ASSISTANTS, """
                    {"object":"thread.message.delta","delta":{"content":[{"index":0,"type":"text",\
                    "text":{"value":"é","annotations":[{"a":1}]}},{"index":1,"refusal":"n",\
                    "image_file":{"file_id":"f"}}]}}
                    {"object":"thread.run.step.delta","delta":{"step_details":{"tool_calls":[{"index":0,"id":"a",\
                    "type":"function","function":{"name":"f","arguments":"{}"}},{"index":1,\
                    "type":"code_interpreter","code_interpreter":{"input":"i","outputs":[{"logs":"l"}]}}]}}}
                    {"id":"r","object":"thread.run","status":"failed","model":"m","last_error":{"code":"c",\
                    "message":"m"},"usage":{"prompt_tokens":1}}
                    """),
            new Sample(Dialect.COHERE_V2, """
                    {"id":"c","type":"message-start","delta":{"message":{"role":"assistant"}}}
                    {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"é","thinking":"h"}}}}
                    {"type":"tool-plan-delta","delta":{"message":{"tool_plan":"p\\ud83d"}}}
                    {"type":"tool-call-start","index":0,"delta":{"message":{"tool_calls":{"id":"a",\
                    "function":{"name":"f","arguments":"{}"}}}}}
                    {"type":"citation-start","index":0,"delta":{"message":{"citations":{"start":0}}}}
                    {"type":"message-end","delta":{"finish_reason":"COMPLETE","error":null,\
                    "usage":{"billed_units":{"input_tokens":1},"tokens":{"output_tokens":1},"cached_tokens":1}}}
                    """),
            new Sample(Dialect.OLLAMA_CHAT, """
                    {"model":"m","message":{"content":"é","thinking":"h\\ud83d","images":["i"],\
                    "tool_calls":[{"id":"a","function":{"index":0,"name":"f","arguments":{"x":1}}}]},"done":false}
                    {"message":{"content":""},"done":true,"done_reason":"stop","total_duration":1,"eval_count":2}
                    """),
            new Sample(Dialect.OLLAMA_GENERATE, """
                    {"model":"m","response":"é","thinking":"h","done":false}
                    {"response":"","done":true,"done_reason":"stop","context":[1],"prompt_eval_count":2}
                    """));

    private static final List<String> KINDS = List.of(
            "null",
            "true",
            "false",
            "-1",
            "7",
            "123456789012345678901234567890",
            "0.5",
            "\"\"",
            "\"x\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "[]",
            "[null]",
            "[[\"x\"]]",
            "{}",
            "{\"x\":null}",
            "[{\"index\":2147483647}]");

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldOfAnyKindIsLivedWith(Sample sample) {
        for (int event = 0; event < sample.payloads().size(); event++) {
            for (String payload : variants(sample.payloads().get(event))) {
                List<String> payloads = new ArrayList<>(sample.payloads());
                payloads.set(event, payload);
                judge(sample.dialect, Cuts.bytes(sample.body(payloads)), payload);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bytesOfAnyKindAreLivedWith(Sample sample) {
        byte[] body = Cuts.bytes(sample.body(sample.payloads()));
        for (int run = 0; run < MUTATIONS; run++) {
            Random random = new Random(SEED + run);
            byte[] mutated = body.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(3) == 0 ? random.nextInt(mutated.length) : mutated.length;
            judge(sample.dialect, Arrays.copyOf(mutated, length), "seed " + (SEED + run));
        }
    }

    static Stream<Sample> samples() {
        return Stream.concat(SAMPLES.stream(), BlockDialectSamples.ALL.stream());
    }

    private static void judge(Dialect dialect, byte[] body, String what) {
        DeltaLog whole = decode(dialect, body, body.length);
        DeltaLog bytewise = decode(dialect, body, 1);

        assertEquals(whole.all(), bytewise.all(), what);
        List<String> ends =
                whole.all().stream().filter(line -> line.startsWith("end ")).toList();
        assertEquals(List.of(whole.all().get(whole.all().size() - 1)), ends, what);
    }

    private static DeltaLog decode(Dialect dialect, byte[] body, int fragment) {
        DeltaLog log = new DeltaLog();
        Cuts.feedInFragments(new StreamDecoder(dialect, log), body, Math.max(1, fragment));
        return log;
    }

    /** The payload with each of its values in turn replaced by one of each kind, or taken out. */
    private static List<String> variants(String payload) {
        JsonNode root = JSON.readTree(payload);
        List<String> variants = new ArrayList<>(KINDS);
        places(root).forEach(place -> {
            for (String kind : KINDS) {
                variants.add(place.with(root, JSON.readTree(kind)));
            }
            variants.add(place.without(root));
        });
        return variants;
    }

    /** Where a value stands: the steps to its parent, and the last step. */
    private record Place(List<Object> parent, Object step) {
        String with(JsonNode root, JsonNode value) {
            JsonNode copy = root.deepCopy();
            JsonNode holder = holder(copy);
            if (step instanceof Integer index) {
                ((ArrayNode) holder).set(index, value);
            } else {
                ((ObjectNode) holder).set((String) step, value);
            }
            return JSON.writeValueAsString(copy);
        }

        String without(JsonNode root) {
            JsonNode copy = root.deepCopy();
            JsonNode holder = holder(copy);
            if (step instanceof Integer index) {
                ((ArrayNode) holder).remove(index);
            } else {
                ((ObjectNode) holder).remove((String) step);
            }
            return JSON.writeValueAsString(copy);
        }

        private JsonNode holder(JsonNode root) {
            JsonNode node = root;
            for (Object step : parent) {
                node = step instanceof Integer index ? node.get(index) : node.get((String) step);
            }
            return node;
        }
    }

    private static List<Place> places(JsonNode root) {
        List<Place> places = new ArrayList<>();
        collect(root, List.of(), places);
        return places;
    }

    private static void collect(JsonNode node, List<Object> path, List<Place> places) {
        List<Object> steps = new ArrayList<>(node.propertyNames());
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            steps.add(i);
        }
        for (Object step : steps) {
            places.add(new Place(path, step));
            List<Object> deeper = Stream.concat(path.stream(), Stream.of(step)).toList();
            collect(step instanceof Integer index ? node.get(index) : node.get((String) step), deeper, places);
        }
    }
}
