package io.streamgauge.provider;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import java.nio.ByteBuffer;

/**
 * Bytes of one response body in, deltas out: the parser and the decoder of a dialect, joined.
 *
 * <p>One stream at a time, one thread. Reads may be cut anywhere; the deltas are the same.
 */
public final class StreamDecoder {
    private final DeltaDecoder decoder;
    private final EventParser parser;

    /** Makes a decoder with default limits. */
    public StreamDecoder(Dialect dialect, DeltaHandler handler) {
        this(dialect, ParserLimits.DEFAULTS, handler);
    }

    /** Makes a decoder that stops, keeping what it has handed out, when a limit is exceeded. */
    public StreamDecoder(Dialect dialect, ParserLimits limits, DeltaHandler handler) {
        decoder = dialect.newDecoder(handler);
        parser = dialect.newParser(limits, decoder);
        parser.use(decoder.shortcut());
    }

    /** Takes the next bytes of the body; the caller may reuse {@code source} afterwards. */
    public void feed(byte[] source, int offset, int length) {
        parser.feed(source, offset, length);
    }

    /** Takes all remaining bytes of {@code source}. */
    public void feed(ByteBuffer source) {
        parser.feed(source);
    }

    /** Tells that the body is over; the handler's {@code onEnd} is called before this returns. */
    public void end() {
        parser.end();
        decoder.end();
    }

    /** Makes this ready for another body. */
    public void reset() {
        parser.reset();
        decoder.reset();
    }

    /** What was counted so far; the object is reused. */
    public DecoderCounters counters() {
        return decoder.counters();
    }

    /** The number of bytes fed. */
    public long bytesFed() {
        return parser.bytesFed();
    }
}
