package io.streamgauge.event;

import java.nio.ByteBuffer;

/** One JSON array, an event per element. */
public final class JsonArrayParser implements EventParser {
    private long bytesFed;

    /** Makes a parser. */
    public JsonArrayParser(ParserLimits limits, StreamEventHandler handler) {}

    @Override
    public void feed(byte[] source, int offset, int length) {
        bytesFed += length;
    }

    @Override
    public void feed(ByteBuffer source) {
        bytesFed += source.remaining();
    }

    @Override
    public void end() {}

    @Override
    public void reset() {
        bytesFed = 0;
    }

    @Override
    public long bytesFed() {
        return bytesFed;
    }
}
