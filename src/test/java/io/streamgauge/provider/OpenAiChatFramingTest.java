package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What chat servers do to lines and events, seen from the far side of the decoder. */
class OpenAiChatFramingTest {
    private static final List<String> ORDERLY =
            List.of("text 0/0 \"a\"", "text 0/0 \"b\"", "finish 0 STOP stop", "end SENTINEL");

    private static final String A = "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}";
    private static final String B =
            "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"b\"},\"finish_reason\":\"stop\"}]}";

    // D01, D02, D03, D04, D06, D08, D12, D13, D14, D21, D27
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: A\n\ndata: B\n\ndata: [DONE]\n\n",
                "data:A\n\ndata:B\n\ndata:[DONE]\n\n",
                "data: A\r\n\r\ndata: B\r\n\r\ndata: [DONE]\r\n\r\n",
                "data: A\r\rdata: B\r\rdata: [DONE]\r\r",
                ": PROCESSING\n\n: \n\ndata: A\n\n: keep-alive\n\ndata: B\n\ndata: [DONE]\n\n: 408\n",
                "id: 1\nevent: message\ndata: A\n\ndata: B\nevent: message\n\ndata: [DONE]\n\n",
                "\uFEFFdata: A\n\ndata: B\n\ndata: [DONE]\n\n",
                "retry: 3000\n\ndata: A\n\nevent: x\n\nid: 4\n\ndata: B\n\nunknown: field\ndata: [DONE]\n\n"
            })
    void linesMayBeWrittenInManyWays(String stream) {
        DeltaLog log = decode(stream.replace("A", A).replace("B", B));

        assertEquals(ORDERLY, log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D12
    @Test
    void onePayloadMayStandOnSeveralLines() {
        String several = B.replace("\"delta\"", "\ndata: \"delta\"");

        assertEquals(
                ORDERLY,
                decode("data: " + A + "\n\ndata: " + several + "\n\ndata: [DONE]\n\n")
                        .deltas());
    }

    // D07, D10, D11
    @ParameterizedTest
    @ValueSource(strings = {"data", "data: ", "data: : PROCESSING", "data: null", "data:null"})
    void aHeartbeatThatIsAnEventIsNoContent(String heartbeat) {
        DeltaLog log = decode("data: " + A + "\n\n" + heartbeat + "\n\ndata: " + B + "\n\ndata: [DONE]\n\n");

        assertEquals(ORDERLY, log.deltas());
        assertEquals(List.of("HEARTBEAT_AS_DATA"), log.deviations());
    }

    // D02
    @ParameterizedTest
    @ValueSource(strings = {"data: [DONE] bye", "data: [DONE]x", "data: [DONE]\ndata: more"})
    void aSentinelWithATrailerIsOne(String sentinel) {
        DeltaLog log = decode("data: " + A + "\n\ndata: " + B + "\n\n" + sentinel + "\n\n");

        assertEquals(ORDERLY, log.deltas());
        assertEquals(List.of("SENTINEL_WITH_TRAILER"), log.deviations());
    }

    @Test
    void blanksAroundTheSentinelAreNoTrailer() {
        DeltaLog log = decode("data: " + A + "\n\ndata: " + B + "\n\ndata:   [DONE] \n\n");

        assertEquals(ORDERLY, log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D20
    @Test
    void aLastEventWithoutItsBlankLineCounts() {
        for (String ending : List.of("", "\n")) {
            DeltaLog log = decode("data: " + A + "\n\ndata: " + B + ending);

            assertEquals(
                    List.of("text 0/0 \"a\"", "text 0/0 \"b\"", "finish 0 STOP stop", "end EOF_AFTER_FINISH"),
                    log.deltas());
            assertEquals(List.of("UNTERMINATED_EVENT"), log.deviations());
        }
    }

    // D05
    @Test
    void otherLineSeparatorsAreText() {
        assertEquals(
                "text 0/0 \"1\u20282\u20293\u00854\"",
                decode("data: " + A.replace("\"a\"", "\"1\u20282\u20293\u00854\"") + "\n\n")
                        .deltas()
                        .get(0));
    }

    private static DeltaLog decode(String body) {
        return Cuts.decode(Dialect.OPENAI_CHAT, body);
    }
}
