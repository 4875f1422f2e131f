package io.streamgauge.provider;

import io.streamgauge.event.EventParser;
import io.streamgauge.event.EventShortcut;
import io.streamgauge.event.JsonArrayParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.SseParser;
import io.streamgauge.event.StreamEventHandler;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a body that was asked for in one of two framings and may come in the other: Gemini sends a JSON array when
 * {@code alt=sse} was forgotten or dropped by a proxy. No line of an event stream begins with a bracket, and no array
 * without one, so the first byte that is not a blank or part of a byte order mark decides.
 */
final class ArrayOrEventsParser implements EventParser {
    /** So many undecided bytes are held; a body with more of them before its first word is an event stream. */
    static final int MAX_UNDECIDED_BYTES = 64;

    private final SseParser events;
    private final JsonArrayParser array;
    private final byte[] held = new byte[MAX_UNDECIDED_BYTES];
    private final byte[] next = new byte[1];
    private int heldLength;

    @Nullable
    private EventParser chosen;

    ArrayOrEventsParser(ParserLimits limits, StreamEventHandler handler) {
        events = new SseParser(limits, handler);
        array = new JsonArrayParser(limits, handler);
    }

    @Override
    public void feed(byte[] source, int offset, int length) {
        if (chosen != null) {
            chosen.feed(source, offset, length);
            return;
        }
        int undecided = 0;
        while (undecided < length && isUndecided(source[offset + undecided])) {
            undecided++;
        }
        boolean fits = heldLength + undecided <= held.length;
        if (fits && undecided == length) {
            System.arraycopy(source, offset, held, heldLength, length);
            heldLength += length;
        } else {
            boolean isArray = fits && source[offset + undecided] == '[';
            choose(isArray ? array : events).feed(source, offset, length);
        }
    }

    private EventParser choose(EventParser parser) {
        chosen = parser;
        parser.feed(held, 0, heldLength);
        return parser;
    }

    private static boolean isUndecided(byte b) {
        return switch (b) {
            case ' ', '\t', '\r', '\n', (byte) 0xEF, (byte) 0xBB, (byte) 0xBF -> true;
            default -> false;
        };
    }

    @Override
    public void feed(ByteBuffer source) {
        while (chosen == null && source.hasRemaining()) {
            next[0] = source.get();
            feed(next, 0, 1);
        }
        if (chosen != null) {
            chosen.feed(source);
        }
    }

    @Override
    public void use(EventShortcut shortcut) {
        events.use(shortcut);
        array.use(shortcut);
    }

    @Override
    public void end() {
        (chosen == null ? choose(events) : chosen).end();
    }

    @Override
    public void reset() {
        events.reset();
        array.reset();
        heldLength = 0;
        chosen = null;
    }

    @Override
    public long bytesFed() {
        return chosen == null ? heldLength : chosen.bytesFed();
    }
}
