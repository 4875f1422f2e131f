package io.streamgauge.provider;

import org.junit.jupiter.api.Test;

class GeminiInteractionsDecoderTest {
    private static final String CREATED =
            event("interaction.created", "'interaction':{'id':'v1','status':'in_progress','model':'m'}");
    private static final String STARTED = "start v1 m";
    private static final String DONE = "event: done\ndata: [DONE]\n\n";

    private static void assertDeltas(String body, String... expected) {
        DialectTranscript.assertDeltas(Dialect.GEMINI_INTERACTIONS, body, expected);
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {" + fields + ",'event_type':'" + type + "'}\n\n";
    }

    private static String start(int index, String step) {
        return event("step.start", "'index':" + index + ",'step':" + step);
    }

    private static String delta(int index, String delta) {
        return event("step.delta", "'index':" + index + ",'delta':" + delta);
    }

    private static String stop(int index) {
        return event("step.stop", "'index':" + index);
    }

    private static String completed(String status) {
        return event("interaction.completed", "'interaction':{'id':'v1','status':'" + status + "'}");
    }

    @Test
    void thoughtsAndTextAreKeptApart() {
        assertDeltas(
                CREATED
                        + event("interaction.status_update", "'interaction_id':'v1','status':'in_progress'")
                        + start(0, "{'type':'thought'}")
                        + delta(0, "{'type':'thought_summary','content':{'type':'text','text':'hm'}}")
                        + delta(0, "{'signature':'cw==','type':'thought_signature'}")
                        + stop(0)
                        + start(1, "{'type':'model_output'}")
                        + delta(1, "{'text':'Hé','type':'text'}")
                        + delta(1, "{'type':'text_annotation','annotations':[{'u':1}]}")
                        + stop(1)
                        + event(
                                "interaction.completed",
                                "'interaction':{'id':'v1','status':'completed',"
                                        + "'usage':{'total_tokens':9,'total_input_tokens':2,"
                                        + "'total_cached_tokens':0,'total_output_tokens':3,'total_thought_tokens':4}}")
                        + DONE,
                STARTED,
                "reasoning 0/0 hm",
                "opaque SIGNATURE 0/0 cw==",
                "text 0/1 Hé",
                "opaque CITATION 0/1 {'u':1}",
                "usage in 2 out 3 total 9 read 0 write -1 reasoning 4",
                "finish 0 STOP completed",
                "terminal",
                "end SENTINEL");
    }

    @Test
    void functionCallsAreStreamedAndWaitForTheApplication() {
        assertDeltas(
                CREATED
                        + start(0, "{'type':'function_call','id':'c1','name':'f','arguments':{},'signature':'cw=='}")
                        + delta(0, "{'type':'arguments_delta','arguments':'{\\\"a\\\":'}")
                        + delta(0, "{'type':'arguments_delta','arguments':'1}'}")
                        + stop(0)
                        + start(1, "{'type':'function_call','id':'c2','name':'g','arguments':{'b':2}}")
                        + stop(1)
                        + start(2, "{'type':'function_call','id':'c3','name':'h'}")
                        + delta(2, "{'type':'arguments','partial_arguments':'{}'}")
                        + stop(2)
                        + completed("requires_action"),
                STARTED,
                "call 0/0 [c1 f]",
                "opaque SIGNATURE 0/0 cw==",
                "call 0/0 [ ] {'a':",
                "call 0/0 [ ] 1}",
                "call-end 0/0",
                "call 0/1 [c2 g] FALLBACK {'b':2}",
                "call-end 0/1",
                "call 0/2 [c3 h]",
                "call 0/2 [ ] {}",
                "call-end 0/2",
                "finish 0 TOOL_CALLS requires_action",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test
    void toolsOfTheProviderAreKnownByTheEndOfTheirType() {
        assertDeltas(
                CREATED
                        + start(0, "{'type':'code_execution_call','id':'s1'}")
                        + delta(0, "{'type':'code_execution_call','arguments':{'code':'1'}}")
                        + stop(0)
                        + start(1, "{'type':'code_execution_result'}")
                        + delta(1, "{'type':'code_execution_result','result':'1'}")
                        + stop(1)
                        + start(2, "{'type':'model_output'}")
                        + delta(2, "{'type':'image','data':'aW1n'}")
                        + delta(2, "{'type':'audio','data':'c25k'}")
                        + delta(2, "{'type':'brand_new','x':1}")
                        + stop(2)
                        + completed("completed"),
                STARTED,
                "call 0/0 SERVER [s1 code_execution]",
                "call 0/0 SERVER [ code_execution] WHOLE {'code':'1'}",
                "call-end 0/0",
                "opaque TOOL_RESULT 0/1 {'type':'code_execution_result'}",
                "opaque TOOL_RESULT 0/1 {'type':'code_execution_result','result':'1'}",
                "opaque IMAGE 0/2 {'type':'image','data':'aW1n'}",
                "opaque AUDIO 0/2 {'type':'audio','data':'c25k'}",
                "opaque OTHER 0/2 {'type':'brand_new','x':1}",
                "finish 0 STOP completed",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test
    void theOlderFormHasContentsInPlaceOfSteps() {
        assertDeltas(
                event("interaction.start", "'interaction':{'id':'v1','model':'m'}")
                        + event("content.start", "'index':0,'content':{'type':'thought'}")
                        + event("content.delta", "'index':0,'delta':{'type':'thought_summary','content':{'text':'hm'}}")
                        + event("content.stop", "'index':0")
                        + event("content.start", "'index':1,'content':{'type':'text','text':'A'}")
                        + event("content.delta", "'index':1,'delta':{'type':'text','text':'B'}")
                        + event("content.stop", "'index':1")
                        + event(
                                "content.delta",
                                "'index':2,'delta':{'type':'function_call','id':'c','name':'f','arguments':{'a':1}}")
                        + event("content.stop", "'index':2")
                        + event("interaction.complete", "'interaction':{'status':'completed'}"),
                STARTED,
                "reasoning 0/0 hm",
                "text 0/1 A",
                "text 0/1 B",
                "deviation UNANNOUNCED_BLOCK in event 7",
                "call 0/2 [c f] WHOLE {'a':1}",
                "call-end 0/2",
                "finish 0 STOP completed",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test
    void whatAStepBeginsWithBelongsToIt() {
        assertDeltas(
                CREATED
                        + start(0, "{'type':'thought','summary':[{'text':'hm'}],'signature':'cw=='}")
                        + stop(0)
                        + start(1, "{'type':'model_output','content':[{'type':'text','text':'A'}]}")
                        + completed("incomplete"),
                STARTED,
                "reasoning 0/0 hm",
                "opaque SIGNATURE 0/0 cw==",
                "text 0/1 A",
                "deviation UNCLOSED_BLOCK in event 4",
                "finish 0 LENGTH incomplete",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test
    void aStatusMayBeTheNameOfItsEvent() {
        assertDeltas(
                CREATED + event("interaction.cancelled", "'interaction':{'id':'v1'}"),
                STARTED,
                "finish 0 CANCELLED cancelled",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test
    void aFailedInteractionIsAFailure() {
        assertDeltas(
                CREATED
                        + event(
                                "interaction.failed",
                                "'interaction':{'status':'failed','error':{'code':13,'message':'internal'}}"),
                STARTED,
                "error [ 13] internal",
                "finish 0 ERROR failed",
                "end ERROR");
    }

    @Test
    void anErrorEventKeepsWhatCameBefore() {
        assertDeltas(
                CREATED
                        + start(0, "{'type':'model_output'}")
                        + delta(0, "{'type':'text','text':'A'}")
                        + event("error", "'error':{'code':'deadline_exceeded','message':'late'}")
                        + delta(0, "{'type':'text','text':'B'}"),
                STARTED,
                "text 0/0 A",
                "error [ deadline_exceeded] late",
                "end ERROR");
    }

    @Test
    void anInteractionThatWasNotCompletedIsTruncated() {
        assertDeltas(
                CREATED + start(0, "{'type':'model_output'}") + delta(0, "{'type':'text','text':'A'}") + DONE,
                STARTED,
                "text 0/0 A",
                "terminal",
                "deviation MISSING_FINISH in event 3",
                "end TRUNCATED");
    }

    @Test
    void unknownEventsArePassedOver() {
        assertDeltas(
                CREATED
                        + event("interaction.resting", "'x':1")
                        + delta(0, "null")
                        + completed("completed")
                        + delta(0, "{'type':'text','text':'late'}"),
                STARTED,
                "deviation UNKNOWN_EVENT in event 1",
                "deviation DELTA_SHAPE in event 2",
                "finish 0 STOP completed",
                "terminal",
                "deviation EVENT_AFTER_END in event 4",
                "end TERMINAL_EVENT");
    }
}
