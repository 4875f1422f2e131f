package io.streamgauge.accumulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.ThreadCost;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.Utf8;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.ToolCallDelta;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a whole message costs. An accumulator that is used again allocates the strings of the message and what holds
 * them; a new one its buffers beside that.
 */
class MessageAllocationTest {
    /** The message, its lists, maps and optionals. */
    private static final int BYTES_PER_MESSAGE = 1536;

    private static final int BYTES_PER_CALL = 128;

    /** What all but the strings and the constants may cost; beyond Latin-1 it is more, as {@code Utf8Strings} says. */
    private static final double WITHIN_TEN_PER_CENT = 1.1;

    private static final int BYTES_PER_ACCUMULATOR = 8 << 10;

    /** A buffer that doubles allocates up to four bytes for each that it holds. */
    private static final int BUFFER_BYTES_PER_BYTE = 4;

    private static final ByteSlice NOTHING = new ByteSlice();

    /** One text as a stream of pieces of it, and of a departure with each. */
    private static final class Pieces {
        private static final int PIECE_BYTES = 7;
        private static final int ID_BYTES = 24;
        private static final int NAME_BYTES = 12;

        private final byte[] bytes;
        private final ByteSlice piece = new ByteSlice();
        private final ToolCallDelta call = new ToolCallDelta();

        Pieces(String text) {
            bytes = Utf8.encode(text);
        }

        void speak(MessageAccumulator accumulator) {
            for (int at = 0; at < bytes.length; at += PIECE_BYTES) {
                accumulator.onText(0, 0, piece.wrap(bytes, at, Math.min(PIECE_BYTES, bytes.length - at)));
                accumulator.onDeviation(Deviation.DELTA_SHAPE, at, at);
            }
        }

        void call(MessageAccumulator accumulator, int index) {
            call.begin(0, index).id().wrap(bytes, 0, ID_BYTES);
            call.name().wrap(bytes, 0, NAME_BYTES);
            accumulator.onToolCall(call);
            for (int at = 0; at < bytes.length; at += PIECE_BYTES) {
                call.begin(0, index).arguments().wrap(bytes, at, Math.min(PIECE_BYTES, bytes.length - at));
                accumulator.onToolCall(call);
            }
            accumulator.onToolCallEnd(0, index);
        }
    }

    private static void speak(MessageAccumulator accumulator, Pieces pieces) {
        accumulator.reset();
        pieces.speak(accumulator);
        end(accumulator);
    }

    private static void call(MessageAccumulator accumulator, Pieces arguments, int calls) {
        accumulator.reset();
        for (int i = 0; i < calls; i++) {
            arguments.call(accumulator, i);
        }
        end(accumulator);
    }

    private static void end(MessageAccumulator accumulator) {
        accumulator.onFinish(0, FinishReason.STOP, NOTHING);
        accumulator.onEnd(EndReason.SENTINEL);
    }

    private static String text(String unit, int length) {
        return unit.repeat(length / unit.length() + 1);
    }

    private static String json(String unit, int length) {
        return "{\"list-of-numbers\":[1,2,[3,4]],\"text\":\"" + text(unit, length) + "\"}";
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "1000, 1", "1000, 8", "100000, 3"})
    void takingTheDeltasAllocatesNothing(int length, int calls) {
        Pieces text = new Pieces(text("naïve — 漢 ", length));
        Pieces arguments = new Pieces(json("plain words ", length));
        MessageAccumulator accumulator = new MessageAccumulator();
        speak(accumulator, text);
        call(accumulator, arguments, calls);

        assertEquals(0, ThreadCost.allocatedBytes(() -> {
            speak(accumulator, text);
            call(accumulator, arguments, calls);
        }));
        assertEquals(calls, accumulator.message().first().toolCalls().size());
    }

    @ParameterizedTest
    @CsvSource({"'plain words ', 1.1", "'naïve café ', 1.1", "'a dash — here ', 1.6", "漢字仮名, 1.6", "'😀 ', 1.6"})
    void aMessageCostsItsStrings(String unit, double factor) {
        for (int length : new int[] {10, 1000, 100_000, 1_000_000}) {
            Pieces pieces = new Pieces(text(unit, length));
            MessageAccumulator accumulator = new MessageAccumulator();
            Supplier<Message> work = () -> {
                speak(accumulator, pieces);
                return accumulator.message();
            };
            assertCost(work, factor, BYTES_PER_MESSAGE);
        }
    }

    @ParameterizedTest
    @CsvSource({"'plain words ', 1.1", "'naïve café ', 1.1", "'a dash — here ', 1.6", "漢字仮名, 1.6", "'😀 ', 1.6"})
    void toolCallsCostTheirStrings(String unit, double factor) {
        for (int calls : new int[] {1, 3, 16}) {
            Pieces arguments = new Pieces(json(unit, 30_000));
            MessageAccumulator accumulator = new MessageAccumulator();
            Supplier<Message> work = () -> {
                call(accumulator, arguments, calls);
                return accumulator.message();
            };
            assertCost(work, factor, BYTES_PER_MESSAGE + calls * BYTES_PER_CALL);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1000, 100_000, 1_000_000})
    void aNewAccumulatorCostsItsBuffersToo(int length) {
        Pieces pieces = new Pieces(text("plain words ", length));

        assertCost(
                () -> {
                    MessageAccumulator accumulator = new MessageAccumulator();
                    speak(accumulator, pieces);
                    return accumulator.message();
                },
                WITHIN_TEN_PER_CENT,
                BYTES_PER_ACCUMULATOR + BUFFER_BYTES_PER_BYTE * pieces.bytes.length);
    }

    private static void assertCost(Supplier<Message> work, double factor, int constant) {
        AtomicReference<Message> message = new AtomicReference<>(work.get());
        long strings = stringBytes(message.get());
        long allowed = (long) (factor * strings) + constant;
        long allocated = ThreadCost.allocatedBytes(allowed, () -> message.set(work.get()));

        assertTrue(
                allocated >= strings && allocated <= allowed,
                () -> allocated + " bytes for strings of " + strings + " and a constant of " + constant);
    }

    private static long stringBytes(Message message) {
        return strings(message).mapToLong(MessageAllocationTest::heapBytes).sum();
    }

    private static Stream<String> strings(Message message) {
        Message.Choice choice = message.choices().get(0);
        return Stream.concat(
                Stream.of(choice.text(), choice.reasoning()),
                choice.toolCalls().stream().flatMap(call -> Stream.of(call.id(), call.name(), call.arguments())));
    }

    /** Of the string and its array, on a JVM with compact strings and compressed pointers. */
    private static long heapBytes(String text) {
        boolean isLatin1 = text.chars().allMatch(c -> c <= 0xFF);
        long array = 16 + (isLatin1 ? 1L : 2L) * text.length();
        return text.isEmpty() ? 0 : 24 + (array + 7) / 8 * 8;
    }
}
