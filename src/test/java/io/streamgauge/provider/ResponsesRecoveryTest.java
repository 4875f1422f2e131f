package io.streamgauge.provider;

import static io.streamgauge.provider.ResponsesWire.CALL;
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
import static io.streamgauge.provider.ResponsesWire.message;
import static io.streamgauge.provider.ResponsesWire.part;
import static io.streamgauge.provider.ResponsesWire.text;
import static io.streamgauge.provider.ResponsesWire.textDone;

import org.junit.jupiter.api.Test;

/** What was not streamed, or not all of it. The comments name entries of the deviation catalogue. */
class ResponsesRecoveryTest {
    @Test // D98
    void whatWasNotStreamedIsHandedOutWhenItsPartIsDone() {
        assertResponse(
                added(0, MESSAGE)
                        + textDone(0, 0, "A")
                        + done(0, message("A"))
                        + added(1, CALL)
                        + argumentsDone(1, "{}")
                        + done(1, call("c1", "f", "{}")),
                message("A") + "," + call("c1", "f", "{}"),
                "text 0/0 A",
                "call 0/1 [c1 f]",
                "call 0/1 [ ] WHOLE {}",
                "call-end 0/1");
    }

    @Test // D98
    void whatWasNotStreamedIsHandedOutWhenItsItemIsDone() {
        assertResponse(
                added(0, MESSAGE)
                        + text(0, 0, "A")
                        + done(0, message("A", "B"))
                        + added(1, CALL)
                        + done(1, call("c1", "f", "{}")),
                "",
                "text 0/0 A",
                "text 0/0 B",
                "call 0/1 [c1 f]",
                "call 0/1 [ ] WHOLE {}",
                "call-end 0/1");
    }

    @Test // D98
    void anItemThatWasNotClosedIsClosedWithTheResponse() {
        assertResponse(
                added(0, CALL) + arguments(0, "{}"),
                call("c1", "f", "{}"),
                "call 0/0 [c1 f]",
                "call 0/0 [ ] {}",
                "call-end 0/0");
        assertResponse(
                added(0, CALL) + arguments(0, "{}"),
                "",
                "call 0/0 [c1 f]",
                "call 0/0 [ ] {}",
                "deviation UNCLOSED_BLOCK in event 3",
                "call-end 0/0");
    }

    @Test // D101
    void theFinalOutputTellsWhatTheStreamDidNot() {
        String empty = "{'type':'mcp_list_tools','tools':[]}";
        String full = "{'type':'mcp_list_tools','tools':[{'name':'t'}]}";
        assertResponse(
                added(0, empty) + done(0, empty),
                full + "," + message("A") + "," + call("c1", "f", "{}"),
                "opaque OTHER 0/0 " + full,
                "text 0/1 A",
                "call 0/2 [c1 f] WHOLE {}",
                "call-end 0/2");
    }

    @Test // D101
    void aFinalOutputThatLeavesItemsOutRepeatsNothing() {
        assertResponse(
                added(0, "{'type':'reasoning'}")
                        + done(0, "{'type':'reasoning'}")
                        + added(1, MESSAGE)
                        + text(1, 0, "A")
                        + done(1, message("A"))
                        + added(2, CALL)
                        + arguments(2, "{}")
                        + done(2, call("c1", "f", "{}")),
                message("A") + "," + call("c1", "f", "{}"),
                "text 0/1 A",
                "call 0/2 [c1 f]",
                "call 0/2 [ ] {}",
                "call-end 0/2");
    }

    @Test
    void partsThatAreCountedOverTheWholeResponseAreNotRepeated() {
        assertResponse(
                added(0, "{'type':'reasoning'}")
                        + part("reasoning_text.delta", 0, 0, "'delta':'R'")
                        + done(0, "{'type':'reasoning'}")
                        + added(1, MESSAGE)
                        + text(1, 1, "A")
                        + done(1, message("A")),
                "{'type':'reasoning'}," + message("A"),
                "reasoning 0/0 R",
                "text 0/1 A");
    }

    @Test
    void aStreamResumedInTheMiddleGoesOnThere() {
        assertDeltas(
                """
                event: response.output_text.delta
                data: {"type":"response.output_text.delta","sequence_number":8,\
                "output_index":0,"content_index":0,"delta":"B"}

                event: response.output_text.done
                data: {"type":"response.output_text.done","sequence_number":9,\
                "output_index":0,"content_index":0,"text":"AB"}

                event: response.function_call_arguments.delta
                data: {"type":"response.function_call_arguments.delta","sequence_number":10,\
                "output_index":1,"delta":"}"}

                """ + done(1, call("c1", "f", "{}")) + completed(message("AB") + "," + call("c1", "f", "{}")),
                "text 0/0 B",
                "call 0/1 [ ] }",
                "call 0/1 [c1 f] WHOLE {}",
                "call-end 0/1",
                "finish 0 STOP completed",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test
    void aQueuedResponseThatIsFetchedAgainIsReadFromThere() {
        assertDeltas(
                "event: response.queued\ndata: {'type':'response.queued','sequence_number':1,'response':{'id':'resp_1',"
                        + "'model':'m','status':'queued'}}\n\n"
                        + added(0, MESSAGE) + text(0, 0, "A") + done(0, message("A")) + completed(message("A")),
                STARTED,
                "text 0/0 A",
                "finish 0 STOP completed",
                "terminal",
                "end TERMINAL_EVENT");
    }
}
