package io.streamgauge.provider;

import static io.streamgauge.provider.AnthropicWire.FIRST_USAGE;
import static io.streamgauge.provider.AnthropicWire.START;
import static io.streamgauge.provider.AnthropicWire.STARTED;
import static io.streamgauge.provider.AnthropicWire.STOP;
import static io.streamgauge.provider.AnthropicWire.TEXT_BLOCK;
import static io.streamgauge.provider.AnthropicWire.TOOL_BLOCK;
import static io.streamgauge.provider.AnthropicWire.assertDeltas;
import static io.streamgauge.provider.AnthropicWire.assertMessage;
import static io.streamgauge.provider.AnthropicWire.blockStart;
import static io.streamgauge.provider.AnthropicWire.blockStop;
import static io.streamgauge.provider.AnthropicWire.delta;
import static io.streamgauge.provider.AnthropicWire.event;
import static io.streamgauge.provider.AnthropicWire.finish;
import static io.streamgauge.provider.AnthropicWire.input;
import static io.streamgauge.provider.AnthropicWire.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnthropicMessagesDecoderTest {
    @Test
    void textOfAnOrderlyMessageIsHandedOut() {
        assertMessage(
                blockStart(0, TEXT_BLOCK) + """
                        event: ping
                        data: {"type": "ping"}

                        """ + text(0, "Hé") + text(0, "llo\\n") + blockStop(0) + """
                        event: message_delta
                        data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},\
                        "usage":{"output_tokens":6}}

                        """,
                "ping",
                "text 0/0 Hé",
                "text 0/0 llo\n",
                "usage in 5 out 6 total -1 read -1 write -1 reasoning -1",
                "finish 0 STOP end_turn");
    }

    @Test
    void textInTheBlockStartBelongsToTheAnswer() {
        assertMessage(
                blockStart(0, "{'type':'text','text':'A','citations':[{'url':'u'}]}")
                        + text(0, "B")
                        + blockStop(0)
                        + finish("'end_turn'"),
                "text 0/0 A",
                "opaque CITATION 0/0 {'url':'u'}",
                "text 0/0 B",
                "finish 0 STOP end_turn");
    }

    @Test
    void toolInputIsStreamedInFragments() {
        assertMessage(
                blockStart(0, TOOL_BLOCK)
                        + input(0, "")
                        + input(0, "{\\\"a\\\"")
                        + input(0, ": 1}")
                        + blockStop(0)
                        + finish("'tool_use'"),
                "call 0/0 [t1 f]",
                "call 0/0 [ ] {'a'",
                "call 0/0 [ ] : 1}",
                "call-end 0/0",
                "finish 0 TOOL_CALLS tool_use");
    }

    @Test
    void thinkingAndItsSignatureAreKeptApart() {
        assertMessage(
                blockStart(0, "{'type':'thinking','thinking':'','signature':''}")
                        + delta(0, "{'type':'thinking_delta','thinking':'hm','estimated_tokens':1}")
                        + delta(0, "{'type':'signature_delta','signature':'c2ln'}")
                        + blockStop(0)
                        + blockStart(1, "{'type':'redacted_thinking','data':'cmVk'}")
                        + blockStop(1)
                        + finish("'end_turn'"),
                "reasoning 0/0 hm",
                "opaque SIGNATURE 0/0 c2ln",
                "opaque SIGNATURE 0/1 cmVk",
                "finish 0 STOP end_turn");
    }

    @Test
    void thePayloadDecidesWhenTheEventNameDiffers() {
        assertDeltas(
                """
                event: message
                data: {"type":"message_delta","delta":{"stop_reason":"end_turn"}}

                """ + STOP,
                "deviation EVENT_NAME_MISMATCH in event 0",
                "finish 0 STOP end_turn",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test
    void aSentinelDoesNotMakeACutMessageWhole() {
        assertDeltas(
                START + blockStart(0, TEXT_BLOCK) + text(0, "A") + "data: [DONE]\n\n",
                STARTED,
                FIRST_USAGE,
                "text 0/0 A",
                "terminal",
                "deviation MISSING_FINISH in event 3",
                "end TRUNCATED");
    }

    @Test
    void inputAsAnObjectIsTheWholeOfIt() {
        assertMessage(
                blockStart(0, TOOL_BLOCK)
                        + delta(0, "{'type':'input_json_delta','partial_json':{'a':1}}")
                        + blockStop(0)
                        + finish("'tool_use'"),
                "call 0/0 [t1 f]",
                "deviation TOOL_ARGUMENTS_AS_OBJECT in event 2",
                "call 0/0 [ ] WHOLE {'a':1}",
                "call-end 0/0",
                "finish 0 TOOL_CALLS tool_use");
    }

    @Test
    void missingFieldsAreReplacedByWhatIsNearest() {
        assertMessage(
                event("content_block_start", "'content_block':" + TEXT_BLOCK)
                        + event("content_block_delta", "'delta':{'type':'text_delta','text':'A'}")
                        + event("content_block_delta", "'index':0,'delta':null")
                        + event("content_block_stop", "'index':null")
                        + finish("'end_turn'"),
                "deviation MISSING_FIELD in event 1",
                "deviation MISSING_FIELD in event 2",
                "text 0/0 A",
                "deviation DELTA_SHAPE in event 3",
                "deviation MISSING_FIELD in event 4",
                "finish 0 STOP end_turn");
    }

    @Test
    void anErrorBodyInPlaceOfAStreamIsAnError() {
        assertDeltas(
                """
                {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"},"request_id":"r"}
                """,
                "deviation PAYLOAD_OUTSIDE_FRAMING in event 0",
                "error [authentication_error ] invalid x-api-key",
                "end ERROR");
    }

    @Test
    void blocksBeyondTheTableAreStillDelivered() {
        int far = BlockTable.MAX_BLOCKS + 7;
        byte[] body = (START
                        + blockStart(far, TOOL_BLOCK)
                        + input(far, "{}")
                        + blockStop(far)
                        + blockStart(Integer.MAX_VALUE, TEXT_BLOCK)
                        + text(Integer.MAX_VALUE, "A")
                        + finish("'end_turn'")
                        + STOP)
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);

        assertEquals(
                List.of(
                        STARTED,
                        FIRST_USAGE,
                        "call 0/" + far + " [t1 f]",
                        "call 0/" + far + " [ ] {}",
                        "call-end 0/" + far,
                        "deviation UNANNOUNCED_BLOCK in event 4",
                        "text 0/" + Integer.MAX_VALUE + " A",
                        "deviation UNCLOSED_BLOCK in event 6",
                        "finish 0 STOP end_turn",
                        "terminal",
                        "end TERMINAL_EVENT"),
                DialectTranscript.decode(Dialect.ANTHROPIC_MESSAGES, body, body.length));
    }

    @Test
    void aDecoderThatWasResetKnowsNothingOfTheStreamBefore() {
        byte[] body = (START + blockStart(0, TOOL_BLOCK) + input(0, "{}") + blockStop(0) + finish("'end_turn'") + STOP)
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        DialectTranscript transcript = new DialectTranscript();
        StreamDecoder decoder = new StreamDecoder(Dialect.ANTHROPIC_MESSAGES, transcript);
        for (int round = 0; round < 2; round++) {
            decoder.feed(body, 0, body.length);
            decoder.end();
            decoder.reset();
        }
        List<String> once = DialectTranscript.decode(Dialect.ANTHROPIC_MESSAGES, body, body.length);

        assertEquals(2 * once.size(), transcript.lines().size());
        assertEquals(once, transcript.lines().subList(once.size(), 2 * once.size()));
    }
}
