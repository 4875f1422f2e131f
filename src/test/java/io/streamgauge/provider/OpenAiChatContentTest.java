package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a delta of a chat completion says: text, reasoning, refusals and payloads, in all the forms that servers use.
 */
class OpenAiChatContentTest {
    // D76
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reasoning_content\":\"why\"}",
                "{\"reasoning\":\"why\"}",
                "{\"reasoning_content\":null,\"reasoning\":\"why\"}",
                "{\"reasoning\":null,\"reasoning_content\":\"why\",\"content\":null}",
                "{\"reasoning_content\":\"\",\"reasoning\":\"why\"}",
                "{\"reasoning_content\":\"why\",\"reasoning\":\"why\"}",
                "{\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"why\",\"index\":0}]}",
                "{\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"why\"}]}",
                "{\"reasoning\":\"why\",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"why\"}]}",
                "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"why\"}]}]}",
                "{\"content\":[{\"type\":\"thinking\",\"thinking\":\"why\",\"closed\":true}]}"
            })
    void reasoningIsHeardOnceInEveryForm(String delta) {
        assertEquals(List.of("reasoning 0/0 \"why\""), deltas(delta));
    }

    @Test
    void reasoningComesBeforeTextOfTheSameDelta() {
        assertEquals(
                List.of("reasoning 0/0 \"why\"", "text 0/0 \"so\""),
                deltas("{\"content\":\"so\",\"reasoning_content\":\"why\"}"));
    }

    @Test
    void proofsOfReasoningAreKept() {
        assertEquals(List.of("opaque SIGNATURE 0/0 c2ln", "opaque SIGNATURE 0/0 ZGF0YQ"), deltas("""
                        {"reasoning":null,"reasoning_details":[
                        {"type":"reasoning.text","text":"","signature":"c2ln"},
                        {"type":"reasoning.encrypted","data":"ZGF0YQ"}]}"""));
    }

    // D56
    @Test
    void typedPartsAreReadInTheirOrder() {
        assertEquals(
                List.of(
                        "reasoning 0/0 \"hm\"",
                        "text 0/0 \"a\"",
                        "text 0/0 \"b\"",
                        "opaque CITATION 0/0 {\"type\":\"reference\",\"reference_ids\":[1]}",
                        "opaque IMAGE 0/0 {\"type\":\"image_url\",\"image_url\":\"u\"}",
                        "opaque OTHER 0/0 {\"type\":\"new\"}",
                        "refusal 0/0 \"no\""),
                deltas("""
                        {"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"},{"type":"tool"}]},\
                        {"type":"text","text":"a"},"b",{"type":"reference","reference_ids":[1]},\
                        {"type":"image_url","image_url":"u"},{"type":"new"},null,7,\
                        {"type":"refusal","refusal":"no"}]}"""));
    }

    @Test
    void aSinglePartMayStandForItsList() {
        assertEquals(List.of("text 0/0 \"a\""), deltas("{\"content\":{\"type\":\"text\",\"text\":\"a\"}}"));
    }

    @Test
    void refusalsAreNoText() {
        assertEquals(List.of("refusal 0/0 \"I'm sorry\""), deltas("{\"content\":null,\"refusal\":\"I'm sorry\"}"));
    }

    @Test
    void spokenWordsAreTextAndSoundIsKept() {
        assertEquals(
                List.of("text 0/0 \"Hi\"", "opaque AUDIO 0/0 UklGRg"),
                deltas("{\"content\":null,\"audio\":{\"id\":\"a\",\"transcript\":\"Hi\",\"data\":\"UklGRg\"}}"));
    }

    @Test
    void whatIsNotForPeopleIsKeptAsItStands() {
        assertEquals(
                List.of(
                        "text 0/0 \"a\"",
                        "opaque CITATION 0/0 {\"type\":\"url_citation\"}",
                        "opaque IMAGE 0/0 {\"image_url\":{\"url\":\"data:\"}}",
                        "opaque TOOL_RESULT 0/0 {\"type\":\"search\"}"),
                deltas("""
                        {"content":"a","annotations":[{"type":"url_citation"}],\
                        "images":[{"image_url":{"url":"data:"}}],"executed_tools":[{"type":"search"}]}"""));
    }

    // D77
    @ParameterizedTest
    @ValueSource(strings = {"reasoning", "reasoning_content"})
    void theSameWordsTwiceAreNoticed(String field) {
        DeltaLog log = decode("{\"content\":\"a\",\"" + field + "\":\"a\"}");

        assertEquals(List.of("SAME_TEXT_TWICE"), log.deviations());
    }

    // D91h
    @Test
    void argumentsThatLeakIntoTheTextAreNoticed() {
        DeltaLog log = decode("""
                {"content":"{\\"a\\":","tool_calls":[{"index":0,"function":{"arguments":"{\\"a\\":"}}]}""");

        assertEquals(List.of("SAME_TEXT_TWICE"), log.deviations());
    }

    // D31
    @Test
    void anEmojiCutInHalfIsPutTogether() {
        DeltaLog log = Cuts.decode(Dialect.OPENAI_CHAT, """
                data: {"choices":[{"index":0,"delta":{"content":"a\\ud83d","reasoning":"r\\ud83d"}}]}

                data: {"choices":[{"index":0,"delta":{"reasoning":"\\ude01s"}}]}

                data: {"choices":[{"index":1,"delta":{"content":"z"}}]}

                data: {"choices":[{"index":0,"delta":{"content":""}}]}

                data: {"choices":[{"index":0,"delta":{"content":"\\ude00b","tool_calls":[{"index":0,\
                "function":{"arguments":"\\ud83d"}}]}}]}

                data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,\
                "function":{"arguments":"\\ude00"}}]}}]}

                """);

        assertEquals(
                List.of(
                        "reasoning 0/0 \"r\"",
                        "text 0/0 \"a\"",
                        "reasoning 0/0 \"😁s\"",
                        "text 1/0 \"z\"",
                        "text 0/0 \"😀b\"",
                        "tool 0/0 id= name= arguments=",
                        "tool 0/0 id= name= arguments=😀",
                        "end TRUNCATED"),
                log.deltas());
    }

    // D31: the other half never comes
    @Test
    void aHalfWithoutItsOtherHalfIsReplacedNotLost() {
        DeltaLog log = Cuts.decode(Dialect.OPENAI_CHAT, """
                data: {"choices":[{"index":0,"delta":{"content":"a\\ud83d"}}]}

                data: {"choices":[{"index":0,"delta":{"content":"b\\ud83d"},"finish_reason":"stop"}]}

                data: [DONE]

                """);

        assertEquals(
                List.of(
                        "text 0/0 \"a\"",
                        "text 0/0 \"\uFFFDb\"",
                        "finish 0 STOP stop",
                        "text 0/0 \"\uFFFD\"",
                        "end SENTINEL"),
                log.deltas());
    }

    @ParameterizedTest
    @ValueSource(ints = {SurrogateJoiner.MAX_HELD - 1, SurrogateJoiner.MAX_HELD, SurrogateJoiner.MAX_HELD + 1})
    void onlySoManyHalvesAreHeldBack(int choices) {
        String body = IntStream.range(0, choices)
                .mapToObj("{\"index\":%d,\"delta\":{\"content\":\"a\\ud83d\"}}"::formatted)
                .collect(Collectors.joining(",", "data: {\"choices\":[", "]}\n\n"));

        DeltaLog log = new DeltaLog();
        Cuts.feedRandomly(new StreamDecoder(Dialect.OPENAI_CHAT, log), Cuts.bytes(body), 1);
        List<String> deltas = log.deltas();

        int given = Math.max(0, choices - SurrogateJoiner.MAX_HELD);
        List<String> said = deltas.subList(0, choices);
        assertEquals(
                given,
                said.stream().filter(line -> line.endsWith("\"a\uFFFD\"")).count());
        assertEquals(
                choices - given,
                said.stream().filter(line -> line.endsWith("\"a\"")).count());
        assertEquals(choices - given, deltas.size() - choices - 1, "halves given up at the end");
    }

    // D32
    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void numbersThatAreNoneDoNotHideTheText(String number) {
        DeltaLog log = Cuts.decode(Dialect.OPENAI_CHAT, """
                data: {"choices":[{"index":0,"delta":{"content":"a"},"logprobs":{"content":[{"token":"a",\
                "logprob":%s}]}}]}

                """.formatted(number));

        assertEquals(List.of("text 0/0 \"a\"", "end TRUNCATED"), log.deltas());
        assertEquals(List.of("NON_FINITE_NUMBER"), log.deviations());
    }

    // D19: a server that speaks Latin-1, in which é is a lone lead byte
    @Test
    void bytesThatAreNoTextAreReplacedAndNoticed() {
        String body = """
                data: {"choices":[{"index":0,"delta":{"content":"né","annotations":[{"title":"é"}],"tool_calls":[\
                {"index":0,"function":{"name":"é","arguments":{"x":"é"}}}]}}]}

                event: error
                data: désolé

                """;

        DeltaLog log = Cuts.decode(Dialect.OPENAI_CHAT, body.getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(
                List.of(
                        "text 0/0 \"n\uFFFD\"",
                        "tool 0/0 id= name=\uFFFD arguments={\"x\":\"\uFFFD\"} WHOLE",
                        "opaque CITATION 0/0 {\"title\":\"\uFFFD\"}",
                        "error type= code= message=d\uFFFDsol\uFFFD raw=d\uFFFDsol\uFFFD",
                        "end ERROR"),
                log.deltas());
        assertEquals(List.of("ILL_FORMED_UTF8", "TOOL_ARGUMENTS_AS_OBJECT", "MALFORMED_JSON"), log.deviations());
    }

    // D28, D78
    @Test
    void paddingAndRepeatedMetadataArePassedOver() {
        DeltaLog log = Cuts.decode(Dialect.OPENAI_CHAT, """
                data: {"p":"abc","obfuscation":"xyz","citations":["u"],"search_results":[{"title":"t"}],\
                "choices":[{"index":0,"delta":{"content":"a","token_id":3}}]   }

                """);

        assertEquals(List.of("text 0/0 \"a\"", "end TRUNCATED"), log.deltas());
        assertEquals(List.of(), log.deviations());
    }

    private static List<String> deltas(String delta) {
        List<String> all = decode(delta).deltas();
        return all.subList(0, all.size() - 1);
    }

    private static DeltaLog decode(String delta) {
        String line = delta.replace("\n", "\ndata: ");
        return Cuts.decode(Dialect.OPENAI_CHAT, "data: {\"choices\":[{\"index\":0,\"delta\":" + line + "}]}\n\n");
    }
}
