package io.streamgauge.record;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.compression.ZlibWrapper;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes the content encoding off a body that comes in pieces: recordings hold what a client sees behind it. Identity is
 * asked for, and some providers compress nevertheless. One body, one thread.
 */
final class ContentCoding implements AutoCloseable {
    /** What one piece may grow to: 64 MiB, the most that 64 KiB can. */
    private static final int MAX_STEP_BYTES = 64 << 20;

    private static final Set<String> KNOWN = Set.of("", "identity", "gzip", "x-gzip", "deflate");

    private final EmbeddedChannel channel;

    private ContentCoding(Optional<ChannelHandler> decoder) {
        channel = new EmbeddedChannel(
                decoder.map(handler -> new ChannelHandler[] {handler}).orElseGet(() -> new ChannelHandler[0]));
    }

    /** Whether what a header names can be undone here. */
    static boolean isKnown(String contentEncoding) {
        return KNOWN.contains(normal(contentEncoding));
    }

    /** What undoes the encoding that a header names, which must be known. */
    static ContentCoding of(String contentEncoding) {
        return switch (normal(contentEncoding)) {
            case "gzip", "x-gzip" -> zlib(ZlibWrapper.GZIP);
            case "deflate" -> zlib(ZlibWrapper.ZLIB_OR_NONE);
            default -> new ContentCoding(Optional.empty());
        };
    }

    private static String normal(String contentEncoding) {
        return contentEncoding.strip().toLowerCase(Locale.ROOT);
    }

    private static ContentCoding zlib(ZlibWrapper wrapper) {
        return new ContentCoding(Optional.of(ZlibCodecFactory.newZlibDecoder(wrapper, MAX_STEP_BYTES)));
    }

    /**
     * Decodes a piece, which is released.
     *
     * @param out borrows each decoded piece
     * @throws DecompressionException when it is not what the header says
     */
    void decode(ByteBuf piece, Consumer<ByteBuf> out) {
        channel.writeInbound(piece);
        for (Object decoded = channel.readInbound(); decoded != null; decoded = channel.readInbound()) {
            ByteBuf bytes = (ByteBuf) decoded;
            try {
                out.accept(bytes);
            } finally {
                bytes.release();
            }
        }
    }

    /**
     * Lets go of everything; what is wrong with the end of a body was told with its last piece, or is its own evidence.
     */
    @Override
    public void close() {
        try {
            channel.finishAndReleaseAll();
        } catch (DecompressionException e) {
            channel.releaseInbound();
        }
    }
}
