package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohereDecoderTest {
    private static final String END = """
            event: message-end
            data: {"type":"message-end","delta":{"finish_reason":"COMPLETE"}}

            data: [DONE]

            """;

    @Test
    void aTextIsReadBlockByBlock() {
        DeltaLog log = decode("""
                event: message-start
                data: {"id":"c1","type":"message-start","delta":{"message":{"role":"assistant","content":[],\
                "tool_plan":"","tool_calls":[],"citations":[]}}}

                event: content-start
                data: {"type":"content-start","index":0,"delta":{"message":{"content":{"type":"thinking",\
                "thinking":""}}}}

                event: content-delta
                data: {"type":"content-delta","index":0,"delta":{"message":{"content":{"thinking":"hm"}}}}

                event: content-end
                data: {"type":"content-end","index":0}

                event: content-start
                data: {"type":"content-start","index":1,"delta":{"message":{"content":{"type":"text","text":"H"}}}}

                event: content-delta
                data: {"type":"content-delta","index":1,"delta":{"message":{"content":{"text":"é"}}},\
                "logprobs":null}

                event: citation-start
                data: {"type":"citation-start","index":0,"delta":{"message":{"citations":{"start":0,"end":1}}}}

                event: citation-end
                data: {"type":"citation-end","index":0}

                event: debug
                data: {"type":"debug","prompt":"p"}

                event: message-end
                data: {"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{"billed_units":\
                {"input_tokens":1,"output_tokens":2},"tokens":{"input_tokens":3,"output_tokens":4},\
                "cached_tokens":2}}}

                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "start c1 ",
                        "reasoning 0/0 \"hm\"",
                        "text 0/1 \"H\"",
                        "text 0/1 \"é\"",
                        "opaque CITATION 0/0 {\"start\":0,\"end\":1}",
                        "usage input 3, output 4, total -1, cache read 2, cache write -1, reasoning -1",
                        "finish 0 STOP COMPLETE",
                        "end SENTINEL"),
                log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D91c: a call without arguments has no delta at all
    @Test
    void aPlanComesBeforeItsCalls() {
        DeltaLog log = decode("""
                event: tool-plan-delta
                data: {"type":"tool-plan-delta","delta":{"message":{"tool_plan":"I will\\ud83d"}}}

                event: tool-plan-delta
                data: {"type":"tool-plan-delta","delta":{"message":{"tool_plan":"\\ude00"}}}

                event: tool-call-start
                data: {"type":"tool-call-start","index":0,"delta":{"message":{"tool_calls":{"id":"a",\
                "type":"function",\
                "function":{"name":"f","arguments":""}}}}}

                event: tool-call-delta
                data: {"type":"tool-call-delta","index":0,"delta":{"message":{"tool_calls":\
                {"function":{"arguments":"{}"}}}}}

                event: tool-call-end
                data: {"type":"tool-call-end","index":0}

                event: tool-call-start
                data: {"type":"tool-call-start","index":1,"delta":{"message":{"tool_calls":[{"id":"b",\
                "function":{"name":"g","arguments":null}}]}}}

                event: tool-call-end
                data: {"type":"tool-call-end","index":1}

                event: message-end
                data: {"type":"message-end","delta":{"finish_reason":"TOOL_CALL"}}

                """);

        assertEquals(
                List.of(
                        "opaque TOOL_PLAN 0/0 I will",
                        "opaque TOOL_PLAN 0/0 😀",
                        "tool 0/0 id=a name=f arguments=",
                        "tool 0/0 id= name= arguments={}",
                        "tool end 0/0",
                        "tool 0/1 id=b name=g arguments=",
                        "tool end 0/1",
                        "finish 0 TOOL_CALLS TOOL_CALL",
                        "end TERMINAL_EVENT"),
                log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D91a
    @Test
    void argumentsThatAreAnObjectAreWhole() {
        DeltaLog log = decode("""
                data: {"type":"tool-call-start","index":0,"delta":{"message":{"tool_calls":{"id":"a",\
                "function":{"name":"f","arguments":{"x":1}}}}}}

                """);

        assertEquals(
                "tool 0/0 id=a name=f arguments={\"x\":1} WHOLE", log.deltas().get(0));
        assertEquals(List.of("TOOL_ARGUMENTS_AS_OBJECT"), log.deviations());
    }

    @ParameterizedTest
    @CsvSource({"COMPLETE, STOP", "STOP_SEQUENCE, STOP", "MAX_TOKENS, LENGTH", "TOOL_CALL, TOOL_CALLS", "NEW, OTHER"})
    void aFinishWordKeepsItsWording(String word, String meaning) {
        DeltaLog log = decode(END.replace("COMPLETE", word));

        assertEquals(List.of("finish 0 " + meaning + " " + word, "end SENTINEL"), log.deltas());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"finish_reason\":\"ERROR\" | ERROR | type=ERROR code= message=",
                "\"finish_reason\":\"TIMEOUT\" | TIMEOUT | type=TIMEOUT code= message=",
                "\"finish_reason\":\"ERROR\",\"error\":\"no luck\" | ERROR | type= code= message=no luck"
            })
    void aMessageThatEndsInFailureIsOne(String delta, String word, String told) {
        List<String> deltas = decode("data: {\"type\":\"message-end\",\"delta\":{" + delta + "}}\n\n")
                .deltas();

        assertEquals("finish 0 ERROR " + word, deltas.get(0));
        assertEquals("error " + told, deltas.get(1).substring(0, deltas.get(1).indexOf(" raw=")));
        assertEquals("end ERROR", deltas.get(2));
    }

    @Test
    void whatIsChargedStandsInForWhatWasCounted() {
        DeltaLog log = decode("""
                data: {"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{"billed_units":\
                {"input_tokens":1,"output_tokens":2}}}}

                """);

        assertEquals(
                "usage input 1, output 2, total -1, cache read -1, cache write -1, reasoning -1",
                log.deltas().get(0));
    }

    @Test
    void theEventNameHelpsOutWhereThePayloadIsSilent() {
        DeltaLog log = decode("""
                event: content-delta
                data: {"index":0,"delta":{"message":{"content":{"text":"a"}}}}

                """);

        assertEquals("text 0/0 \"a\"", log.deltas().get(0));
    }

    @Test
    void anEventNameThatContradictsItsPayloadIsNoticed() {
        DeltaLog log = decode("""
                event: content-end
                data: {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"a"}}}}

                """);

        assertEquals("text 0/0 \"a\"", log.deltas().get(0));
        assertEquals(List.of("EVENT_NAME_MISMATCH"), log.deviations());
    }

    @Test
    void anUnknownEventIsCounted() {
        DeltaLog log = decode("data: {\"type\":\"new-event\"}\n\n" + END);

        assertEquals(List.of("finish 0 STOP COMPLETE", "end SENTINEL"), log.deltas());
        assertEquals(List.of("UNKNOWN_EVENT"), log.deviations());
    }

    // D36
    @Test
    void aStreamWithoutItsLastEventIsTruncated() {
        String text = "data: {\"type\":\"content-delta\",\"delta\":{\"message\":{\"content\":{\"text\":\"a\"}}}}\n\n";

        assertEquals(List.of("text 0/0 \"a\"", "end TRUNCATED"), decode(text).deltas());
        assertEquals(
                List.of("text 0/0 \"a\"", "end TRUNCATED"),
                decode(text + "data: [DONE]\n\n").deltas());
    }

    // D25
    @Test
    void aPlainErrorBodyIsHeard() {
        DeltaLog log = decode("{\"id\":\"r\",\"message\":\"invalid api token\"}");

        assertEquals(
                List.of(
                        "error type= code= message=invalid api token raw="
                                + "{\"id\":\"r\",\"message\":\"invalid api token\"}",
                        "end ERROR"),
                log.deltas());
    }

    private static DeltaLog decode(String body) {
        return Cuts.decode(Dialect.COHERE_V2, body);
    }
}
