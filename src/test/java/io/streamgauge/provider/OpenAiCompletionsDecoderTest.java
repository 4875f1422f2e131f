package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAiCompletionsDecoderTest {
    @Test
    void theTextOfEachChoiceIsItsAnswer() {
        DeltaLog log = decode("""
                data: {"id":"c1","object":"text_completion","model":"m","choices":[{"text":"Hé","index":0,\
                "logprobs":null,"finish_reason":null}]}

                data: {"id":"c1","model":"m","choices":[{"text":"x","index":1,"finish_reason":null}]}

                data: {"id":"c1","model":"m","choices":[{"text":"llo","index":0,"finish_reason":"length"}]}

                data: {"id":"c1","model":"m","choices":[{"text":"","index":1,"finish_reason":"stop"}]}

                data: {"id":"c1","model":"m","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}

                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "start c1 m",
                        "text 0/0 \"Hé\"",
                        "text 1/0 \"x\"",
                        "text 0/0 \"llo\"",
                        "finish 0 LENGTH length",
                        "finish 1 STOP stop",
                        "usage input 1, output 2, total -1, cache read -1, cache write -1, reasoning -1",
                        "end SENTINEL"),
                log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D31
    @Test
    void anEmojiCutInHalfIsPutTogether() {
        DeltaLog log = decode("""
                data: {"choices":[{"text":"a\\ud83d","index":0}]}

                data: {"choices":[{"text":"\\ude00","index":0}]}

                """);

        assertEquals(List.of("text 0/0 \"a\"", "text 0/0 \"😀\"", "end TRUNCATED"), log.deltas());
    }

    // D43
    @Test
    void anErrorEndsAStream() {
        DeltaLog log = decode("""
                data: {"choices":[{"text":"a","index":0}]}

                data: {"error":{"message":"m","code":500}}

                """);

        assertEquals(
                List.of(
                        "text 0/0 \"a\"",
                        "error type= code=500 message=m raw={\"message\":\"m\",\"code\":500}",
                        "end ERROR"),
                log.deltas());
    }

    private static DeltaLog decode(String body) {
        return Cuts.decode(Dialect.OPENAI_COMPLETIONS, body);
    }
}
