package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiAssistantsDecoderTest {
    private static final String DONE = """
            event: done
            data: [DONE]

            """;

    @Test
    void aRunIsReadFromItsMessages() {
        DeltaLog log = decode("""
                event: thread.created
                data: {"id":"t1","object":"thread"}

                event: thread.run.created
                data: {"id":"r1","object":"thread.run","status":"queued","model":"m","usage":null,"last_error":null}

                event: thread.run.step.created
                data: {"id":"s1","object":"thread.run.step","status":"in_progress"}

                event: thread.message.created
                data: {"id":"m1","object":"thread.message","status":"in_progress","content":[]}

                event: thread.message.delta
                data: {"id":"m1","object":"thread.message.delta","delta":{"content":[{"index":0,"type":"text",\
                "text":{"value":"Hé","annotations":[]}}]}}

                event: thread.message.delta
                data: {"id":"m1","object":"thread.message.delta","delta":{"content":[{"index":1,"type":"text",\
                "text":{"value":"y","annotations":[{"type":"file_citation"}]}},\
                {"index":2,"type":"image_file","image_file":{"file_id":"f"}},\
                {"index":3,"type":"refusal","refusal":"no"}]}}

                event: thread.run.completed
                data: {"id":"r1","object":"thread.run","status":"completed","model":"m","usage":{"prompt_tokens":6,\
                "completion_tokens":16,"total_tokens":22}}

                """ + DONE);

        assertEquals(
                List.of(
                        "start r1 m",
                        "text 0/0 \"Hé\"",
                        "text 0/1 \"y\"",
                        "opaque CITATION 0/0 {\"type\":\"file_citation\"}",
                        "opaque IMAGE 0/2 {\"file_id\":\"f\"}",
                        "refusal 0/3 \"no\"",
                        "usage input 6, output 16, total 22, cache read -1, cache write -1, reasoning -1",
                        "finish 0 STOP completed",
                        "end SENTINEL"),
                log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    @Test
    void callsAreReadFromTheSteps() {
        DeltaLog log = decode("""
                event: thread.run.step.delta
                data: {"object":"thread.run.step.delta","delta":{"step_details":{"type":"tool_calls","tool_calls":[\
                {"index":0,"id":"a","type":"function","function":{"name":"f","arguments":"","output":null}}]}}}

                event: thread.run.step.delta
                data: {"object":"thread.run.step.delta","delta":{"step_details":{"type":"tool_calls","tool_calls":[\
                {"index":0,"type":"function","function":{"arguments":"{}"}}]}}}

                event: thread.run.step.delta
                data: {"object":"thread.run.step.delta","delta":{"step_details":{"type":"tool_calls","tool_calls":[\
                {"index":1,"id":"b","type":"code_interpreter","code_interpreter":{"input":"1+1","outputs":\
                [{"type":"logs","logs":"2"}]}},{"index":2,"id":"c","type":"file_search","file_search":{}}]}}}

                event: thread.run.requires_action
                data: {"object":"thread.run","status":"requires_action"}

                """ + DONE);

        assertEquals(
                List.of(
                        "tool 0/0 id=a name=f arguments=",
                        "tool 0/0 id= name= arguments={}",
                        "tool 0/1 id=b name=code_interpreter arguments=1+1 SERVER",
                        "opaque TOOL_RESULT 0/0 {\"type\":\"logs\",\"logs\":\"2\"}",
                        "tool 0/2 id=c name=file_search arguments= SERVER",
                        "finish 0 TOOL_CALLS requires_action",
                        "end SENTINEL"),
                log.deltas());
    }

    @ParameterizedTest
    @CsvSource({"completed, STOP", "incomplete, LENGTH", "requires_action, TOOL_CALLS", "cancelled, CANCELLED"})
    void aRunThatComesToRestHasFinished(String status, String meaning) {
        DeltaLog log = decode("data: {\"object\":\"thread.run\",\"status\":\"" + status + "\"}\n\n" + DONE);

        assertEquals(List.of("finish 0 " + meaning + " " + status, "end SENTINEL"), log.deltas());
    }

    @Test
    void aRunThatFailedSaysWhy() {
        DeltaLog log = decode("""
                event: thread.run.failed
                data: {"object":"thread.run","status":"failed","last_error":{"code":"server_error",\
                "message":"sorry"}}

                event: done
                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "finish 0 ERROR failed",
                        "error type= code=server_error message=sorry raw="
                                + "{\"code\":\"server_error\",\"message\":\"sorry\"}",
                        "end ERROR"),
                log.deltas());
    }

    @Test
    void aRunThatExpiredHasFailed() {
        DeltaLog log = decode("data: {\"object\":\"thread.run\",\"status\":\"expired\",\"last_error\":null}\n\n");

        assertEquals(
                List.of("finish 0 ERROR expired", "error type=expired code= message= raw=expired", "end ERROR"),
                log.deltas());
    }

    // D15
    @Test
    void anErrorEventEndsTheStream() {
        DeltaLog log = decode("event: error\ndata: {\"message\":\"m\",\"type\":\"t\",\"code\":\"c\"}\n\n" + DONE);

        assertEquals("end ERROR", log.deltas().get(1));
    }

    // D36
    @Test
    void aRunThatNeverComesToRestIsTruncated() {
        assertEquals(
                List.of("end TRUNCATED"),
                decode("data: {\"object\":\"thread.run\",\"status\":\"in_progress\"}\n\n")
                        .deltas());
    }

    @Test
    void aRunWithoutTheSentinelIsWhole() {
        DeltaLog log = decode("data: {\"object\":\"thread.run\",\"status\":\"completed\"}\n\n");

        assertEquals(List.of("finish 0 STOP completed", "end EOF_AFTER_FINISH"), log.deltas());
        assertEquals(List.of("MISSING_END"), log.deviations());
    }

    @Test
    void anUnknownObjectIsCounted() {
        assertEquals(
                List.of("UNKNOWN_EVENT"),
                decode("data: {\"object\":\"thread.new\"}\n\n").deviations());
    }

    private static DeltaLog decode(String body) {
        return Cuts.decode(Dialect.OPENAI_ASSISTANTS, body);
    }
}
