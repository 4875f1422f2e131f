package io.streamgauge.provider;

import static io.streamgauge.provider.ResponsesWire.CALL;
import static io.streamgauge.provider.ResponsesWire.CREATED;
import static io.streamgauge.provider.ResponsesWire.MESSAGE;
import static io.streamgauge.provider.ResponsesWire.STARTED;
import static io.streamgauge.provider.ResponsesWire.added;
import static io.streamgauge.provider.ResponsesWire.arguments;
import static io.streamgauge.provider.ResponsesWire.argumentsDone;
import static io.streamgauge.provider.ResponsesWire.assertDeltas;
import static io.streamgauge.provider.ResponsesWire.assertResponse;
import static io.streamgauge.provider.ResponsesWire.call;
import static io.streamgauge.provider.ResponsesWire.completed;
import static io.streamgauge.provider.ResponsesWire.done;
import static io.streamgauge.provider.ResponsesWire.event;
import static io.streamgauge.provider.ResponsesWire.message;
import static io.streamgauge.provider.ResponsesWire.part;
import static io.streamgauge.provider.ResponsesWire.text;
import static io.streamgauge.provider.ResponsesWire.textDone;

import org.junit.jupiter.api.Test;

/** The comments name entries of the deviation catalogue. */
class ResponsesDeviationsTest {
    @Test // D14
    void theEventNameMayComeBehindTheData() {
        assertDeltas("""
                data: {"type":"response.created","sequence_number":0,"response":{"id":"resp_1","model":"m"}}
                event: response.created

                data: {"type":"response.completed","sequence_number":1,"response":{"output":[]}}
                event: response.completed

                """, STARTED, "finish 0 STOP completed", "terminal", "end TERMINAL_EVENT");
    }

    @Test // D38
    void aSentinelBehindTheEndIsFine() {
        assertDeltas(
                CREATED + completed("") + "data: [DONE]\n\n",
                STARTED,
                "finish 0 STOP completed",
                "terminal",
                "end SENTINEL");
    }

    @Test // D39
    void aResponseThatWasNotCompletedIsTruncated() {
        assertDeltas(
                CREATED + added(0, CALL) + arguments(0, "{}"),
                STARTED,
                "call 0/0 [c1 f]",
                "call 0/0 [ ] {}",
                "end TRUNCATED");
        assertDeltas(
                CREATED + added(0, MESSAGE) + text(0, 0, "A") + "data: [DONE]\n\n",
                STARTED,
                "text 0/0 A",
                "terminal",
                "deviation MISSING_FINISH in event 3",
                "end TRUNCATED");
    }

    @Test // D40
    void aFailedResponseKeepsWhatCameBefore() {
        assertDeltas(
                CREATED
                        + added(0, MESSAGE)
                        + text(0, 0, "A")
                        + event("failed", "'response':{'error':{'code':'server_error','message':'Sorry'}}")
                        + text(0, 0, "late"),
                STARTED,
                "text 0/0 A",
                "error [ server_error] Sorry",
                "finish 0 ERROR failed",
                "end ERROR");
    }

    @Test // D48
    void anErrorIsReadNestedAndFlatAndReportedOnce() {
        String failed = event("failed", "'response':{'error':{'code':'insufficient_quota','message':'again'}}");
        assertDeltas(
                CREATED + """
                        event: error
                        data: {"type":"error","sequence_number":2,\
                        "error":{"type":"insufficient_quota","code":"c","message":"You"}}

                        """ + failed,
                STARTED,
                "error [insufficient_quota c] You",
                "finish 0 ERROR failed",
                "end ERROR");
        assertDeltas(CREATED + """
                        data: {"type":"error","sequence_number":2,"code":"c","message":"You","param":null}

                        """, STARTED, "error [error c] You", "end ERROR");
    }

    @Test // D43, D48
    void anErrorOfAnotherDialectIsAFailureToo() {
        assertDeltas(CREATED + """
                        data: {"error":{"message":"upstream","type":"server_error","code":502}}

                        """, STARTED, "error [server_error 502] upstream", "end ERROR");
    }

    @Test // D37
    void anErrorBehindTheEndChangesNothing() {
        assertDeltas(
                CREATED + completed("") + """
                        event: error
                        data: {"type":"error","error":{"message":"late"}}

                        """,
                STARTED,
                "finish 0 STOP completed",
                "terminal",
                "deviation EVENT_AFTER_END in event 2",
                "end TERMINAL_EVENT");
    }

    @Test // D92
    void itemIdsMayRotate() {
        assertResponse(
                added(0, MESSAGE)
                        + text(0, 0, "A").replace("'x'", "'y'")
                        + text(0, 0, "B").replace("'x'", "'z'")
                        + done(0, message("AB").replace("msg_1", "msg_2")),
                message("AB").replace("msg_1", "msg_3"),
                "text 0/0 A",
                "text 0/0 B");
    }

    @Test // D93
    void keepalivesAreSignsOfLife() {
        assertResponse(
                "event: keepalive\ndata: {'type':'keepalive','sequence_number':'#'}\n\n" + added(0, MESSAGE)
                        + text(0, 0, "A") + done(0, message("A")),
                "",
                "ping",
                "text 0/0 A");
    }

    @Test // D94
    void eventsWithoutNumberIndexOrResponseAreRead() {
        assertDeltas(
                """
                data: {"type":"response.created","response":{"id":"resp_1","model":"m"}}

                data: {"type":"response.in_progress"}

                data: {"type":"response.output_item.added","item":{"type":"message"}}

                data: {"type":"response.output_text.delta","delta":"A"}

                data: {"type":"response.completed"}

                """,
                "deviation MISSING_FIELD in event 0",
                STARTED,
                "deviation MISSING_FIELD in event 1",
                "deviation MISSING_FIELD in event 2",
                "deviation MISSING_FIELD in event 3",
                "text 0/0 A",
                "deviation MISSING_FIELD in event 4",
                "deviation UNCLOSED_BLOCK in event 4",
                "finish 0 STOP completed",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test // D95
    void unknownEventsArePassedOver() {
        assertResponse(
                event("brand_new.delta", "'output_index':0,'delta':'x'")
                        + part("reasoning_part.added", 0, 0, "'part':{}")
                        + event("apply_patch_call_operation_diff.done", "'output_index':0,'diff':'d'"),
                "",
                "deviation UNKNOWN_EVENT in event 1");
    }

    @Test // D96
    void contentOfAnItemThatWasNotAnnouncedOpensIt() {
        assertResponse(
                text(0, 0, "A") + text(0, 0, "B") + done(0, message("AB")) + done(1, call("c1", "f", "{}")),
                "",
                "deviation UNANNOUNCED_BLOCK in event 1",
                "text 0/0 A",
                "text 0/0 B",
                "deviation UNANNOUNCED_BLOCK in event 4",
                "call 0/1 [c1 f] WHOLE {}",
                "call-end 0/1");
    }

    @Test // D96
    void anIndexThatIsUsedAgainIsANewItem() {
        assertResponse(
                added(0, MESSAGE)
                        + text(0, 0, "A")
                        + done(0, message("A"))
                        + added(0, MESSAGE)
                        + textDone(0, 0, "B")
                        + done(0, message("B")),
                "",
                "text 0/0 A",
                "deviation UNANNOUNCED_BLOCK in event 4",
                "text 0/0 B");
    }

    @Test // D97
    void emptyPiecesOfArgumentsSayNothing() {
        assertResponse(
                added(0, CALL)
                        + arguments(0, "")
                        + arguments(0, "{}")
                        + arguments(0, "")
                        + done(0, call("c1", "f", "{}")),
                "",
                "call 0/0 [c1 f]",
                "call 0/0 [ ] {}",
                "call-end 0/0");
    }

    @Test // D99
    void theCallIdOfASearchForToolsIsTheOneAtItsEnd() {
        String item = "{'type':'tool_search_call','call_id':'c1','arguments':{}}";
        assertResponse(
                added(0, item) + done(0, item.replace("c1", "c2").replace("{}", "{'q':1}")),
                "",
                "call 0/0 SERVER [c2 tool_search] WHOLE {'q':1}",
                "call-end 0/0");
    }

    @Test // D100
    void nullInPlaceOfTextIsNoText() {
        assertResponse(
                added(0, MESSAGE)
                        + part("output_text.delta", 0, 0, "'delta':null")
                        + text(0, 0, "A")
                        + part("output_text.done", 0, 0, "'text':null")
                        + done(0, message("A")),
                "",
                "deviation DELTA_SHAPE in event 2",
                "text 0/0 A",
                "deviation DELTA_SHAPE in event 4");
    }

    @Test // D102
    void textInAReasoningItemIsReasoning() {
        assertResponse(
                added(0, "{'type':'reasoning'}")
                        + text(0, 0, "R")
                        + text(0, 0, "S")
                        + textDone(0, 0, "RS")
                        + done(0, "{'type':'reasoning','content':[{'type':'output_text','text':'RS'}]}"),
                "",
                "deviation DELTA_SHAPE in event 2",
                "reasoning 0/0 R",
                "reasoning 0/0 S");
    }

    @Test // D31
    void aCharacterCutBetweenTwoDeltasIsPutTogether() {
        assertResponse(
                added(0, MESSAGE)
                        + text(0, 0, "A\\ud83d")
                        + text(0, 0, "\\ude00B")
                        + done(0, message("A\\ud83d\\ude00B"))
                        + added(1, CALL)
                        + arguments(1, "\\ud83d")
                        + arguments(1, "\\ude00")
                        + argumentsDone(1, "\\ud83d\\ude00")
                        + done(1, call("c1", "f", "\\ud83d\\ude00")),
                "",
                "text 0/0 A",
                "text 0/0 \uD83D\uDE00B",
                "call 0/1 [c1 f]",
                "call 0/1 [ ] \uD83D\uDE00",
                "call-end 0/1");
    }

    @Test // D91a
    void argumentsAsAnObjectAreTheWholeOfThem() {
        assertResponse(
                added(0, CALL)
                        + event("function_call_arguments.delta", "'output_index':0,'delta':{'a':1}")
                        + done(0, "{'type':'function_call','call_id':'c1','name':'f','arguments':{'a':1}}"),
                "",
                "call 0/0 [c1 f]",
                "deviation TOOL_ARGUMENTS_AS_OBJECT in event 2",
                "call 0/0 [ ] WHOLE {'a':1}",
                "call-end 0/0");
    }

    @Test
    void anErrorBodyInPlaceOfAStreamIsAnError() {
        assertDeltas(
                """
                {
                  "error": {
                    "message": "no such model",
                    "type": "invalid_request_error",
                    "param": "model",
                    "code": "model_not_found"
                  }
                }
                """,
                "deviation PAYLOAD_OUTSIDE_FRAMING in event 0",
                "error [invalid_request_error model_not_found] no such model",
                "end ERROR");
    }

    @Test
    void itemsBeyondTheTableAreStillDelivered() {
        assertResponse(
                added(ResponsesItems.MAX_ITEMS + 9, MESSAGE)
                        + text(ResponsesItems.MAX_ITEMS + 9, 0, "A")
                        + done(ResponsesItems.MAX_ITEMS + 9, message("A"))
                        + part("output_text.delta", Integer.MAX_VALUE, Integer.MAX_VALUE, "'delta':'B'"),
                "",
                "text 0/" + (ResponsesItems.MAX_ITEMS + 9) + " A",
                "deviation UNANNOUNCED_BLOCK in event 4",
                "text 0/" + Integer.MAX_VALUE + " B");
    }
}
