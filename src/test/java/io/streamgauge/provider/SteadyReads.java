package io.streamgauge.provider;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.StreamEvent;
import io.streamgauge.event.StreamEventHandler;
import io.streamgauge.transport.ByteBufFeeder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One body, cut and laid in memory in one way, to be delivered again and again without allocating. */
final class SteadyReads {
    private static final int READ_BYTES = 1448;

    /** Where reads end. */
    enum Cut {
        WHOLE,
        READS_OF_1448_BYTES,
        ONE_EVENT_PER_READ
    }

    /** Where the bytes of a read lie. */
    enum Memory {
        ARRAY,
        HEAP_BYTE_BUF,
        DIRECT_BYTE_BUF,
        DIRECT_BYTE_BUFFER
    }

    private final byte[] body;
    private final int[] ends;
    private final Memory memory;
    private final ByteBufFeeder feeder = new ByteBufFeeder();
    private final ByteBuf buf;
    private final ByteBuffer buffer;

    SteadyReads(SteadyWire wire, Cut cut, Memory memory) {
        this.memory = memory;
        body = wire.body();
        ends = ends(wire.dialect(), cut);
        ByteBuffer direct = ByteBuffer.allocateDirect(body.length).put(body).flip();
        buffer = direct;
        buf = Unpooled.wrappedBuffer(memory == Memory.HEAP_BYTE_BUF ? ByteBuffer.wrap(body) : direct.duplicate());
    }

    private int[] ends(Dialect dialect, Cut cut) {
        List<Integer> ends = new ArrayList<>();
        if (cut == Cut.READS_OF_1448_BYTES) {
            for (int at = READ_BYTES; at < body.length; at += READ_BYTES) {
                ends.add(at);
            }
        } else if (cut == Cut.ONE_EVENT_PER_READ) {
            EventParser parser = dialect.newParser(ParserLimits.DEFAULTS, new StreamEventHandler() {
                @Override
                public void onEvent(StreamEvent event) {
                    ends.add((int) event.byteOffset());
                }
            });
            parser.feed(body, 0, body.length);
        }
        ends.add(body.length);
        return ends.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Delivers the body once, by arrays or by the JDK's buffers. */
    void deliver(ByteBufFeeder.Target arrays, Consumer<ByteBuffer> buffers) {
        int from = 0;
        for (int end : ends) {
            switch (memory) {
                case ARRAY -> arrays.feed(body, from, end - from);
                case HEAP_BYTE_BUF, DIRECT_BYTE_BUF -> feeder.feed(buf.setIndex(from, end), arrays);
                case DIRECT_BYTE_BUFFER -> buffers.accept(buffer.limit(end).position(from));
            }
            from = end;
        }
    }
}
