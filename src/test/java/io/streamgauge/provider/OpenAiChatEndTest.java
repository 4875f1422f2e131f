package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a chat completion ends: finish reasons, usage, the sentinel, or none of them. */
class OpenAiChatEndTest {
    private static final String END = """
            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: [DONE]

            """;

    // D63, D64
    @Test
    void anEmptyOrAbsentFinishReasonIsNone() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":""}]}

                data: {"choices":[{"index":0,"delta":{"content":"b"}}]}

                """ + END);

        assertEquals(List.of("text 0/0 \"a\"", "text 0/0 \"b\"", "finish 0 STOP stop", "end SENTINEL"), log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D64: no reason at all, but the sentinel
    @Test
    void theSentinelEndsAStreamThatGaveNoReason() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"}}]}

                data: [DONE]

                """);

        assertEquals(List.of("text 0/0 \"a\"", "end SENTINEL"), log.deltas());
        assertEquals(List.of("MISSING_FINISH"), log.deviations());
    }

    // D65
    @ParameterizedTest
    @CsvSource({
        "stop, STOP",
        "end, STOP",
        "eos, STOP",
        "length, LENGTH",
        "model_length, LENGTH",
        "tool_calls, TOOL_CALLS",
        "function_call, TOOL_CALLS",
        "content_filter, CONTENT_FILTER",
        "sensitive, CONTENT_FILTER",
        "abort, CANCELLED",
        "load, OTHER",
        "Stop, OTHER"
    })
    void aFinishWordKeepsItsWording(String word, String meaning) {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{},"finish_reason":"%s"}]}

                data: [DONE]

                """.formatted(word));

        assertEquals(List.of("finish 0 " + meaning + " " + word, "end SENTINEL"), log.deltas());
    }

    // D45, D65
    @ParameterizedTest
    @CsvSource({
        "error, error, error",
        "network_error, network_error, network_error",
        "insufficient_system_resource, insufficient_system_resource, insufficient_system_resource",
        "stop, network_error, network_error",
        "error, stop, error"
    })
    void aFinishWordThatMeansAFailureIsOne(String word, String nativeWord, String told) {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":"%s",\
                "native_finish_reason":"%s"}]}

                data: [DONE]

                """.formatted(word, nativeWord));

        assertEquals(
                List.of(
                        "text 0/0 \"a\"",
                        "finish 0 ERROR " + told,
                        "error type=" + told + " code= message= raw=" + told,
                        "end ERROR"),
                log.deltas());
    }

    // D67, D42
    @Test
    void contentBehindTheFinishReasonStillCounts() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":"stop"}]}

                data: {"choices":[{"index":0,"delta":{"content":"late"}}]}

                data: {"choices":[],"moderation":{"flagged":false}}

                data: [DONE]

                """);

        assertEquals(List.of("finish 0 STOP stop", "text 0/0 \"late\"", "end SENTINEL"), log.deltas());
        assertEquals(List.of("CONTENT_AFTER_FINISH"), log.deviations());
    }

    // D68
    @Test
    void aSecondFinishReasonIsToldAndNoticed() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":""},"finish_reason":"tool_calls"}]}

                data: {"choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop"}],\
                "usage":{"completion_tokens":3}}

                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "finish 0 TOOL_CALLS tool_calls",
                        "finish 0 STOP stop",
                        "usage input -1, output 3, total -1, cache read -1, cache write -1, reasoning -1",
                        "end SENTINEL"),
                log.deltas());
        assertEquals(List.of("REPEATED_FINISH"), log.deviations());
    }

    // D69
    @Test
    void contentOfTheFinishingChunkComesFirst() {
        DeltaLog log = decode("""
                data: {"choices":[{"finish_reason":"stop","index":0,"delta":{"content":"a"}}],\
                "usage":{"total_tokens":1}}

                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "text 0/0 \"a\"",
                        "finish 0 STOP stop",
                        "usage input -1, output -1, total 1, cache read -1, cache write -1, reasoning -1",
                        "end SENTINEL"),
                log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D70
    @Test
    void aChoiceWithoutItsOwnReasonIsNoticed() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"}}]}

                data: {"choices":[{"index":1,"delta":{"content":"b"},"finish_reason":"stop"}]}

                data: [DONE]

                """);

        assertEquals("end SENTINEL", log.deltas().get(log.deltas().size() - 1));
        assertEquals(List.of("MISSING_FINISH"), log.deviations());
    }

    // D33
    @Test
    void aFinishReasonIsEndEnough() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":"stop"}]}

                """);

        assertEquals(List.of("text 0/0 \"a\"", "finish 0 STOP stop", "end EOF_AFTER_FINISH"), log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D36
    @Test
    void aBodyThatStopsBeforeEveryChoiceHasFinishedIsTruncated() {
        DeltaLog one = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"}}]}

                """);
        DeltaLog two = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":"stop"}]}

                data: {"choices":[{"index":1,"delta":{"content":"b"}}]}

                """);

        assertEquals("end TRUNCATED", one.deltas().get(1));
        assertEquals("end TRUNCATED", two.deltas().get(3));
    }

    // D71, D72, D73, D74, D75, D132
    @Test
    void theLastStatementOfEachCounterCountsWhereverItStands() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"},"usage":{"prompt_tokens":9}}],"usage":null}

                data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"x_groq":{"id":"r",\
                "usage":{"completion_tokens":1,"total_tokens":10}}}

                data: {"choices":[],"usage":{"completion_tokens":2,"total_tokens":null,\
                "prompt_tokens_details":null}}

                data: {"choices":[],"moderation":{}}

                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "usage input 9, output -1, total -1, cache read -1, cache write -1, reasoning -1",
                        "usage input 9, output 1, total 10, cache read -1, cache write -1, reasoning -1",
                        "usage input 9, output 2, total 10, cache read -1, cache write -1, reasoning -1"),
                log.deltas().stream().filter(line -> line.startsWith("usage")).toList());
    }

    private static DeltaLog decode(String body) {
        return Cuts.decode(Dialect.OPENAI_CHAT, body);
    }
}
