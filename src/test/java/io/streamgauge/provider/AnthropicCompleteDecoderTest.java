package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnthropicCompleteDecoderTest {
    @Test
    void piecesOfTextEndWithTheReason() {
        assertEquals(
                List.of(
                        "start c1 m",
                        "text 0/0  Light",
                        "ping",
                        "text 0/0 .",
                        "finish 0 STOP stop_sequence",
                        "terminal",
                        "end TERMINAL_EVENT"),
                DialectTranscript.of(Dialect.ANTHROPIC_COMPLETE, """
                        event: completion
                        data: {"type":"completion","id":"c1","completion":" Light","stop_reason":null,"model":"m"     }

                        event: ping
                        data: {"type": "ping"}

                        event: completion
                        data: {"type":"completion","id":"c1","completion":".","stop_reason":"stop_sequence","model":"m"}

                        """.replace("\n", "\r\n")));
    }

    @Test
    void aTextWithoutReasonIsTruncated() {
        assertEquals(
                List.of("start  m", "text 0/0 A", "end TRUNCATED"),
                DialectTranscript.of(Dialect.ANTHROPIC_COMPLETE, """
                        event: completion
                        data: {"completion":"A","stop_reason":"","model":"m"}

                        """));
    }

    @Test
    void anErrorEventIsAFailure() {
        assertEquals(
                List.of("error [overloaded_error ] Overloaded", "end ERROR"),
                DialectTranscript.of(Dialect.ANTHROPIC_COMPLETE, """
                        event: error
                        data: {"error":{"type":"overloaded_error","message":"Overloaded"}}

                        """));
    }
}
