package io.streamgauge.event;

import java.nio.ByteBuffer;

/**
 * Cuts one body into events. Fed by one thread; a handler must not feed the parser that called it, and after an
 * exception from a handler the parser is of no use until it is reset.
 */
public interface EventParser {
    /**
     * Takes the next bytes of the body. Events that end in them are handed to the handler before this returns; what is
     * left over is copied, so the caller may reuse {@code source}.
     *
     * @throws IllegalStateException after {@link #end()}
     */
    void feed(byte[] source, int offset, int length);

    /** Takes all remaining bytes of {@code source}; a direct buffer costs one copy of its bytes. */
    void feed(ByteBuffer source);

    /**
     * Tells that the body is over. An event that was not finished is handed out as
     * {@link StreamEvent.Ending#UNTERMINATED}. Told again, it does nothing.
     */
    void end();

    /** Forgets everything, limits and handler excepted, and is ready for another body. */
    void reset();

    /**
     * Has {@code shortcut} asked at the beginning of every event that lies in one read, from the next read on. Parsers
     * of framings that have no use for it ignore it.
     */
    default void use(EventShortcut shortcut) {}

    /** The number of bytes fed since the last {@link #reset()}. */
    long bytesFed();
}
