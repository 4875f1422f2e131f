package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks and choices; the numbers are those of the catalogue of deviations that real servers are known for. */
class OpenAiChatDecoderTest {
    private static final String END = """
            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: [DONE]

            """;

    @Test
    void anOrderlyStreamIsReadAsItStands() {
        DeltaLog log = decode("""
                data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"",\
                "refusal":null},"finish_reason":null}]}

                data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"content":"Hé"},"finish_reason":null}]}

                data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"content":"llo\\n"},\
                "finish_reason":null}]}

                data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

                data: {"id":"c1","model":"m","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":7,\
                "total_tokens":12,"prompt_tokens_details":{"cached_tokens":3,"cache_write_tokens":1},\
                "completion_tokens_details":{"reasoning_tokens":2}}}

                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "event 0",
                        "start c1 m",
                        "event 1",
                        "text 0/0 \"Hé\"",
                        "event 2",
                        "text 0/0 \"llo\n\"",
                        "event 3",
                        "finish 0 STOP stop",
                        "event 4",
                        "usage input 5, output 7, total 12, cache read 3, cache write 1, reasoning 2",
                        "event 5",
                        "terminal",
                        "end SENTINEL"),
                log.all());
    }

    @Test
    void choicesThatInterleaveStayApart() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"}}]}

                data: {"choices":[{"index":1,"delta":{"content":"x"}},{"index":0,"delta":{"content":"b"}}]}

                data: {"choices":[{"index":1,"delta":{},"finish_reason":"length"}]}

                data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "text 0/0 \"a\"",
                        "text 1/0 \"x\"",
                        "text 0/0 \"b\"",
                        "finish 1 LENGTH length",
                        "finish 0 STOP stop",
                        "end SENTINEL"),
                log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D51, D59, D62
    @Test
    void theFirstIdAndModelThatSaySomethingCount() {
        DeltaLog log = decode("""
                data: {"choices":[],"created":0,"id":"","model":"","object":"",\
                "prompt_filter_results":[{"prompt_index":0}]}

                data: {"id":"c1","model":null,"choices":[{"index":0,"delta":{"content":"a"}}]}

                data: {"id":"c2","model":"m","choices":[{"index":0,"delta":{"content":"b"}}]}

                data: {"id":"c3","model":"n","choices":[{"index":0,"delta":{"content":"c"}}]}

                """ + END);

        assertEquals(
                List.of("start c1 ", "start c1 m"),
                log.deltas().stream().filter(line -> line.startsWith("start")).toList());
        assertEquals(List.of(), log.deviations());
    }

    // D52
    @Test
    void aChoiceOfNothingButFilterResultsSaysNothing() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"}}]}

                data: {"id":"","choices":[{"index":0,"finish_reason":null,"content_filter_results":{},\
                "content_filter_offsets":{"check_offset":1}}]}

                """ + END);

        assertEquals(List.of("text 0/0 \"a\"", "finish 0 STOP stop", "end SENTINEL"), log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D53
    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"\"", "7"})
    void aDeltaThatIsNoObjectSaysNothing(String delta) {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":%s}]}

                """.formatted(delta) + END);

        assertEquals(List.of("finish 0 STOP stop", "end SENTINEL"), log.deltas());
        assertEquals(List.of("DELTA_SHAPE"), log.deviations());
    }

    // D54
    @ParameterizedTest
    @ValueSource(strings = {"{\"choices\":null}", "{\"id\":\"c\"}", "{\"choices\":{}}", "[]", "\"text\"", "3"})
    void anEventWithoutChoicesIsNoticed(String event) {
        DeltaLog log = decode("data: " + event + "\n\n" + END);

        assertEquals(List.of("MISSING_CHOICES"), log.deviations());
        assertEquals("end SENTINEL", log.all().get(log.all().size() - 1));
    }

    // D54: usage has something to say
    @Test
    void usageNeedsNoChoices() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":"stop"}]}

                data: {"choices":null,"usage":{"prompt_tokens":1}}

                data: [DONE]

                """);

        assertEquals(List.of(), log.deviations());
    }

    // D55, D57, D91b
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"content\":null}",
                "{\"content\":\"\"}",
                "{\"content\":[]}",
                "{\"role\":null,\"content\":\"\",\"reasoning_content\":\"\",\"reasoning\":null,\"refusal\":\"\"}",
                "{\"tool_calls\":null}",
                "{\"tool_calls\":[]}",
                "{\"function_call\":null}",
                "{\"function_call\":{\"name\":\"\",\"arguments\":\"\"}}",
                "{\"reasoning_details\":[]}",
                "{\"annotations\":[],\"audio\":null}"
            })
    void emptinessOfAnyKindSaysNothing(String delta) {
        DeltaLog log = decode("data: {\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}\n\n" + END);

        assertEquals(List.of("finish 0 STOP stop", "end SENTINEL"), log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D60
    @Test
    void anIndexThatCountsTokensIsOneChoice() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":197,"delta":{"content":"a"},"message":{"content":"a"}}],"error":null}

                data: {"choices":[{"index":198,"delta":{"content":"b"}}]}

                data: {"choices":[{"index":199,"delta":{},"finish_reason":"stop"}]}

                data: [DONE]

                """);

        assertEquals(List.of("text 0/0 \"a\"", "text 0/0 \"b\"", "finish 0 STOP stop", "end SENTINEL"), log.deltas());
        assertEquals(
                List.of(
                        "CHOICE_INDEX_COUNTS_TOKENS",
                        "DELTA_SHAPE",
                        "CHOICE_INDEX_COUNTS_TOKENS",
                        "CHOICE_INDEX_COUNTS_TOKENS"),
                log.deviations());
    }

    @Test
    void aLaterChoiceMayHaveAnyNumber() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":15,"delta":{"content":"a"},"finish_reason":"stop"}]}

                data: {"choices":[{"index":16,"delta":{"content":"b"},"finish_reason":"stop"}]}

                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "text 15/0 \"a\"",
                        "finish 15 STOP stop",
                        "text 16/0 \"b\"",
                        "finish 16 STOP stop",
                        "end SENTINEL"),
                log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    @Test
    void choicesWithoutAnIndexCountByPosition() {
        DeltaLog log = decode("""
                data: {"choices":[{"delta":{"content":"a"},"finish_reason":"stop"},{"delta":{"content":"b"},\
                "finish_reason":"stop"}]}

                data: [DONE]

                """);

        assertEquals(
                List.of("text 0/0 \"a\"", "finish 0 STOP stop", "text 1/0 \"b\"", "finish 1 STOP stop", "end SENTINEL"),
                log.deltas());
    }

    // D61
    @Test
    void aMessageStandsInForADelta() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"message":{"content":"a"}}]}

                data: {"choices":[{"index":0,"delta":null,"message":{"content":"b"}}]}

                data: {"choices":[{"index":0,"delta":{"content":"c"},"message":{"content":"c"}}]}

                """ + END);

        assertEquals(
                List.of("text 0/0 \"a\"", "text 0/0 \"b\"", "text 0/0 \"c\"", "finish 0 STOP stop", "end SENTINEL"),
                log.deltas());
        assertEquals(List.of("DELTA_SHAPE", "DELTA_SHAPE", "DELTA_SHAPE"), log.deviations());
    }

    @Test
    void aDecoderThatWasResetKnowsNothingOfTheStreamBefore() {
        DeltaLog log = new DeltaLog();
        StreamDecoder decoder = new StreamDecoder(Dialect.OPENAI_CHAT, log);
        byte[] first = Cuts.bytes("""
                data: {"id":"c1","model":"m","choices":[{"index":300,"delta":{"content":"\\ud83d",\
                "tool_calls":[{"index":0,"id":"x"}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}}

                """);
        byte[] second = Cuts.bytes("""
                data: {"id":"c2","model":"n","choices":[{"index":1,"delta":{"tool_calls":[{"index":0,"id":"y"}]},\
                "finish_reason":"stop"}],"usage":{"completion_tokens":1}}

                """);
        Cuts.feedInFragments(decoder, first, first.length);
        decoder.reset();
        DeltaLog fresh = new DeltaLog();
        Cuts.feedInFragments(new StreamDecoder(Dialect.OPENAI_CHAT, fresh), second, second.length);
        int before = log.all().size();

        Cuts.feedInFragments(decoder, second, second.length);

        assertEquals(fresh.all(), log.all().subList(before, log.all().size()));
    }

    private static DeltaLog decode(String body) {
        return Cuts.decode(Dialect.OPENAI_CHAT, body);
    }
}
