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

import org.junit.jupiter.api.Test;

/** The comments name entries of the deviation catalogue. */
class AnthropicDeviationsTest {
    @Test // D91c
    void aCallWithoutArgumentsHasNone() {
        assertMessage(
                blockStart(0, TOOL_BLOCK) + input(0, "") + blockStop(0) + finish("'tool_use'"),
                "call 0/0 [t1 f]",
                "call-end 0/0",
                "finish 0 TOOL_CALLS tool_use");
    }

    @Test // D104
    void fullInputInTheStartIsAFallback() {
        assertMessage(
                blockStart(0, "{'type':'tool_use','id':'t1','name':'f','input':{'a': [1]}}")
                        + blockStop(0)
                        + finish("'tool_use'"),
                "call 0/0 [t1 f] FALLBACK {'a': [1]}",
                "call-end 0/0",
                "finish 0 TOOL_CALLS tool_use");
    }

    @Test // D112
    void toolsOfTheProviderAndNewBlocksAreKnownByTheirShape() {
        assertMessage(
                blockStart(0, "{'type':'server_tool_use','id':'s1','name':'web_search','input':{}}")
                        + input(0, "{}")
                        + blockStop(0)
                        + blockStart(1, "{'type':'some_tool_result','tool_use_id':'s1','content':[]}")
                        + blockStop(1)
                        + blockStart(2, "{'type':'fallback','from':{}}")
                        + blockStop(2)
                        + blockStart(3, "{'type':'compaction','content':null}")
                        + delta(3, "{'type':'compaction_delta','content':'c'}")
                        + blockStop(3)
                        + finish("'end_turn'"),
                "call 0/0 SERVER [s1 web_search]",
                "call 0/0 SERVER [ ] {}",
                "call-end 0/0",
                "opaque TOOL_RESULT 0/1 {'type':'some_tool_result','tool_use_id':'s1','content':[]}",
                "opaque OTHER 0/2 {'type':'fallback','from':{}}",
                "opaque OTHER 0/3 {'type':'compaction','content':null}",
                "opaque OTHER 0/3 {'type':'compaction_delta','content':'c'}",
                "finish 0 STOP end_turn");
    }

    @Test // D103
    void blocksThatWereNotClosedAreClosedWithTheMessage() {
        assertMessage(
                blockStart(0, TEXT_BLOCK)
                        + text(0, "A")
                        + blockStart(1, TOOL_BLOCK)
                        + input(1, "{}")
                        + finish("'tool_use'"),
                "text 0/0 A",
                "call 0/1 [t1 f]",
                "call 0/1 [ ] {}",
                "deviation UNCLOSED_BLOCK in event 5",
                "deviation UNCLOSED_BLOCK in event 5",
                "call-end 0/1",
                "finish 0 TOOL_CALLS tool_use");
    }

    @Test // D105
    void contentOfABlockThatWasNotOpenedOpensIt() {
        assertMessage(
                text(2, "A")
                        + text(2, "B")
                        + blockStop(2)
                        + input(4, "{}")
                        + blockStop(4)
                        + blockStop(5)
                        + finish("'end_turn'"),
                "deviation UNANNOUNCED_BLOCK in event 1",
                "text 0/2 A",
                "text 0/2 B",
                "deviation UNANNOUNCED_BLOCK in event 4",
                "call 0/4 [ ] {}",
                "call-end 0/4",
                "deviation UNANNOUNCED_BLOCK in event 6",
                "finish 0 STOP end_turn");
    }

    @Test // D106
    void interleavedBlocksAreKeptApartByTheirIndex() {
        assertMessage(
                blockStart(0, TOOL_BLOCK)
                        + blockStart(1, "{'type':'tool_use','id':'t2','name':'g','input':{}}")
                        + input(0, "[")
                        + input(1, "{")
                        + input(0, "]")
                        + input(1, "}")
                        + blockStop(1)
                        + blockStop(0)
                        + finish("'tool_use'"),
                "call 0/0 [t1 f]",
                "call 0/1 [t2 g]",
                "call 0/0 [ ] [",
                "call 0/1 [ ] {",
                "call 0/0 [ ] ]",
                "call 0/1 [ ] }",
                "call-end 0/1",
                "call-end 0/0",
                "finish 0 TOOL_CALLS tool_use");
    }

    @Test // D107
    void contentBehindTheStopOfItsBlockIsKeptAndReported() {
        assertMessage(
                blockStart(0, TEXT_BLOCK) + blockStop(0) + text(0, "late") + finish("'end_turn'"),
                "deviation UNANNOUNCED_BLOCK in event 3",
                "text 0/0 late",
                "finish 0 STOP end_turn");
    }

    @Test // D108
    void theSameStartAgainChangesNothing() {
        assertMessage(
                blockStart(0, TEXT_BLOCK) + text(0, "A") + START + text(0, "B") + blockStop(0) + finish("'end_turn'"),
                "text 0/0 A",
                "deviation REPEATED_START in event 3",
                "text 0/0 B",
                "finish 0 STOP end_turn");
    }

    @Test // D108
    void anotherMessageSplicedInIsAFailureAndKeepsWhatCameBefore() {
        assertDeltas(
                START
                        + blockStart(0, TOOL_BLOCK)
                        + input(0, "{\\\"a")
                        + START.replace("msg_1", "msg_2")
                        + blockStart(0, TEXT_BLOCK)
                        + text(0, "B")
                        + blockStop(0)
                        + finish("'end_turn'")
                        + STOP,
                STARTED,
                FIRST_USAGE,
                "call 0/0 [t1 f]",
                "call 0/0 [ ] {'a",
                "error [ ] a second message began within the first",
                "end ERROR");
    }

    @Test // D109
    void laterCountersReplaceEarlierOnesAndNullReplacesNothing() {
        assertDeltas(
                """
                event: message_start
                data: {"type":"message_start","message":{"id":"msg_1","model":"m",\
                "usage":{"input_tokens":43,"cache_creation_input_tokens":2,\
                "cache_read_input_tokens":3,"output_tokens":1}}}

                event: message_delta
                data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},\
                "usage":{"input_tokens":61,"cache_read_input_tokens":null,\
                "output_tokens":9,"output_tokens_details":{"thinking_tokens":4}}}

                """ + STOP,
                STARTED,
                "usage in 43 out 1 total -1 read 3 write 2 reasoning -1",
                "usage in 61 out 9 total -1 read 3 write 2 reasoning 4",
                "finish 0 STOP end_turn",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test // D110
    void aRefusalMayHaveNoBlocksAndSaysWhy() {
        assertMessage(
                event(
                        "message_delta",
                        "'delta':{'stop_reason':'refusal'," + "'stop_details':{'type':'refusal','category':'c'}}"),
                "opaque OTHER 0/0 {'type':'refusal','category':'c'}",
                "finish 0 REFUSAL refusal");
    }

    @Test // D113
    void theTypeWithinThePayloadNeedsNoEventName() {
        assertDeltas("""
                data: {"type":"message_start","message":{"id":"msg_1","model":"m"}}

                data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"A"}}

                data: {"type":"content_block_stop","index":0}

                data: {"type":"message_delta","delta":{"stop_reason":"max_tokens"}}

                data: {"type":"message_stop"}

                """, STARTED, "text 0/0 A", "finish 0 LENGTH max_tokens", "terminal", "end TERMINAL_EVENT");
    }

    @Test // D113
    void theEventNameHelpsOutWhereThePayloadHasNoType() {
        assertDeltas("""
                event: message_delta
                data: {"delta":{"stop_reason":"pause_turn"}}

                event: message_stop
                data: {}

                """, "finish 0 PAUSE pause_turn", "terminal", "end TERMINAL_EVENT");
    }

    @Test // D113, D114
    void anEmptyStopReasonIsNone() {
        assertMessage(finish("''") + finish("null"), "deviation MISSING_FINISH in event 3");
    }

    @Test // D41
    void aMessageThatGaveItsReasonIsWholeWithoutItsStop() {
        assertDeltas(
                START + finish("'end_turn'"),
                STARTED,
                FIRST_USAGE,
                "finish 0 STOP end_turn",
                "deviation MISSING_END in event 1",
                "end EOF_AFTER_FINISH");
    }

    @Test // D36, D41
    void aMessageWithoutReasonAndStopIsTruncatedAndItsCallStaysOpen() {
        assertDeltas(
                START + blockStart(0, TOOL_BLOCK) + input(0, "{}"),
                STARTED,
                FIRST_USAGE,
                "call 0/0 [t1 f]",
                "call 0/0 [ ] {}",
                "end TRUNCATED");
    }

    @Test // D47
    void anErrorEventEndsTheMessageAndKeepsWhatCameBefore() {
        assertDeltas(
                START + blockStart(0, TOOL_BLOCK) + input(0, "{\\\"a") + """
                        event: error
                        data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},\
                        "request_id":"r"}

                        """,
                STARTED,
                FIRST_USAGE,
                "call 0/0 [t1 f]",
                "call 0/0 [ ] {'a",
                "error [overloaded_error ] Overloaded",
                "end ERROR");
    }

    @Test // D37
    void nothingBehindTheStopChangesTheAnswer() {
        assertDeltas(
                START + finish("'end_turn'") + STOP + text(0, "late") + """
                        event: error
                        data: {"type":"error","error":{"type":"api_error","message":"late"}}

                        """,
                STARTED,
                FIRST_USAGE,
                "finish 0 STOP end_turn",
                "terminal",
                "deviation EVENT_AFTER_END in event 3",
                "deviation EVENT_AFTER_END in event 4",
                "end TERMINAL_EVENT");
    }

    @Test // D20
    void aStopWithoutItsBlankLineCounts() {
        assertDeltas(
                START + finish("'end_turn'") + STOP.stripTrailing(),
                STARTED,
                FIRST_USAGE,
                "finish 0 STOP end_turn",
                "deviation UNTERMINATED_EVENT in event 2",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test // D31
    void aCharacterCutBetweenTwoDeltasIsPutTogether() {
        assertMessage(
                blockStart(0, TEXT_BLOCK)
                        + text(0, "A\\ud83d")
                        + text(0, "\\ude00B")
                        + blockStop(0)
                        + finish("'end_turn'"),
                "text 0/0 A",
                "text 0/0 \uD83D\uDE00B",
                "finish 0 STOP end_turn");
    }

    @Test // D112
    void eventsOfAnUnknownTypeAreCountedAndPassedOver() {
        assertMessage(
                event("content_block_preview", "'x':1") + finish("'brand_new'"),
                "deviation UNKNOWN_EVENT in event 1",
                "finish 0 OTHER brand_new");
    }
}
