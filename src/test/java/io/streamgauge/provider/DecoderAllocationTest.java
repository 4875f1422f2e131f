package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.ThreadCost;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.StreamEvent;
import io.streamgauge.event.StreamEventHandler;
import io.streamgauge.transport.ByteBufFeeder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise of the hot path, counted by the JVM: a parser and a decoder that have seen a stream allocate nothing for
 * the next, its beginning and its end included, however it is cut and wherever its bytes lie.
 */
class DecoderAllocationTest {
    private static final int WARM_UP_STREAMS = 3;
    private static final int STREAMS = 5;

    static List<Arguments> everyWay() {
        return Arrays.stream(SteadyWire.values())
                .flatMap(DecoderAllocationTest::waysOf)
                .toList();
    }

    private static Stream<Arguments> waysOf(SteadyWire wire) {
        return Arrays.stream(SteadyReads.Cut.values())
                .flatMap(cut ->
                        Arrays.stream(SteadyReads.Memory.values()).map(memory -> Arguments.of(wire, cut, memory)));
    }

    @ParameterizedTest
    @EnumSource
    void everyDialectHasASteadyStream(Dialect dialect) {
        assertTrue(Arrays.stream(SteadyWire.values()).anyMatch(wire -> wire.dialect() == dialect));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void framingAllocatesNothing(SteadyWire wire, SteadyReads.Cut cut, SteadyReads.Memory memory) {
        SteadyReads reads = new SteadyReads(wire, cut, memory);
        EventCounter counter = new EventCounter();
        EventParser parser = wire.dialect().newParser(ParserLimits.DEFAULTS, counter);
        ByteBufFeeder.Target arrays = parser::feed;
        Consumer<ByteBuffer> buffers = parser::feed;

        long allocated = allocatedBytes(() -> {
            reads.deliver(arrays, buffers);
            parser.end();
            parser.reset();
        });

        assertTrue(counter.events >= STREAMS * SteadyWire.EVENTS, counter.events + " events");
        assertEquals(0, allocated, "bytes for " + STREAMS + " streams");
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void decodingAllocatesNothing(SteadyWire wire, SteadyReads.Cut cut, SteadyReads.Memory memory) {
        SteadyReads reads = new SteadyReads(wire, cut, memory);
        PieceCounter counter = new PieceCounter();
        StreamDecoder decoder = new StreamDecoder(wire.dialect(), counter);
        ByteBufFeeder.Target arrays = decoder::feed;
        Consumer<ByteBuffer> buffers = decoder::feed;

        long allocated = allocatedBytes(() -> {
            reads.deliver(arrays, buffers);
            decoder.end();
            decoder.reset();
        });

        boolean isRead = wire.dialect() != Dialect.OTHER_SSE;
        assertTrue(counter.events >= STREAMS * SteadyWire.EVENTS, counter.events + " events");
        assertTrue(!isRead || counter.bytes >= STREAMS * SteadyWire.EVENTS, counter.bytes + " bytes of text");
        assertEquals(0, allocated, "bytes for " + STREAMS + " streams");
    }

    private static long allocatedBytes(Runnable stream) {
        repeat(WARM_UP_STREAMS, stream);
        return ThreadCost.allocatedBytes(() -> repeat(STREAMS, stream));
    }

    private static void repeat(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private static final class EventCounter implements StreamEventHandler {
        private long events;

        @Override
        public void onEvent(StreamEvent event) {
            events++;
        }
    }

    /** Looks at every piece, and keeps none. */
    private static final class PieceCounter implements DeltaHandler {
        private long events;
        private long bytes;

        @Override
        public void onEventBegin(long eventNumber) {
            events++;
        }

        @Override
        public void onText(int choice, int part, ByteSlice text) {
            bytes += text.length();
        }

        @Override
        public void onReasoning(int choice, int part, ByteSlice text) {
            bytes += text.length();
        }

        @Override
        public void onToolCall(ToolCallDelta call) {
            bytes += call.arguments().length();
        }
    }
}
