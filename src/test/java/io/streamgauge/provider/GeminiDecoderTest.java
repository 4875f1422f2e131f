package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comments name entries of the deviation catalogue. */
class GeminiDecoderTest {
    /** Chunks as the service frames them, with carriage returns. */
    private static void assertDeltas(String chunks, String... expected) {
        StringBuilder body = new StringBuilder();
        chunks.lines().forEach(chunk -> body.append("data: ").append(chunk).append("\r\n\r\n"));
        DialectTranscript.assertDeltas(Dialect.GEMINI, body.toString(), expected);
    }

    private static String parts(String parts) {
        return "{'candidates':[{'content':{'role':'model','parts':[" + parts + "]},'index':0}]}\n";
    }

    private static String finish(String reason) {
        return "{'candidates':[{'finishReason':'" + reason + "','index':0}]}\n";
    }

    private static final String STOP = finish("STOP");

    @Test
    void textAndThoughtsAreKeptApart() {
        assertDeltas(
                """
                {'candidates': [{'content': {'parts': [{'text': 'hm','thought': true}],'role': 'model'},'index': 0}],\
                'usageMetadata': {'promptTokenCount': 4,'totalTokenCount': 9,'thoughtsTokenCount': 5},\
                'modelVersion': 'm','responseId': 'r'}
                {'candidates': [{'content': {'parts': [{'text': 'Hé'},{'text': 'llo'}]},'index': 0}]}
                {'candidates': [{'content': {'parts': [{'text': ''}]},'finishReason': 'STOP','index': 0}],\
                'usageMetadata': {'promptTokenCount': 4,'candidatesTokenCount': 3,'totalTokenCount': 12,\
                'cachedContentTokenCount': 2}}
                """,
                "start r m",
                "reasoning 0/0 hm",
                "usage in 4 out -1 total 9 read -1 write -1 reasoning 5",
                "text 0/0 Hé",
                "text 0/0 llo",
                "finish 0 STOP STOP",
                "usage in 4 out 3 total 12 read 2 write -1 reasoning 5",
                "end EOF_AFTER_FINISH");
    }

    @Test
    void candidatesAreChoices() {
        assertDeltas(
                """
                {'candidates':[{'content':{'parts':[{'text':'A'}]},'index':0},\
                {'content':{'parts':[{'text':'B'}]},'index':1}]}
                {'candidates':[{'finishReason':'STOP','index':1},{'finishReason':'MAX_TOKENS','index':0}]}
                """,
                "text 0/0 A",
                "text 1/0 B",
                "finish 1 STOP STOP",
                "finish 0 LENGTH MAX_TOKENS",
                "end EOF_AFTER_FINISH");
    }

    @Test
    void dataAndToolsOfTheProviderAreKept() {
        assertDeltas(
                parts("{'inlineData':{'mimeType':'image/png','data':'aW1n'}},"
                                + "{'inlineData':{'mimeType':'audio/wav','data':'c25k'}}")
                        + parts("{'executableCode':{'language':'PYTHON','code':'1+1'}}")
                        + parts("{'codeExecutionResult':{'outcome':'OUTCOME_OK','output':'2'}}")
                        + parts("{'toolCall':{'id':'t','toolType':'GOOGLE_SEARCH_WEB','args':{'q':1}}}")
                        + parts("{'toolResponse':{'id':'t','toolType':'GOOGLE_SEARCH_WEB'}}")
                        + parts("{'fileData':{'fileUri':'u'}}")
                        + "{'candidates':[{'citationMetadata':{'c':1},'groundingMetadata':{'g':1},"
                        + "'urlContextMetadata':{'u':1}}]}\n"
                        + STOP,
                "opaque IMAGE 0/0 {'mimeType':'image/png','data':'aW1n'}",
                "opaque AUDIO 0/0 {'mimeType':'audio/wav','data':'c25k'}",
                "call 0/0 SERVER [ code_execution] WHOLE {'language':'PYTHON','code':'1+1'}",
                "call-end 0/0",
                "opaque TOOL_RESULT 0/0 {'outcome':'OUTCOME_OK','output':'2'}",
                "call 0/1 SERVER [t GOOGLE_SEARCH_WEB] WHOLE {'q':1}",
                "call-end 0/1",
                "opaque TOOL_RESULT 0/1 {'id':'t','toolType':'GOOGLE_SEARCH_WEB'}",
                "opaque OTHER 0/0 {'fileUri':'u'}",
                "opaque CITATION 0/0 {'c':1}",
                "opaque CITATION 0/0 {'g':1}",
                "opaque OTHER 0/0 {'u':1}",
                "finish 0 STOP STOP",
                "end EOF_AFTER_FINISH");
    }

    @Test // D115
    void candidatesMayHaveNoContentOrNoParts() {
        assertDeltas(
                "{'candidates':[{'index':0}]}\n{'candidates':[{'content':{}}]}\n"
                        + "{'candidates':[{'content':{'parts':null}}]}\n"
                        + parts("{'text':'A'}") + STOP,
                "text 0/0 A",
                "finish 0 STOP STOP",
                "end EOF_AFTER_FINISH");
    }

    @Test // D116
    void aCallThatWentWrongIsAFailureAndSaysWhy() {
        assertDeltas(
                "{'candidates':[{'content':{},'finishReason':'MALFORMED_FUNCTION_CALL',"
                        + "'finishMessage':'Malformed: f('}]}\n",
                "opaque OTHER 0/0 Malformed: f(",
                "finish 0 ERROR MALFORMED_FUNCTION_CALL",
                "end EOF_AFTER_FINISH");
        assertDeltas(finish("UNEXPECTED_TOOL_CALL"), "finish 0 ERROR UNEXPECTED_TOOL_CALL", "end EOF_AFTER_FINISH");
    }

    @Test
    void wordsOfTheFiltersAndUnknownOnesAreKept() {
        assertDeltas(finish("SAFETY"), "finish 0 CONTENT_FILTER SAFETY", "end EOF_AFTER_FINISH");
        assertDeltas(finish("RECITATION"), "finish 0 CONTENT_FILTER RECITATION", "end EOF_AFTER_FINISH");
        assertDeltas(finish("FAKE_ENUM"), "finish 0 OTHER FAKE_ENUM", "end EOF_AFTER_FINISH");
    }

    @Test // D120
    void aSignatureMayStandOnAnEmptyTextOrAlone() {
        assertDeltas(
                parts("{'text':'','thoughtSignature':'cw=='}") + parts("{'thoughtSignature':'dA=='}") + STOP,
                "opaque SIGNATURE 0/0 cw==",
                "opaque SIGNATURE 0/0 dA==",
                "finish 0 STOP STOP",
                "end EOF_AFTER_FINISH");
    }

    @Test // D121
    void anEarlyStopClosesNothing() {
        assertDeltas(
                STOP + parts("{'text':'A'}") + finish("MAX_TOKENS"),
                "finish 0 STOP STOP",
                "text 0/0 A",
                "deviation REPEATED_FINISH in event 2",
                "finish 0 LENGTH MAX_TOKENS",
                "end EOF_AFTER_FINISH");
    }

    @Test // D122
    void countersThatAChunkLeavesOutStay() {
        assertDeltas(
                "{'usageMetadata':{'trafficType':'ON_DEMAND'}}\n"
                        + "{'usageMetadata':{'promptTokenCount':3,'totalTokenCount':3}}\n"
                        + "{'usageMetadata':{'candidatesTokenCount':2,'totalTokenCount':5,'thoughtsTokenCount':null}}\n"
                        + STOP,
                "usage in 3 out -1 total 3 read -1 write -1 reasoning -1",
                "usage in 3 out 2 total 5 read -1 write -1 reasoning -1",
                "finish 0 STOP STOP",
                "end EOF_AFTER_FINISH");
    }

    @Test // D126
    void aBlockedPromptIsFinishedByTheFilter() {
        assertDeltas(
                "{'promptFeedback':{'blockReason':'SAFETY','safetyRatings':[]}}\n",
                "finish 0 CONTENT_FILTER SAFETY",
                "end EOF_AFTER_FINISH");
        assertDeltas(
                "{'candidates':[],'promptFeedback':{'blockReason':'OTHER'}}\n",
                "finish 0 CONTENT_FILTER OTHER",
                "end EOF_AFTER_FINISH");
        assertDeltas("{'promptFeedback':{'safetyRatings':[]}}\n" + STOP, "finish 0 STOP STOP", "end EOF_AFTER_FINISH");
    }

    @Test // D36
    void anAnswerWithoutFinishReasonIsTruncated() {
        assertDeltas(parts("{'text':'A'}"), "text 0/0 A", "end TRUNCATED");
    }

    @Test // D20, D124
    void aLastChunkWithoutItsBlankLineCounts() {
        DialectTranscript.assertDeltas(
                Dialect.GEMINI,
                "data: " + STOP.strip(),
                "deviation UNTERMINATED_EVENT in event 0",
                "finish 0 STOP STOP",
                "end EOF_AFTER_FINISH");
    }

    @Test // D26
    void anErrorPrintedBetweenTheEventsIsAFailure() {
        DialectTranscript.assertDeltas(
                Dialect.GEMINI,
                "data: " + parts("{'text':'A'}") + """

                {
                  'error': {
                    'code': 503,
                    'message': 'overloaded',
                    'status': 'UNAVAILABLE'
                  }
                }
                """,
                "text 0/0 A",
                "deviation PAYLOAD_OUTSIDE_FRAMING in event 1",
                "error [UNAVAILABLE 503] overloaded",
                "end ERROR");
    }

    @Test
    void anErrorEventIsAFailure() {
        assertDeltas(
                parts("{'text':'A'}") + "{'error':{'code':500,'message':'internal','status':'INTERNAL'}}\n",
                "text 0/0 A",
                "error [INTERNAL 500] internal",
                "end ERROR");
    }

    @Test // D50
    void anErrorInAnArrayOfOneIsAFailure() {
        String error = "{'error':{'code':429,'message':'quota','status':'RESOURCE_EXHAUSTED'}}";
        assertDeltas("[" + error + "]\n", "error [RESOURCE_EXHAUSTED 429] quota", "end ERROR");
        DialectTranscript.assertDeltas(
                Dialect.GEMINI, "[" + error + "]\n", "error [RESOURCE_EXHAUSTED 429] quota", "end ERROR");
        DialectTranscript.assertDeltas(
                Dialect.GEMINI_JSON_ARRAY, "[" + error + "]\n", "error [RESOURCE_EXHAUSTED 429] quota", "end ERROR");
    }

    @Test // D123
    void anArrayIsReadWhicheverFramingWasAskedFor() {
        String array = "[" + parts("{'text':'A'}").strip() + "\n,\r\n" + STOP.strip() + "\n]";
        String[] deltas = {"text 0/0 A", "finish 0 STOP STOP", "end EOF_AFTER_FINISH"};

        DialectTranscript.assertDeltas(Dialect.GEMINI_JSON_ARRAY, array, deltas);
        DialectTranscript.assertDeltas(Dialect.GEMINI, array, deltas);
        DialectTranscript.assertDeltas(Dialect.GEMINI, "\r\n " + array, deltas);
        DialectTranscript.assertDeltas(
                Dialect.GEMINI_JSON_ARRAY, "data: " + parts("{'text':'A'}") + "\ndata: " + STOP + "\n", deltas);
    }

    @Test // D31
    void aCharacterCutBetweenTwoChunksIsPutTogether() {
        assertDeltas(
                parts("{'text':'A\\ud83d'}") + parts("{'text':'\\ude00B'}") + STOP,
                "text 0/0 A",
                "text 0/0 \uD83D\uDE00B",
                "finish 0 STOP STOP",
                "end EOF_AFTER_FINISH");
    }

    @Test
    void manyCandidatesShareTheLastCountOfCalls() {
        assertDeltas(
                "{'candidates':[{'index':2147483647,'content':{'parts':[{'functionCall':{'name':'f','args':{}}}]}}]}\n",
                "call 63/0 [ f] WHOLE {}",
                "call-end 63/0",
                "end TRUNCATED");
    }

    @Test
    void aDecoderThatWasResetKnowsNothingOfTheStreamBefore() {
        byte[] body = ("data: " + parts("{'functionCall':{'id':'a','name':'f','args':{}}}") + "\ndata: " + STOP + "\n")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        DialectTranscript transcript = new DialectTranscript();
        StreamDecoder decoder = new StreamDecoder(Dialect.GEMINI, transcript);
        for (int round = 0; round < 2; round++) {
            decoder.feed(body, 0, body.length);
            decoder.end();
            decoder.reset();
        }
        List<String> once = DialectTranscript.decode(Dialect.GEMINI, body, body.length);

        assertEquals(2 * once.size(), transcript.lines().size());
        assertEquals(once, transcript.lines().subList(once.size(), 2 * once.size()));
    }
}
