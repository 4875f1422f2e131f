package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures in place of a stream, in the middle of one, and beside what was said. */
class OpenAiChatErrorsTest {
    private static final String SAID = """
            data: {"choices":[{"index":0,"delta":{"content":"a"}}]}

            """;

    // D43
    @Test
    void anErrorEndsAStreamAndWhatWasSaidStays() {
        DeltaLog log = decode(SAID + """
                data: {"error":{"message":"overloaded","type":"server_error","param":null,"code":503}}

                """);

        assertEquals(
                List.of(
                        "text 0/0 \"a\"",
                        "error type=server_error code=503 message=overloaded raw="
                                + "{\"message\":\"overloaded\",\"type\":\"server_error\",\"param\":null,\"code\":503}",
                        "end ERROR"),
                log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    // D44
    @Test
    void whatStandsBesideAnErrorIsHandedOutBehindIt() {
        DeltaLog log = decode("""
                data: {"error":{"code":400,"message":"Token limit reached"},"choices":[{"index":0,"delta":\
                {"content":"a"},"finish_reason":"length"}],"usage":{"total_tokens":3}}

                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "error type= code=400 message=Token limit reached raw="
                                + "{\"code\":400,\"message\":\"Token limit reached\"}",
                        "text 0/0 \"a\"",
                        "finish 0 LENGTH length",
                        "usage input -1, output -1, total 3, cache read -1, cache write -1, reasoning -1",
                        "end ERROR"),
                log.deltas());
    }

    @Test
    void anErrorMayStandWithinAChoice() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"},"error":{"code":502,"message":"gone"},\
                "finish_reason":"error"}]}

                """);

        assertEquals(
                List.of(
                        "text 0/0 \"a\"",
                        "error type= code=502 message=gone raw={\"code\":502,\"message\":\"gone\"}",
                        "finish 0 ERROR error",
                        "end ERROR"),
                log.deltas());
    }

    @Test
    void anErrorMayStandInAVendorsOwnCorner() {
        DeltaLog log = decode(SAID + """
                data: {"choices":[],"x_groq":{"id":"r","error":"over_capacity"}}

                """);

        assertEquals(
                List.of("text 0/0 \"a\"", "error type= code= message=over_capacity raw=over_capacity", "end ERROR"),
                log.deltas());
    }

    // D46
    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "{}", "[]", "false"})
    void anErrorThatSaysNothingIsNone(String error) {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"},"error":%s}],"error":%s}

                """.formatted(error, error));

        assertEquals(List.of("text 0/0 \"a\"", "end TRUNCATED"), log.deltas());
    }

    // D15
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":{\"message\":\"m\",\"code\":\"tool_use_failed\"}} | code=tool_use_failed message=m",
                "{\"message\":\"m\",\"code\":7} | code=7 message=m",
                "\"m\" | code= message=m",
                "upstream gone | code= message=upstream gone"
            })
    void anEventThatIsCalledAnErrorIsOne(String data, String told) {
        DeltaLog log = decode(SAID + "event: error\ndata: " + data + "\n\n");

        String error = log.deltas().get(1);
        assertEquals("error type= " + told, error.substring(0, error.indexOf(" raw=")));
        assertEquals("end ERROR", log.deltas().get(2));
    }

    // D128, and the form of vLLM before 2025 and of Mistral
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"out of memory\",\"error_type\":\"validation\"} | type= code= message=out of memory",
                "{\"object\":\"error\",\"message\":\"m\",\"type\":\"t\",\"code\":400} | type=t code=400 message=m"
            })
    void otherFormsOfErrorsAreUnderstood(String data, String told) {
        DeltaLog log = decode("data: " + data + "\n\n");

        String error = log.deltas().get(0);
        assertEquals("error " + told, error.substring(0, error.indexOf(" raw=")));
        assertEquals("end ERROR", log.deltas().get(1));
    }

    // D16
    @Test
    void anErrorThatIsAFieldOfItsOwnIsHeard() {
        DeltaLog log = decode(SAID + """
                error: {"detail":"failed to decode","error":{"message":"failed to decode"}}

                """);

        assertEquals(
                List.of(
                        "text 0/0 \"a\"",
                        "error type= code= message=failed to decode raw={\"message\":\"failed to decode\"}",
                        "end ERROR"),
                log.deltas());
        assertEquals(List.of("PAYLOAD_OUTSIDE_FRAMING"), log.deviations());
    }

    // D25, D26
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"m\",\"code\":\"c\"}}",
                "{\n  \"error\": {\n    \"message\": \"m\",\n    \"code\": \"c\"\n  }\n}",
                "{\n  \"error\": {\n    \"message\": \"m\",\n    \"code\": \"c\"\n  }\n}\n"
            })
    void anErrorOutsideTheFramingIsHeard(String body) {
        for (String before : List.of("", SAID)) {
            List<String> deltas = decode(before + body).deltas();

            String error = deltas.get(deltas.size() - 2);
            assertEquals("error type= code=c message=m", error.substring(0, error.indexOf(" raw=")));
            assertEquals("end ERROR", deltas.get(deltas.size() - 1));
        }
    }

    // D25
    @Test
    void aPageOfAProxyIsReportedByItsBeginning() {
        DeltaLog log = decode("""
                <html>
                <head><title>502: Bad Gateway</title></head>
                </html>
                """);

        assertEquals(
                List.of(
                        "error type= code= message= raw="
                                + "<html>\n<head><title>502: Bad Gateway</title></head>\n</html>",
                        "end ERROR"),
                log.deltas());
    }

    @Test
    void ofALongPageOnlyTheBeginningIsKept() {
        String page = "<p>" + "x".repeat(2 * ForeignPage.MAX_BYTES) + "\n<p>more\n";
        DeltaLog log = new DeltaLog();
        byte[] bytes = Cuts.bytes(page);
        Cuts.feedInFragments(new StreamDecoder(Dialect.OPENAI_CHAT, log), bytes, bytes.length);

        assertEquals(
                "error type= code= message= raw=" + page.substring(0, ForeignPage.MAX_BYTES),
                log.deltas().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "data", "data: {\"choices\":[", ": comment", "id: 7\n"})
    void aBodyThatWasCutAtItsBeginningIsTruncatedAndNoError(String body) {
        List<String> deltas = decode(body).deltas();

        assertEquals("end TRUNCATED", deltas.get(deltas.size() - 1));
    }

    // D37
    @Test
    void anErrorBehindTheSentinelChangesNothing() {
        DeltaLog log = decode("""
                data: {"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":"stop"}]}

                data: [DONE]

                data: {"error":{"message":"late"}}

                """);

        assertEquals(List.of("text 0/0 \"a\"", "finish 0 STOP stop", "end SENTINEL"), log.deltas());
        assertEquals(List.of("EVENT_AFTER_END"), log.deviations());
    }

    @Test
    void anEventThatIsNoJsonIsPassedOver() {
        DeltaLog log = decode(SAID + "data: {\"choices\":[{]\n\n" + SAID);

        assertEquals(List.of("text 0/0 \"a\"", "text 0/0 \"a\"", "end TRUNCATED"), log.deltas());
        assertEquals(List.of("MALFORMED_JSON"), log.deviations());
    }

    private static DeltaLog decode(String body) {
        return Cuts.decode(Dialect.OPENAI_CHAT, body);
    }
}
