package io.streamgauge.accumulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.delta.ToolCallDelta.Form;
import io.streamgauge.delta.ToolCallDelta.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ToolCallAccumulatorTest {
    private static final int NO_INDEX = ToolCallDelta.NO_INDEX;

    private final ToolCallAccumulator calls = new ToolCallAccumulator();

    private void piece(int index, String id, String name, String arguments) {
        piece(calls, index, id, name, arguments, Form.FRAGMENT, Kind.FUNCTION);
    }

    private void whole(int index, String id, String name, String arguments) {
        piece(calls, index, id, name, arguments, Form.WHOLE, Kind.FUNCTION);
    }

    private static void piece(
            ToolCallAccumulator calls, int index, String id, String name, String arguments, Form form, Kind kind) {
        ToolCallDelta delta = new ToolCallDelta().begin(0, index).form(form).kind(kind);
        delta.id().wrap(ByteSlice.ofUtf8(id));
        delta.name().wrap(ByteSlice.ofUtf8(name));
        delta.arguments().wrap(ByteSlice.ofUtf8(arguments));
        calls.onToolCall(delta);
    }

    private List<String> ended() {
        calls.onFinish(0, FinishReason.TOOL_CALLS, ByteSlice.ofUtf8("tool_calls"));
        calls.onEnd(EndReason.SENTINEL);
        return calls.toolCalls(0).stream()
                .map(call -> call.id() + "|" + call.name() + "|" + call.argumentsJson() + "|" + call.status())
                .toList();
    }

    @Test
    void fragmentsOfOneIndexAreOneCall() {
        piece(0, "c1", "weather", "");
        piece(0, "", "", "{\"city\":");
        piece(0, "", "", "\"Paris\"}");
        assertEquals(List.of("c1|weather|{\"city\":\"Paris\"}|VALID"), ended());
        assertEquals(Map.of(), calls.deviations());
    }

    @Test
    void fragmentsOfTwoIndexesMayInterleave() {
        piece(0, "a", "f", "{\"x\"");
        piece(1, "b", "g", "{\"y\"");
        piece(0, "", "", ":1}");
        piece(1, "", "", ":2}");
        assertEquals(List.of("a|f|{\"x\":1}|VALID", "b|g|{\"y\":2}|VALID"), ended());
    }

    @Test
    void repeatingIdAndNameSaysNothing() {
        piece(0, "a", "f", "{\"x\"");
        piece(0, "a", "f", ":1");
        piece(0, "a", "f", "}");
        assertEquals(List.of("a|f|{\"x\":1}|VALID"), ended());
        assertEquals(Map.of(), calls.deviations());
    }

    @Test
    void anotherIdWithoutANameGoesOnWithTheCall() {
        piece(0, "a", "f", "{\"x\"");
        piece(0, "b", "", ":1}");
        assertEquals(List.of("a|f|{\"x\":1}|VALID"), ended());
        assertEquals(Map.of(Deviation.CHANGED_TOOL_CALL, 1), calls.deviations());
    }

    @Test
    void anotherIdAndANameUnderOneIndexBeginAnotherCall() {
        piece(0, "a", "f", "{}");
        piece(0, "b", "f", "{\"x\"");
        piece(0, "", "", ":1}");
        assertEquals(List.of("a|f|{}|VALID", "b|f|{\"x\":1}|VALID"), ended());
        assertEquals(Map.of(Deviation.SHARED_TOOL_CALL_INDEX, 1), calls.deviations());
    }

    @Test
    void aNameBehindWholeArgumentsBeginsAnotherCallUnderOneIndex() {
        piece(0, "", "f", "{\"x\":");
        piece(0, "", "", "[1]}");
        piece(0, "", "g", "{\"y\":2}");
        assertEquals(List.of("|f|{\"x\":[1]}|VALID", "|g|{\"y\":2}|VALID"), ended());
    }

    @Test
    void wholeObjectsUnderOneIndexAreSeveralCalls() {
        whole(0, "", "f", "{\"x\":1}");
        whole(0, "", "f", "{\"x\":2}");
        assertEquals(List.of("|f|{\"x\":1}|VALID", "|f|{\"x\":2}|VALID"), ended());
    }

    @Test
    void sayingTheSameWholeArgumentsAgainIsNoOtherCall() {
        piece(0, "a", "f", "{\"x\":");
        piece(0, "", "", "1}");
        whole(0, "", "f", "{\"x\":1}");
        whole(0, "a", "f", "{\"x\":1}");
        assertEquals(List.of("a|f|{\"x\":1}|VALID"), ended());
    }

    @Test
    void aChangedNameAmidArgumentsIsADeviationAndNoCall() {
        piece(0, "a", "f", "{\"x\"");
        piece(0, "", "g", ":1}");
        assertEquals(List.of("a|f|{\"x\":1}|VALID"), ended());
        assertEquals(Map.of(Deviation.CHANGED_TOOL_CALL, 1), calls.deviations());
    }

    @Test
    void argumentsMayComeBeforeTheName() {
        piece(0, "", "", "{\"x\"");
        piece(0, "", "", ":1}");
        piece(0, "a", "f", "");
        assertEquals(List.of("a|f|{\"x\":1}|VALID"), ended());
    }

    @Test
    void withoutIndexANewIdIsANewCallAndAKnownOneGoesOn() {
        piece(NO_INDEX, "a", "f", "{\"x\"");
        piece(NO_INDEX, "b", "f", "{\"y\"");
        piece(NO_INDEX, "a", "", ":1}");
        piece(NO_INDEX, "b", "", ":2}");
        assertEquals(List.of("a|f|{\"x\":1}|VALID", "b|f|{\"y\":2}|VALID"), ended());
    }

    @Test
    void withoutIndexAndIdANameIsANewCall() {
        piece(NO_INDEX, "", "f", "{\"x\":1}");
        piece(NO_INDEX, "", "f", "{\"x\":2}");
        piece(NO_INDEX, "", "g", "");
        piece(NO_INDEX, "", "g", "");
        assertEquals(List.of("|f|{\"x\":1}|VALID", "|f|{\"x\":2}|VALID", "|g|{}|EMPTY", "|g|{}|EMPTY"), ended());
    }

    @Test
    void withoutIndexARepeatedNameGoesOnWithVisiblyUnfinishedArguments() {
        piece(NO_INDEX, "", "f", "{\"x\"");
        piece(NO_INDEX, "", "f", ":1}");
        assertEquals(List.of("|f|{\"x\":1}|VALID"), ended());
    }

    @Test
    void withoutIndexIdAndNameAPieceGoesOnWithTheLastOpenCall() {
        piece(0, "a", "f", "{");
        piece(1, "b", "g", "{\"y\":2}");
        calls.onToolCallEnd(0, 1);
        piece(NO_INDEX, "", "", "}");
        assertEquals(List.of("a|f|{}|VALID", "b|g|{\"y\":2}|VALID"), ended());
    }

    @Test
    void aWholeTextReplacesAndAnEmptyOneSaysNothing() {
        piece(0, "a", "f", "{\"half");
        whole(0, "", "", "{\"whole\":1}");
        whole(0, "", "", "");
        assertEquals(List.of("a|f|{\"whole\":1}|VALID"), ended());
    }

    @Test
    void aFallbackCountsOnlyWhenNothingElseComes() {
        piece(calls, 0, "a", "f", "{\"from\":\"start\"}", Form.FALLBACK, Kind.FUNCTION);
        piece(calls, 1, "b", "g", "{\"from\":\"start\"}", Form.FALLBACK, Kind.FUNCTION);
        piece(1, "", "", "");
        piece(1, "", "", "{\"from\":");
        piece(1, "", "", "\"pieces\"}");
        piece(calls, 1, "", "", "{\"from\":\"late\"}", Form.FALLBACK, Kind.FUNCTION);
        assertEquals(List.of("a|f|{\"from\":\"start\"}|VALID", "b|g|{\"from\":\"pieces\"}|VALID"), ended());
    }

    @ParameterizedTest
    @CsvSource({"{}", "{ }"})
    void anEmptyFallbackSaysNoMoreThanNothing(String text) {
        piece(calls, 0, "a", "f", text, Form.FALLBACK, Kind.FUNCTION);
        assertEquals(List.of("a|f|{}|EMPTY"), ended());
        assertEquals("", calls.toolCalls(0).get(0).arguments());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}{\"v\":42} | {\"v\":42}",
                "{ } {\"v\":42} | {\"v\":42}",
                "{}{}{\"v\":1} | {\"v\":1}",
                "{}{} | {}"
            })
    void anObjectBehindAnEmptyOneCounts(String sent, String counted) {
        for (int cut = 0; cut <= sent.length(); cut++) {
            calls.reset();
            piece(0, "a", "f", sent.substring(0, cut));
            piece(0, "", "", sent.substring(cut));
            assertEquals(List.of("a|f|" + counted + "|VALID"), ended());
            assertEquals(Map.of(Deviation.REPEATED_TOOL_ARGUMENTS, 1), calls.deviations());
        }
    }

    @Test
    void argumentsThatAreNotJsonAreKeptWithThePlaceOfTheFault() {
        piece(0, "a", "f", "{\"x\":");
        piece(0, "", "", "nope}");
        assertEquals(List.of("a|f|{\"x\":nope}|INVALID"), ended());
        assertEquals(6, calls.toolCalls(0).get(0).errorOffset());
        assertFalse(calls.toolCalls(0).get(0).isRunnable());
    }

    @Test
    void twoFullObjectsAreNotRepairedInSilence() {
        piece(0, "a", "f", "{\"x\":1}{\"x\":2}");
        assertEquals(List.of("a|f|{\"x\":1}{\"x\":2}|INVALID"), ended());
    }

    @Test
    void nothingIsJudgedBeforeTheChoiceHasFinished() {
        piece(0, "a", "f", "{\"x\":1}");
        assertEquals(ToolCall.Status.INCOMPLETE, calls.toolCalls(0).get(0).status());
        piece(0, "", "", " ");
        calls.onFinish(0, FinishReason.TOOL_CALLS, ByteSlice.ofUtf8("tool_calls"));
        assertEquals(ToolCall.Status.VALID, calls.toolCalls(0).get(0).status());
        calls.onFinish(0, FinishReason.STOP, ByteSlice.ofUtf8("stop"));
        assertEquals("{\"x\":1} ", calls.toolCalls(0).get(0).arguments());
    }

    @ParameterizedTest
    @EnumSource(
            value = EndReason.class,
            names = {"TRUNCATED", "ERROR"})
    void aStreamThatBreaksOffLeavesOpenCallsIncomplete(EndReason reason) {
        piece(0, "a", "f", "{\"x\":1}");
        piece(1, "b", "g", "{\"y\":2}");
        calls.onToolCallEnd(0, 0);
        calls.onEnd(reason);
        assertEquals(
                List.of(ToolCall.Status.VALID, ToolCall.Status.INCOMPLETE),
                calls.toolCalls(0).stream().map(ToolCall::status).toList());
        assertFalse(calls.toolCalls(0).get(1).isRunnable());
        assertTrue(calls.toolCalls(0).get(0).isRunnable());
    }

    @Test
    void callsOfTheProviderItselfStandApart() {
        piece(calls, 0, "s", "web_search", "", Form.FRAGMENT, Kind.SERVER);
        piece(0, "", "", "{\"q\":1}");
        piece(calls, 1, "c", "shell", "", Form.FRAGMENT, Kind.CUSTOM);
        piece(1, "", "", "ls -l {");
        assertEquals(List.of("c|shell|ls -l {|VALID"), ended());
        assertEquals("{\"q\":1}", calls.serverToolCalls(0).get(0).arguments());
        assertEquals(Kind.CUSTOM, calls.toolCalls(0).get(0).kind());
    }

    @Test
    void choicesDoNotShareCalls() {
        ToolCallDelta delta = new ToolCallDelta().begin(1, 0);
        delta.name().wrap(ByteSlice.ofUtf8("g"));
        piece(0, "a", "f", "{}");
        calls.onToolCall(delta);
        assertEquals(List.of("a|f|{}|VALID"), ended());
        assertEquals("g", calls.toolCalls(1).get(0).name());
        assertFalse(calls.hasToolCalls(2));
    }

    @ParameterizedTest
    @CsvSource({"9, 8, EMPTY", "9, 9, VALID", "9, 10, VALID"})
    void argumentsEndAtTheirLimit(int length, int maxBytes, ToolCall.Status status) {
        ToolCallAccumulator bounded = new ToolCallAccumulator(new AccumulatorLimits(1, 1, 2, maxBytes, 4, 1));
        String arguments = "[" + "1".repeat(length - 2) + "]";
        piece(bounded, 0, "a", "f", arguments, Form.FRAGMENT, Kind.FUNCTION);
        bounded.onEnd(EndReason.SENTINEL);
        boolean over = length > maxBytes;
        assertEquals(
                over ? ToolCall.Status.INCOMPLETE : status,
                bounded.toolCalls(0).get(0).status());
        assertEquals(over ? Set.of(AccumulatorLimits.Limit.ARGUMENT_BYTES) : Set.of(), bounded.exceeded());
    }

    @Test
    void moreCallsThanTheLimitAreDroppedAndToldOf() {
        ToolCallAccumulator bounded = new ToolCallAccumulator(new AccumulatorLimits(1, 1, 2, 16, 4, 1));
        for (int i = 0; i < 3; i++) {
            piece(bounded, i, "c" + i, "f", "{}", Form.FRAGMENT, Kind.FUNCTION);
        }
        assertEquals(2, bounded.toolCalls(0).size());
        assertEquals(Set.of(AccumulatorLimits.Limit.TOOL_CALLS), bounded.exceeded());
    }

    @Test
    void aNameOnEveryOfManyFragmentsCostsNoMoreThanOneReading() {
        // Quadratic work would need 10^11 looks at a byte here and never come to an end.
        int fragments = 500_000;
        piece(0, "", "f", "[");
        for (int i = 0; i < fragments; i++) {
            piece(0, "", "f", "1,");
        }
        piece(0, "", "f", "1]");
        assertEquals(2 * fragments + 3, calls.toolCalls(0).get(0).arguments().length());
    }

    @Test
    void aResetForgetsEverything() {
        piece(0, "a", "f", "{}");
        piece(0, "b", "f", "{}");
        ended();
        calls.reset();
        assertEquals(List.of(), calls.toolCalls(0));
        assertEquals(Map.of(), calls.deviations());
        piece(0, "c", "f", "");
        assertEquals(ToolCall.Status.INCOMPLETE, calls.toolCalls(0).get(0).status());
    }
}
