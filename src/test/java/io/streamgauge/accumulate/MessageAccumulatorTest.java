package io.streamgauge.accumulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.accumulate.AccumulatorLimits.Limit;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenDeltas;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageAccumulatorTest {
    private static Message messageOf(TokenDelta... deltas) {
        return messageOf(AccumulatorLimits.DEFAULTS, deltas);
    }

    private static Message messageOf(AccumulatorLimits limits, TokenDelta... deltas) {
        MessageAccumulator accumulator = new MessageAccumulator(limits);
        for (TokenDelta delta : deltas) {
            TokenDeltas.replay(delta, accumulator);
        }
        return accumulator.message();
    }

    private static TokenDelta text(int choice, String text) {
        return new TokenDelta.Text(choice, 0, text);
    }

    private static TokenDelta finish(FinishReason reason, String raw) {
        return new TokenDelta.Finish(0, reason, raw);
    }

    private static TokenDelta call(String name, String arguments) {
        return new TokenDelta.Tool(
                0, 0, "id", name, arguments, ToolCallDelta.Form.FRAGMENT, ToolCallDelta.Kind.FUNCTION);
    }

    @Test
    void piecesOfEachKindJoinInOrderOfArrival() {
        Message message = messageOf(
                new TokenDelta.Start("r1", "m1"),
                new TokenDelta.Reasoning(0, 0, "Hm"),
                text(0, "Hé"),
                new TokenDelta.Reasoning(0, 1, "m."),
                text(0, "llo"),
                new TokenDelta.Refusal(0, 0, "No"),
                new TokenDelta.Start("r2", "m2"),
                finish(FinishReason.STOP, "end_turn"),
                new TokenDelta.End(EndReason.TERMINAL_EVENT));

        assertEquals("Héllo", message.text());
        assertEquals("Hmm.", message.first().reasoning());
        assertEquals("No", message.first().refusal());
        assertEquals("r1", message.responseId());
        assertEquals("m1", message.model());
        assertEquals(Optional.of(FinishReason.STOP), message.first().finishReason());
        assertEquals("end_turn", message.first().finishWord());
        assertTrue(message.isComplete());
    }

    @Test
    void choicesStandInTheOrderOfTheirIndex() {
        Message message = messageOf(text(1, "b"), text(197, "c"), text(0, "a"), text(1, "B"));
        assertEquals(
                List.of("0:a", "1:bB", "197:c"),
                message.choices().stream()
                        .map(choice -> choice.index() + ":" + choice.text())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "STOP, STOP, STOP, w2",
        "STOP, CONTENT_FILTER, CONTENT_FILTER, w2",
        "STOP, OTHER, OTHER, w2",
        "TOOL_CALLS, STOP, TOOL_CALLS, w1",
        "LENGTH, STOP, LENGTH, w1",
        "TOOL_CALLS, LENGTH, LENGTH, w2",
        "LENGTH, LENGTH, LENGTH, w2"
    })
    void theLastFinishWordCountsButAPlainStopTakesNothingBack(
            FinishReason first, FinishReason second, FinishReason counted, String word) {
        Message message = messageOf(finish(first, "w1"), text(0, "more"), finish(second, "w2"));
        assertEquals(Optional.of(counted), message.first().finishReason());
        assertEquals(
                first == FinishReason.STOP && second == first ? "w1" : word,
                message.first().finishWord());
        assertEquals("more", message.text());
    }

    @Test
    void aStopWithToolCallsMeansToolCalls() {
        Message message = messageOf(call("f", "{}"), finish(FinishReason.STOP, "stop"));
        assertEquals(Optional.of(FinishReason.TOOL_CALLS), message.first().finishReason());
        assertEquals("stop", message.first().finishWord());
        assertEquals(ToolCall.Status.VALID, message.first().toolCalls().get(0).status());
    }

    @Test
    void countersThatAreNotStatedAgainStay() {
        Message message = messageOf(
                new TokenDelta.Usage(10, 1, TokenUsage.UNKNOWN, TokenUsage.UNKNOWN, 4, TokenUsage.UNKNOWN),
                new TokenDelta.Usage(TokenUsage.UNKNOWN, 7, 17, 0, TokenUsage.UNKNOWN, TokenUsage.UNKNOWN));
        assertEquals(
                "input 10, output 7, total 17, cache read 0, cache write 4, reasoning -1",
                message.usage().toString());
    }

    @Test
    void nothingReceivedBeforeAnErrorIsLost() {
        TokenDelta.Failure first = new TokenDelta.Failure("overloaded_error", "529", "Overloaded", "{}");
        Message message = messageOf(
                text(0, "half an ans"),
                first,
                new TokenDelta.Failure("api_error", "", "later", ""),
                new TokenDelta.End(EndReason.ERROR));
        assertEquals("half an ans", message.text());
        assertEquals(Optional.of(first), message.error());
        assertEquals(Optional.of(EndReason.ERROR), message.end());
        assertFalse(message.isComplete());
    }

    @Test
    void deviationsAreCountedWhereverTheyShow() {
        Message message = messageOf(
                new TokenDelta.Departure(Deviation.REPEATED_FINISH, 3, 100),
                new TokenDelta.Departure(Deviation.REPEATED_FINISH, 4, 200),
                call("f", "{}"),
                new TokenDelta.Tool(
                        0, 0, "other", "f", "{}", ToolCallDelta.Form.FRAGMENT, ToolCallDelta.Kind.FUNCTION));
        assertEquals(Map.of(Deviation.REPEATED_FINISH, 2, Deviation.SHARED_TOOL_CALL_INDEX, 1), message.deviations());
    }

    @Test
    void aMessageMayBeAskedForWhileTheStreamIsRunning() {
        MessageAccumulator accumulator = new MessageAccumulator();
        assertEquals("", accumulator.message().text());
        TokenDeltas.replay(text(0, "a"), accumulator);
        Message early = accumulator.message();
        TokenDeltas.replay(text(0, "b"), accumulator);
        assertEquals("a", early.text());
        assertEquals("ab", accumulator.message().text());
        assertEquals("ab", accumulator.text(0, new ByteSlice()).copyUtf8());
        assertEquals("", accumulator.text(1, new ByteSlice()).copyUtf8());
        assertEquals(Optional.empty(), early.end());
    }

    @ParameterizedTest
    @CsvSource({"5, abcd, true", "6, abcdef, false", "7, abcdef, false"})
    void textEndsWithTheLastPieceThatFits(int maxTextBytes, String kept, boolean exceeds) {
        AccumulatorLimits limits = new AccumulatorLimits(1, maxTextBytes, 1, 1, 8, 1);
        Message message = messageOf(limits, text(0, "abcd"), text(0, "ef"), text(0, ""));
        assertEquals(kept, message.text());
        assertEquals(exceeds ? Set.of(Limit.TEXT_BYTES) : Set.of(), message.exceeded());
    }

    @Test
    void whatIsKeptIsAlwaysABeginningOfWhatWasSent() {
        Message message =
                messageOf(new AccumulatorLimits(1, 4, 1, 1, 8, 1), text(0, "ab"), text(0, "cde"), text(0, "f"));
        assertEquals("ab", message.text());
    }

    @Test
    void choicesAndOpaquePayloadsAreBounded() {
        int perPayload = AccumulatorLimits.OPAQUE_OVERHEAD_BYTES + 2;
        AccumulatorLimits limits = new AccumulatorLimits(2, 9, 1, 9, 9, 2 * perPayload);
        TokenDelta signature = new TokenDelta.Opaque(OpaqueKind.SIGNATURE, 0, 0, "xy");
        Message message = messageOf(limits, signature, signature, signature, text(0, "a"), text(1, "b"), text(2, "c"));
        assertEquals(List.of(signature, signature), message.opaque());
        assertEquals(2, message.choices().size());
        assertEquals(Set.of(Limit.CHOICES, Limit.OPAQUE_BYTES), message.exceeded());
        assertFalse(message.isComplete());
    }

    @Test
    void manySmallPiecesCostNoMoreThanTheirBytes() {
        // Copying the whole text for every piece would move 2 * 10^12 bytes here.
        MessageAccumulator accumulator = new MessageAccumulator();
        ByteSlice piece = ByteSlice.ofUtf8("word");
        IntStream.range(0, 1_000_000).forEach(i -> accumulator.onText(0, 0, piece));
        assertEquals(4_000_000, accumulator.message().text().length());
    }

    @Test
    void aResetForgetsEverything() {
        MessageAccumulator accumulator = new MessageAccumulator();
        Message untouched = accumulator.message();
        for (TokenDelta delta : List.of(
                new TokenDelta.Start("r", "m"),
                text(0, "a"),
                call("f", "{"),
                new TokenDelta.Opaque(OpaqueKind.IMAGE, 0, 0, "AAAA"),
                new TokenDelta.Usage(1, 2, 3, 4, 5, 6),
                new TokenDelta.Failure("t", "c", "m", "r"),
                new TokenDelta.Departure(Deviation.MISSING_END, 0, 0),
                new TokenDelta.End(EndReason.ERROR))) {
            TokenDeltas.replay(delta, accumulator);
        }
        accumulator.reset();
        Message again = accumulator.message();
        assertEquals(untouched.toString(), again.toString());
        assertFalse(again.usage().isKnown());
    }

    /** What is kept for the next message is space; each of these makes another use of it. */
    @Test
    void anAccumulatorThatIsUsedAgainIsAsGoodAsNew() {
        List<TokenDelta> all = new ArrayList<>(List.of(
                new TokenDelta.Start("response", "model"),
                text(0, "a long — piece"),
                text(2, "b"),
                new TokenDelta.Reasoning(1, 0, "c"),
                new TokenDelta.Refusal(2, 0, "d"),
                call("f", "{}"),
                call("f", "{\"a\":1}"),
                call("longer name", "[1,"),
                finish(FinishReason.LENGTH, "length"),
                finish(FinishReason.STOP, ""),
                new TokenDelta.ToolEnd(0, 0),
                new TokenDelta.End(EndReason.SENTINEL)));
        for (ToolCallDelta.Form form : ToolCallDelta.Form.values()) {
            for (ToolCallDelta.Kind kind : ToolCallDelta.Kind.values()) {
                all.add(new TokenDelta.Tool(1, all.size() % 4, "", "g", "{} ", form, kind));
            }
        }
        long seed = 20_261_003;
        SplittableRandom random = new SplittableRandom(seed);
        MessageAccumulator used = new MessageAccumulator();
        for (int round = 0; round < 3000; round++) {
            TokenDelta[] deltas = random.ints(random.nextInt(10), 0, all.size())
                    .mapToObj(all::get)
                    .toArray(TokenDelta[]::new);
            used.reset();
            for (TokenDelta delta : deltas) {
                TokenDeltas.replay(delta, used);
            }

            assertEquals(messageOf(deltas).toString(), used.message().toString(), "seed " + seed);
        }
    }

    @Test
    void theTwoFormsOfADeltaSayTheSame() {
        DeltaHandler ignoring = new DeltaHandler() {};
        List<TokenDelta> all = List.of(
                new TokenDelta.Start("r", "m"),
                text(2, "a"),
                new TokenDelta.Reasoning(1, 2, "b"),
                new TokenDelta.Refusal(1, 2, "c"),
                call("f", "{"),
                new TokenDelta.ToolEnd(1, 2),
                new TokenDelta.Opaque(OpaqueKind.AUDIO, 1, 2, "AAAA"),
                new TokenDelta.Usage(1, 2, 3, 4, 5, 6),
                finish(FinishReason.LENGTH, "length"),
                new TokenDelta.Ping(),
                new TokenDelta.Failure("t", "c", "m", "r"),
                new TokenDelta.Departure(Deviation.MISSING_END, 7, 8),
                new TokenDelta.End(EndReason.SENTINEL));
        assertEquals(TokenDelta.class.getPermittedSubclasses().length, all.size());
        for (TokenDelta delta : all) {
            TokenDeltas.replay(delta, ignoring);
            TokenDeltas.replay(delta, TokenDeltas.copyingTo(copy -> assertEquals(delta, copy)));
        }
    }
}
