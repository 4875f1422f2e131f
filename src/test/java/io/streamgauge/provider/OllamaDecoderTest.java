package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OllamaDecoderTest {
    @Test
    void aChatIsReadLineByLine() {
        DeltaLog log = chat("""
                {"model":"m","message":{"role":"assistant","content":"","thinking":"hm"},"done":false}
                {"model":"m","message":{"role":"assistant","content":"Hé"},"done":false}
                {"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop",\
                "total_duration":5,"prompt_eval_count":3,"eval_count":2,"eval_duration":3}
                """);

        assertEquals(
                List.of(
                        "event 0",
                        "start  m",
                        "reasoning 0/0 \"hm\"",
                        "event 1",
                        "text 0/0 \"Hé\"",
                        "event 2",
                        "finish 0 STOP stop",
                        "usage input 3, output 2, total -1, cache read -1, cache write -1, reasoning -1",
                        "terminal",
                        "end TERMINAL_EVENT"),
                log.all());
    }

    @Test
    void aGeneratedTextIsReadLineByLine() {
        DeltaLog log = Cuts.decode(Dialect.OLLAMA_GENERATE, """
                {"model":"m","response":"","thinking":"hm","done":false}
                {"model":"m","response":"a","done":false}
                {"model":"m","response":"","done":true,"done_reason":"length","context":[1, 2],"eval_count":1}
                """);

        assertEquals(
                List.of(
                        "start  m",
                        "reasoning 0/0 \"hm\"",
                        "text 0/0 \"a\"",
                        "finish 0 LENGTH length",
                        "usage input 0, output 1, total -1, cache read -1, cache write -1, reasoning -1",
                        "opaque OTHER 0/0 [1, 2]",
                        "end TERMINAL_EVENT"),
                log.deltas());
    }

    // D81 in its native form: old builds give no id and index 0 to every call
    @Test
    void callsAreNumberedAsTheyArrive() {
        DeltaLog log = chat("""
                {"message":{"content":"","tool_calls":[{"function":{"index":0,"name":"f","arguments":{"x": 1}}},\
                {"function":{"index":0,"name":"g","arguments":{}}}]},"done":false}
                {"message":{"content":"","tool_calls":[{"id":"c","function":{"name":"h","arguments":"{}"}},\
                {"function":{"name":"i","arguments":null}}]},"done":false}
                """);

        assertEquals(
                List.of(
                        "tool 0/0 id= name=f arguments={\"x\": 1} WHOLE",
                        "tool 0/1 id= name=g arguments={} WHOLE",
                        "tool 0/2 id=c name=h arguments={} WHOLE",
                        "tool 0/3 id= name=i arguments= WHOLE",
                        "end TRUNCATED"),
                log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D129
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"total_duration\":9,\"eval_count\":4 | input 0, output 4",
                "\"total_duration\":9,\"prompt_eval_count\":4 | input 4, output 0",
                "\"total_duration\":9 | input 0, output 0"
            })
    void aCounterThatIsLeftOutIsZero(String metrics, String counters) {
        DeltaLog log =
                chat("{\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\"," + metrics + "}\n");

        assertEquals(
                "usage " + counters + ", total -1, cache read -1, cache write -1, reasoning -1",
                log.deltas().get(1));
    }

    // D65
    @ParameterizedTest
    @ValueSource(strings = {"load", "unload"})
    void aModelThatWasOnlyLoadedHasCountedNothing(String reason) {
        DeltaLog log = chat("""
                {"model":"m","message":{"role":"assistant","content":""},"done_reason":"%s","done":true}
                """.formatted(reason));

        assertEquals(List.of("start  m", "finish 0 OTHER " + reason, "end TERMINAL_EVENT"), log.deltas());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"done_reason\":\"\"", ",\"done_reason\":null"})
    void anEndWithoutAReasonIsNoticed(String reason) {
        DeltaLog log = chat("{\"message\":{\"content\":\"a\"},\"done\":true" + reason + "}\n");

        assertEquals(List.of("text 0/0 \"a\"", "end TERMINAL_EVENT"), log.deltas());
        assertEquals(List.of("MISSING_FINISH"), log.deviations());
    }

    // D127, D128
    @Test
    void anErrorLineEndsTheStream() {
        DeltaLog log = chat("""
                {"message":{"content":"a"},"done":false}
                {"error":"an error was encountered","status":500}
                """);

        assertEquals(
                List.of(
                        "text 0/0 \"a\"",
                        "error type= code= message=an error was encountered raw=an error was encountered",
                        "end ERROR"),
                log.deltas());
    }

    // D36
    @Test
    void aBodyThatStopsBeforeItsLastLineIsTruncated() {
        assertEquals(
                List.of("text 0/0 \"a\"", "end TRUNCATED"),
                chat("{\"message\":{\"content\":\"a\"},\"done\":false}\n{\"mess")
                        .deltas());
    }

    // D20
    @Test
    void aLastLineWithoutItsEndCounts() {
        DeltaLog log = chat("{\"message\":{\"content\":\"a\"},\"done\":true,\"done_reason\":\"stop\"}");

        assertEquals(List.of("text 0/0 \"a\"", "finish 0 STOP stop", "end TERMINAL_EVENT"), log.deltas());
        assertEquals(List.of("UNTERMINATED_EVENT"), log.deviations());
    }

    @Test
    void aLineOfNoKnownShapeIsCounted() {
        DeltaLog log = chat("{\"status\":\"pulling\"}\n{\"message\":{\"content\":\"a\"},\"done\":false}\n");

        assertEquals(List.of("text 0/0 \"a\"", "end TRUNCATED"), log.deltas());
        assertEquals(List.of("UNKNOWN_EVENT"), log.deviations());
    }

    @Test
    void aLineBehindTheLastIsNoticed() {
        DeltaLog log = chat("""
                {"message":{"content":"a"},"done":true,"done_reason":"stop"}
                {"message":{"content":""},"done":true,"done_reason":"stop"}
                """);

        assertEquals(List.of("EVENT_AFTER_END", "REPEATED_FINISH"), log.deviations());
    }

    // D31
    @Test
    void anEmojiCutInHalfIsPutTogether() {
        DeltaLog log = chat("""
                {"message":{"content":"a\\ud83d"},"done":false}
                {"message":{"content":"\\ude00"},"done":false}
                """);

        assertEquals(List.of("text 0/0 \"a\"", "text 0/0 \"😀\"", "end TRUNCATED"), log.deltas());
    }

    @Test
    void picturesAreKept() {
        assertEquals(
                "opaque IMAGE 0/0 iVBORw",
                chat("{\"message\":{\"content\":\"\",\"images\":[\"iVBORw\"]},\"done\":false}\n")
                        .deltas()
                        .get(0));
    }

    // D25
    @Test
    void aPageOfAProxyIsReportedByItsBeginning() {
        DeltaLog log = chat("<html>\n<h1>502</h1>\n</html>\n");

        assertEquals(
                List.of("error type= code= message= raw=<html>\n<h1>502</h1>\n</html>", "end ERROR"), log.deltas());
    }

    private static DeltaLog chat(String body) {
        return Cuts.decode(Dialect.OLLAMA_CHAT, body);
    }
}
