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
import static io.streamgauge.provider.ResponsesWire.body;
import static io.streamgauge.provider.ResponsesWire.call;
import static io.streamgauge.provider.ResponsesWire.completed;
import static io.streamgauge.provider.ResponsesWire.done;
import static io.streamgauge.provider.ResponsesWire.event;
import static io.streamgauge.provider.ResponsesWire.message;
import static io.streamgauge.provider.ResponsesWire.part;
import static io.streamgauge.provider.ResponsesWire.text;
import static io.streamgauge.provider.ResponsesWire.textDone;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAiResponsesDecoderTest {
    @Test
    void textIsHandedOutOnceThoughItIsSaidFourTimes() {
        assertResponse(
                event("in_progress", "'response':{'id':'resp_1','model':'m'}")
                        + added(0, MESSAGE)
                        + part("content_part.added", 0, 0, "'part':{'type':'output_text','text':''}")
                        + text(0, 0, "Hé")
                        + text(0, 0, "llo")
                        + textDone(0, 0, "Héllo")
                        + part("content_part.done", 0, 0, "'part':{'type':'output_text','text':'Héllo'}")
                        + done(0, message("Héllo")),
                message("Héllo"),
                "text 0/0 Hé",
                "text 0/0 llo");
    }

    @Test
    void argumentsAreHandedOutOnceAndTheirCallEndsWithItsItem() {
        assertResponse(
                added(0, CALL)
                        + arguments(0, "{\\\"a\\\":")
                        + arguments(0, "1}")
                        + argumentsDone(0, "{\\\"a\\\":1}")
                        + done(0, call("c1", "f", "{\\\"a\\\":1}")),
                call("c1", "f", "{\\\"a\\\":1}"),
                "call 0/0 [c1 f]",
                "call 0/0 [ ] {'a':",
                "call 0/0 [ ] 1}",
                "call-end 0/0");
    }

    @Test
    void customToolsHaveTextForArguments() {
        String item = "{'type':'custom_tool_call','call_id':'c1','name':'f','input':'";
        assertResponse(
                added(0, item + "'}")
                        + event("custom_tool_call_input.delta", "'output_index':0,'delta':'SELECT'")
                        + done(0, item + "SELECT'}"),
                "",
                "call 0/0 CUSTOM [c1 f]",
                "call 0/0 CUSTOM [ ] SELECT",
                "call-end 0/0");
    }

    @Test
    void toolsOfTheProviderAreServerCallsWithTheirAnswers() {
        String search = "{'id':'ws_1','type':'web_search_call','action':{'query':'q'}}";
        String mcp = "{'id':'mcp_1','type':'mcp_call','name':'ask','arguments':'";
        assertResponse(
                added(0, "{'id':'ws_1','type':'web_search_call','action':{'type':'search'}}")
                        + event("web_search_call.searching", "'item_id':'ws_1','output_index':0")
                        + done(0, search)
                        + added(1, mcp + "','output':null}")
                        + event("mcp_call_arguments.delta", "'output_index':1,'delta':'{}'")
                        + event("mcp_call_arguments.done", "'output_index':1,'arguments':'{}'")
                        + done(1, mcp + "{}','output':'answer'}"),
                "",
                "call 0/0 SERVER [ws_1 web_search] WHOLE {'query':'q'}",
                "call-end 0/0",
                "call 0/1 SERVER [mcp_1 ask]",
                "call 0/1 SERVER [ ] {}",
                "opaque TOOL_RESULT 0/1 answer",
                "call-end 0/1");
    }

    @Test
    void codeOfTheInterpreterIsStreamed() {
        String item = "{'id':'ci_1','type':'code_interpreter_call','code':'";
        assertResponse(
                added(0, item + "','outputs':null}")
                        + event("code_interpreter_call_code.delta", "'output_index':0,'delta':'1+1'")
                        + event("code_interpreter_call_code.done", "'output_index':0,'code':'1+1'")
                        + done(0, item + "1+1','outputs':[{'logs':'2'}]}"),
                "",
                "call 0/0 SERVER [ci_1 code_interpreter]",
                "call 0/0 SERVER [ ] 1+1",
                "opaque TOOL_RESULT 0/0 [{'logs':'2'}]",
                "call-end 0/0");
    }

    @Test
    void builtInToolsThatTheApplicationRunsAreItsCalls() {
        String computer = "{'id':'cu_1','type':'computer_call','call_id':'c1','action':{'type':'click'}}";
        String shell = "{'id':'sh_1','type':'shell_call','call_id':'c2','environment':{'type':'container_auto'},"
                + "'action':{'commands':['ls']}}";
        assertResponse(
                added(0, computer)
                        + done(0, computer)
                        + added(1, shell)
                        + event("shell_call_command.delta", "'output_index':1,'command_index':0,'delta':'ls'")
                        + done(1, shell),
                "",
                "call 0/0 [c1 computer] WHOLE {'type':'click'}",
                "call-end 0/0",
                "call 0/1 SERVER [ ] ls",
                "call 0/1 SERVER [c2 shell] WHOLE {'commands':['ls']}",
                "call-end 0/1");
    }

    @Test
    void aGeneratedImageIsHandedOutWithItsItemAndNotAsAPreview() {
        assertResponse(
                added(0, "{'id':'ig_1','type':'image_generation_call'}")
                        + event("image_generation_call.partial_image", "'output_index':0,'partial_image_b64':'cHJl'")
                        + done(0, "{'id':'ig_1','type':'image_generation_call','result':'aW1n'}"),
                "",
                "call 0/0 SERVER [ig_1 image_generation]",
                "opaque IMAGE 0/0 aW1n",
                "call-end 0/0");
    }

    @Test
    void reasoningIsReadFromSummaryAndText() {
        String item = "{'type':'reasoning','summary':[{'type':'summary_text','text':'S'}],"
                + "'content':[{'type':'reasoning_text','text':'T'}],'encrypted_content':'c2ln'}";
        assertResponse(
                added(0, "{'type':'reasoning','summary':[]}")
                        + event("reasoning_summary_text.delta", "'output_index':0,'summary_index':0,'delta':'S'")
                        + event("reasoning_summary_text.done", "'output_index':0,'summary_index':0,'text':'S'")
                        + part("reasoning_text.delta", 0, 0, "'delta':'T'")
                        + part("reasoning_text.done", 0, 0, "'text':'T'")
                        + done(0, item),
                item,
                "reasoning 0/0 S",
                "reasoning 0/0 T",
                "opaque SIGNATURE 0/0 c2ln");
    }

    @Test
    void aRefusalIsNoText() {
        String item = "{'type':'message','content':[{'type':'refusal','refusal':'No.'}]}";
        assertResponse(
                added(0, MESSAGE)
                        + part("refusal.delta", 0, 0, "'delta':'No.'")
                        + part("refusal.done", 0, 0, "'refusal':'No.'")
                        + done(0, item),
                item,
                "refusal 0/0 No.");
    }

    @Test
    void annotationsAreCitationsHandedOutOnce() {
        String item = "{'type':'message','content':[{'type':'output_text','text':'A','annotations':[{'u':1}]}]}";
        assertResponse(
                added(0, MESSAGE)
                        + text(0, 0, "A")
                        + part("output_text.annotation.added", 0, 0, "'annotation_index':0,'annotation':{'u':1}")
                        + done(0, item),
                item,
                "text 0/0 A",
                "opaque CITATION 0/0 {'u':1}");
    }

    @Test
    void soundComesWithItsTranscript() {
        assertResponse(
                event("audio.delta", "'delta':'c25k'")
                        + event("audio.transcript.delta", "'delta':'Hi'")
                        + event("audio.transcript.done", "'x':1")
                        + event("audio.done", "'x':1"),
                "",
                "opaque AUDIO 0/0 c25k",
                "text 0/0 Hi");
    }

    @Test
    void usageComesWithTheEnd() {
        assertDeltas(
                CREATED + event("completed", """
                                "response":{"usage":{"input_tokens":9,\
                                "input_tokens_details":{"cached_tokens":4,"cache_write_tokens":3},\
                                "output_tokens":8,\
                                "output_tokens_details":{"reasoning_tokens":7},"total_tokens":17}}"""),
                STARTED,
                "usage in 9 out 8 total 17 read 4 write 3 reasoning 7",
                "finish 0 STOP completed",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test // D40
    void anIncompleteResponseSaysWhyAndLeavesItsCutCallOpen() {
        String cut = "{'type':'function_call','call_id':'c1','name':'f','status':'incomplete','arguments':'{\\\"a'}";
        assertDeltas(
                CREATED
                        + added(0, CALL)
                        + arguments(0, "{\\\"a")
                        + done(0, cut)
                        + event("incomplete", "'response':{'incomplete_details':{'reason':'max_output_tokens'}}"),
                STARTED,
                "call 0/0 [c1 f]",
                "call 0/0 [ ] {'a",
                "finish 0 LENGTH incomplete:max_output_tokens",
                "terminal",
                "end TERMINAL_EVENT");
        assertDeltas(
                CREATED + event("incomplete", "'response':{'incomplete_details':{'reason':'content_filter'}}"),
                STARTED,
                "finish 0 CONTENT_FILTER incomplete:content_filter",
                "terminal",
                "end TERMINAL_EVENT");
        assertDeltas(
                CREATED + event("incomplete", "'response':{'incomplete_details':null}"),
                STARTED,
                "finish 0 OTHER incomplete",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test
    void aCancelledResponseIsOver() {
        assertDeltas(
                CREATED + event("cancelled", "'response':{'status':'cancelled'}"),
                STARTED,
                "finish 0 CANCELLED cancelled",
                "terminal",
                "end TERMINAL_EVENT");
    }

    @Test
    void aDecoderThatWasResetKnowsNothingOfTheStreamBefore() {
        byte[] bytes = body(CREATED
                        + added(0, CALL)
                        + argumentsDone(0, "{}")
                        + done(0, call("c1", "f", "{}"))
                        + added(1, MESSAGE)
                        + textDone(1, 0, "A")
                        + completed(""))
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        DialectTranscript transcript = new DialectTranscript();
        StreamDecoder decoder = new StreamDecoder(Dialect.OPENAI_RESPONSES, transcript);
        for (int round = 0; round < 2; round++) {
            decoder.feed(bytes, 0, bytes.length);
            decoder.end();
            decoder.reset();
        }
        List<String> once = DialectTranscript.decode(Dialect.OPENAI_RESPONSES, bytes, bytes.length);

        assertEquals(2 * once.size(), transcript.lines().size());
        assertEquals(once, transcript.lines().subList(once.size(), 2 * once.size()));
    }
}
