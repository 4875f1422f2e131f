package io.streamgauge.transport;

import io.netty.buffer.ByteBuf;

/**
 * Hands the bytes of Netty's buffers to what wants arrays.
 *
 * <p>A buffer that lies in an array is handed over in place; any other is copied piece by piece through one staging
 * array that is reused, so a read allocates nothing. One feeder serves all connections of one event loop, and only its
 * thread.
 */
public final class ByteBufFeeder {
    /** The longest piece that is copied at once: 64 KiB, Netty's largest read. */
    public static final int STAGING_BYTES = 64 << 10;

    private final byte[] staging = new byte[STAGING_BYTES];

    /** Takes bytes that may be overwritten as soon as it returns, such as {@code decoder::feed}. */
    @FunctionalInterface
    public interface Target {
        /** Takes the next {@code length} bytes. */
        void feed(byte[] source, int offset, int length);
    }

    /** Reads {@code source} to its end. It stays the caller's, who still has to release it. */
    public void feed(ByteBuf source, Target target) {
        if (source.hasArray()) {
            int from = source.arrayOffset() + source.readerIndex();
            int length = source.readableBytes();
            source.skipBytes(length);
            target.feed(source.array(), from, length);
            return;
        }
        while (source.isReadable()) {
            int length = Math.min(source.readableBytes(), STAGING_BYTES);
            source.readBytes(staging, 0, length);
            target.feed(staging, 0, length);
        }
    }
}
