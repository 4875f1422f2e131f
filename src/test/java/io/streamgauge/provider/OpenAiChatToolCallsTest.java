package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tool calls of a chat completion: handed out as the server wrote them, with a word on what is odd about them. */
class OpenAiChatToolCallsTest {
    @Test
    void fragmentsAreHandedOutAsTheyCome() {
        DeltaLog log = decode(
                "{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}",
                "{\"index\":0,\"function\":{\"arguments\":\"{\\\"x\\\":\"}}",
                "{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"g\",\"arguments\":\"{\"}}",
                "{\"index\":0,\"function\":{\"arguments\":\"1}\"}}");

        assertEquals(
                List.of(
                        "tool 0/0 id=a name=f arguments=",
                        "tool 0/0 id= name= arguments={\"x\":",
                        "tool 0/1 id=b name=g arguments={",
                        "tool 0/0 id= name= arguments=1}"),
                tools(log));
        assertEquals(List.of(), log.deviations());
    }

    @Test
    void oneChunkMayHoldSeveralCalls() {
        DeltaLog log = decode("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}},"
                + "{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}}");

        assertEquals(List.of("tool 0/0 id=a name=f arguments={}", "tool 0/1 id=b name=g arguments={}"), tools(log));
    }

    // D80
    @ParameterizedTest
    @ValueSource(strings = {"", "\"index\":null,", "\"index\":\"0\",", "\"index\":-1,"})
    void aCallWithoutAnIndexIsToldAsSuch(String index) {
        DeltaLog log = decode("{" + index + "\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}");

        assertEquals(List.of("tool 0/-1 id=a name=f arguments={}"), tools(log));
        assertEquals(List.of("TOOL_CALL_WITHOUT_INDEX"), log.deviations());
    }

    // D81, D87
    @Test
    void anotherIdAtTheSameIndexIsNoticed() {
        DeltaLog log = decode(
                "{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}",
                "{\"index\":0,\"id\":\"b\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}}");

        assertEquals(List.of("tool 0/0 id=a name=f arguments={}", "tool 0/0 id=b name=g arguments={}"), tools(log));
        assertEquals(List.of("TOOL_CALL_ID_CHANGED"), log.deviations());
    }

    // D84, D85, D88, D86, D90
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":null,\"type\":null,\"function\":{\"name\":null,\"arguments\":\"1\"}",
                "\"id\":\"\",\"type\":\"\",\"function\":{\"name\":\"\",\"arguments\":\"1\"}",
                "\"function\":{\"arguments\":\"1\"}"
            })
    void whatAContinuationLeavesOutIsEmpty(String rest) {
        DeltaLog log = decode(
                "{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":null}}",
                "{\"index\":0," + rest + "}",
                "{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"2\"}}");

        assertEquals(
                List.of(
                        "tool 0/0 id=a name=f arguments=",
                        "tool 0/0 id= name= arguments=1",
                        "tool 0/0 id=a name=f arguments=2"),
                tools(log));
        assertEquals(List.of(), log.deviations());
    }

    // D89
    @Test
    void argumentsMayComeBeforeTheName() {
        DeltaLog log = decode(
                "{\"index\":0,\"id\":\"a\",\"function\":{\"arguments\":\"{}\"}}",
                "{\"index\":0,\"function\":{\"name\":\"f\"}}");

        assertEquals(List.of("tool 0/0 id=a name= arguments={}", "tool 0/0 id= name=f arguments="), tools(log));
    }

    // D91a
    @Test
    void argumentsThatAreAnObjectAreWhole() {
        DeltaLog log = decode("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":{\"x\": [1]}}}");

        assertEquals(List.of("tool 0/0 id=a name=f arguments={\"x\": [1]} WHOLE"), tools(log));
        assertEquals(List.of("TOOL_ARGUMENTS_AS_OBJECT"), log.deviations());
    }

    @Test
    void customToolsTakeFreeText() {
        DeltaLog log =
                decode("{\"index\":0,\"id\":\"a\",\"type\":\"custom\",\"custom\":{\"name\":\"f\",\"input\":\"ls\"}}");

        assertEquals(List.of("tool 0/0 id=a name=f arguments=ls CUSTOM"), tools(log));
    }

    @Test
    void theFormBeforeToolCallsHasNoIndex() {
        DeltaLog log = Cuts.decode(Dialect.OPENAI_CHAT, """
                data: {"choices":[{"index":0,"delta":{"content":null,"function_call":{"name":"f","arguments":""}}}]}

                data: {"choices":[{"index":0,"delta":{"function_call":{"arguments":"{}"}}}]}

                data: {"choices":[{"index":0,"delta":{},"finish_reason":"function_call"}]}

                """);

        assertEquals(
                List.of(
                        "tool 0/-1 id= name=f arguments=",
                        "tool 0/-1 id= name= arguments={}",
                        "finish 0 TOOL_CALLS function_call",
                        "end EOF_AFTER_FINISH"),
                log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D91g
    @Test
    void theFormBeforeToolCallsYieldsToThem() {
        DeltaLog log = Cuts.decode(Dialect.OPENAI_CHAT, """
                data: {"choices":[{"index":0,"delta":{"function_call":{"name":"f","arguments":"{}"},\
                "tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]}}]}

                """);

        assertEquals(List.of("tool 0/0 id=a name=f arguments={}"), tools(log));
    }

    @Test
    void aSingleCallMayStandForItsList() {
        DeltaLog log = Cuts.decode(Dialect.OPENAI_CHAT, """
                data: {"choices":[{"index":0,"delta":{"tool_calls":{"index":0,"id":"a","function":{"name":"f",\
                "arguments":"{}"}}}}]}

                """);

        assertEquals(List.of("tool 0/0 id=a name=f arguments={}"), tools(log));
    }

    private static List<String> tools(DeltaLog log) {
        return log.deltas().stream().filter(line -> line.startsWith("tool")).toList();
    }

    /** One event for each argument, which is what stands between the brackets of {@code tool_calls}. */
    private static DeltaLog decode(String... calls) {
        StringBuilder body = new StringBuilder();
        for (String call : calls) {
            body.append("data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[")
                    .append(call)
                    .append("]}}]}\n\n");
        }
        return Cuts.decode(Dialect.OPENAI_CHAT, body.toString());
    }
}
