package io.streamgauge.event;

import io.streamgauge.bytes.ByteSearch;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import io.streamgauge.bytes.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * Writes Server-Sent Events that every conforming parser reads back as they were meant.
 *
 * <p>Name the fields of a block in any order, then take it with {@link #end()}, which is the only way to the bytes: no
 * block goes out without its blank line. The buffer is reused and grows to the largest block; nothing else is allocated
 * where the arguments are slices. One writer serves one thread.
 *
 * <p>Slices are written as they are: ill-formed UTF-8 in, ill-formed UTF-8 out.
 */
public final class SseWriter {
    private static final byte[] DATA = field("data");
    private static final byte[] EVENT = field("event");
    private static final byte[] ID = field("id");
    private static final byte[] RETRY = field("retry");
    private static final byte[] COMMENT = {':'};

    private final GrowableBytes block = new GrowableBytes();
    private final ByteSlice taken = new ByteSlice();
    private final ByteSlice text = new ByteSlice();

    /** The space is always written, so that a value that begins with one keeps it. */
    private static byte[] field(String name) {
        return (name + ": ").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The type of the event.
     *
     * @throws IllegalArgumentException when it holds CR, LF or NUL, which would end the line or damage the event
     */
    public SseWriter event(ByteSlice type) {
        return single(EVENT, type);
    }

    /** {@link #event(ByteSlice)} of a text. */
    public SseWriter event(String type) {
        return single(EVENT, utf8(type));
    }

    /**
     * The last event ID from this event on; an empty one resets it.
     *
     * @throws IllegalArgumentException when it holds CR, LF or NUL, which would end the line or make readers ignore it
     */
    public SseWriter id(ByteSlice id) {
        return single(ID, id);
    }

    /** {@link #id(ByteSlice)} of a text. */
    public SseWriter id(String id) {
        return single(ID, utf8(id));
    }

    /**
     * The reconnection time.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public SseWriter retry(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("retry must not be negative: " + millis);
        }
        return single(RETRY, utf8(Long.toString(millis)));
    }

    /** The data. CR, LF and CR LF in it end a data line; readers join the lines by LF. Called again, it adds lines. */
    public SseWriter data(ByteSlice data) {
        return lines(DATA, data);
    }

    /** {@link #data(ByteSlice)} of a text. */
    public SseWriter data(String data) {
        return lines(DATA, utf8(data));
    }

    /** A comment, as many lines as the text has. An empty one keeps a connection alive at the least cost. */
    public SseWriter comment(String comment) {
        return lines(COMMENT, utf8(comment));
    }

    /**
     * Ends the block with its blank line.
     *
     * @return the block, valid until the writer is used again
     */
    public ByteSlice end() {
        block.append((byte) '\n');
        block.view(taken);
        block.clear();
        return taken;
    }

    private ByteSlice utf8(String value) {
        byte[] bytes = Utf8.encode(value);
        return text.wrap(bytes, 0, bytes.length);
    }

    private SseWriter single(byte[] field, ByteSlice value) {
        for (int i = 0; i < value.length(); i++) {
            byte b = value.byteAt(i);
            if (b == '\n' || b == '\r' || b == 0) {
                throw new IllegalArgumentException(
                        "byte " + b + " at " + i + " of the value of " + new String(field, StandardCharsets.US_ASCII));
            }
        }
        return line(field, value.array(), value.offset(), value.end());
    }

    private SseWriter lines(byte[] field, ByteSlice value) {
        byte[] array = value.array();
        int from = value.offset();
        int lineEnd = ByteSearch.lineEnd(array, from, value.end());
        while (lineEnd < value.end()) {
            line(field, array, from, lineEnd);
            boolean pair = array[lineEnd] == '\r' && lineEnd + 1 < value.end() && array[lineEnd + 1] == '\n';
            from = lineEnd + (pair ? 2 : 1);
            lineEnd = ByteSearch.lineEnd(array, from, value.end());
        }
        return line(field, array, from, lineEnd);
    }

    private SseWriter line(byte[] field, byte[] array, int from, int to) {
        block.append(field, 0, field.length);
        block.append(array, from, to - from);
        block.append((byte) '\n');
        return this;
    }
}
