package io.streamgauge.provider;

import org.junit.jupiter.api.Test;

/** The comments name entries of the deviation catalogue. */
class GeminiCallsTest {
    private static void assertCalls(String chunks, String... expected) {
        StringBuilder body = new StringBuilder();
        chunks.lines().forEach(chunk -> body.append("data: ").append(chunk).append("\r\n\r\n"));
        DialectTranscript.assertDeltas(Dialect.GEMINI, body.toString(), expected);
    }

    /** One chunk with one part that holds a call. */
    private static String call(String call) {
        return "{'candidates':[{'content':{'parts':[{'functionCall':{" + call + "}}]}}]}\n";
    }

    private static String piece(String path, String value) {
        return call("'partialArgs':[{'jsonPath':'" + path + "'," + value + "}],'willContinue':true");
    }

    private static final String STOP = "{'candidates':[{'finishReason':'STOP'}]}\n";
    private static final String FINISHED = "finish 0 STOP STOP";
    private static final String END = "end EOF_AFTER_FINISH";

    @Test // D117, D118
    void callsWithoutIdAreNumberedAsTheyCome() {
        assertCalls(
                call("'name':'f','args':{'a': 1}") + call("'name':'f','args':{'a': 1}")
                        + "{'candidates':[{'content':{'parts':[{'functionCall':{'name':'g','args':{}}},"
                        + "{'functionCall':{'id':'x','name':'g'}}]}}]}\n"
                        + STOP,
                "call 0/0 [ f] WHOLE {'a': 1}",
                "call-end 0/0",
                "call 0/1 [ f] WHOLE {'a': 1}",
                "call-end 0/1",
                "call 0/2 [ g] WHOLE {}",
                "call-end 0/2",
                "call 0/3 [x g]",
                "call-end 0/3",
                FINISHED,
                END);
    }

    @Test // D119
    void aCallThatComesTwiceIsOneAndItsFirstSignatureStays() {
        assertCalls(
                "{'candidates':[{'content':{'parts':["
                        + "{'functionCall':{'id':'a','name':'f','args':{}},'thoughtSignature':'cw=='},"
                        + "{'functionCall':{'id':'b','name':'f','args':{}}}]}}]}\n"
                        + call("'id':'a','name':'f','args':{}") + STOP,
                "call 0/0 [a f] WHOLE {}",
                "call-end 0/0",
                "opaque SIGNATURE 0/0 cw==",
                "call 0/1 [b f] WHOLE {}",
                "call-end 0/1",
                FINISHED,
                END);
    }

    @Test
    void streamedArgumentsAreFragmentsOfTheTextTheyMake() {
        assertCalls(
                call("'name':'f','willContinue':true")
                        + piece("$.a.b[0].c", "'stringValue':'x','willContinue':true")
                        + piece("$.a.b[0].c", "'stringValue':'\\u00e9\\n','willContinue':true")
                        + piece("$.a.b[0].c", "'stringValue':''")
                        + piece("$.a.b[0].d", "'numberValue':1.5")
                        + piece("$.a.b[1]", "'boolValue':true")
                        + call("'willContinue':true")
                        + piece("$.e", "'nullValue':null")
                        + call("")
                        + STOP,
                "call 0/0 [ f]",
                "call 0/0 [ ] {'a':{'b':[{'c':'x",
                "call 0/0 [ ] \\u00e9\\n",
                "call 0/0 [ ] ','d':1.5",
                "call 0/0 [ ] },true",
                "call 0/0 [ ] ]},'e':null",
                "call 0/0 [ ] }",
                "call-end 0/0",
                FINISHED,
                END);
    }

    @Test
    void severalPiecesOfOneChunkAreOneFragment() {
        assertCalls(
                call("'name':'f','partialArgs':[{'jsonPath':'$.a','stringValue':'x'},"
                        + "{'jsonPath':'$.b','boolValue':false}]"),
                "call 0/0 [ f]",
                "call 0/0 [ ] {'a':'x','b':false",
                "call 0/0 [ ] }",
                "call-end 0/0",
                "end TRUNCATED");
    }

    @Test
    void argumentsOutOfOrderAreReplacedByTheWholeAtTheEnd() {
        assertCalls(
                call("'name':'f','willContinue':true")
                        + piece("$.a.x", "'stringValue':'1','willContinue':true")
                        + piece("$.b", "'numberValue':2")
                        + piece("$.a.y", "'boolValue':true")
                        + piece("$.a.x", "'stringValue':'3'")
                        + piece("$.b", "'numberValue':4")
                        + piece("$.c[1]", "'numberValue':6")
                        + piece("$.c[0]", "'numberValue':5")
                        + call("")
                        + STOP,
                "call 0/0 [ f]",
                "call 0/0 [ ] {'a':{'x':'1",
                "call 0/0 [ ] '},'b':2",
                "call 0/0 [ ] WHOLE {'a':{'x':'13','y':true},'b':4,'c':[5,6]}",
                "call-end 0/0",
                FINISHED,
                END);
    }

    @Test // D125
    void theNextCallAndTheFinishEndArgumentsThatWereNotEnded() {
        assertCalls(
                call("'name':'f','willContinue':true")
                        + piece("$.a", "'stringValue':'x'")
                        + call("'name':'g','willContinue':true")
                        + piece("$.b", "'stringValue':'y','willContinue':true")
                        + STOP,
                "call 0/0 [ f]",
                "call 0/0 [ ] {'a':'x",
                "deviation UNCLOSED_BLOCK in event 2",
                "call 0/0 [ ] '}",
                "call-end 0/0",
                "call 0/1 [ g]",
                "call 0/1 [ ] {'b':'y",
                "deviation UNCLOSED_BLOCK in event 4",
                "call 0/1 [ ] '}",
                "call-end 0/1",
                FINISHED,
                END);
    }

    @Test // D36
    void argumentsThatAreCutOffHaveNoEnd() {
        assertCalls(
                call("'name':'f','willContinue':true") + piece("$.a", "'stringValue':'x','willContinue':true"),
                "call 0/0 [ f]",
                "call 0/0 [ ] {'a':'x",
                "end TRUNCATED");
    }

    @Test
    void aStreamedCallWithoutArgumentsHasNone() {
        assertCalls(
                call("'name':'f','willContinue':true") + call("") + STOP,
                "call 0/0 [ f]",
                "call-end 0/0",
                FINISHED,
                END);
    }

    @Test
    void anEmptyCallThatEndsNothingSaysNothing() {
        assertCalls(call("'name':'f'") + call("") + STOP, "call 0/0 [ f]", "call-end 0/0", FINISHED, END);
    }

    @Test
    void piecesOfACallThatWasNotBegunBeginIt() {
        assertCalls(
                piece("$.a", "'numberValue':1") + call("") + STOP,
                "deviation UNANNOUNCED_BLOCK in event 0",
                "call 0/0 [ ] {'a':1",
                "call 0/0 [ ] }",
                "call-end 0/0",
                FINISHED,
                END);
    }

    @Test
    void aStreamedCallMayRepeatItsIdAndName() {
        assertCalls(
                call("'id':'a','name':'f','willContinue':true")
                        + call("'id':'a','name':'f','willContinue':true,"
                                + "'partialArgs':[{'jsonPath':'$.x','numberValue':1}]")
                        + call("'id':'a','name':'f'")
                        + STOP,
                "call 0/0 [a f]",
                "call 0/0 [ ] {'x':1",
                "call 0/0 [ ] }",
                "call-end 0/0",
                FINISHED,
                END);
    }

    @Test
    void argumentsAsTextAreTakenAsTheyAre() {
        assertCalls(call("'name':'f','args':'{}'") + STOP, "call 0/0 [ f] WHOLE {}", "call-end 0/0", FINISHED, END);
    }
}
