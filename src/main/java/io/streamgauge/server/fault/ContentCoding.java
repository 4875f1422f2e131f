package io.streamgauge.server.fault;

import io.streamgauge.server.plan.TimedBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * What a body is compressed with on its way.
 *
 * @param flush when compressed bytes leave
 */
public record ContentCoding(Method method, Flush flush) {
    /** When a compressor hands out what it holds. */
    public enum Flush {
        /** With every write, so that each event can be read when it was due. */
        WRITE,
        /** When it is full or the body is over, so that events wait for those behind them. */
        END;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Makes a compressor. */
    @FunctionalInterface
    public interface Method {
        /** A compressor in front of {@code out}; it may write its own head there at once. */
        OutputStream compressor(OutputStream out) throws IOException;
    }

    /** A compressed body. */
    public static final class Compressed {
        private final byte[] bytes;
        private final int[] ends;

        private Compressed(byte[] bytes, int[] ends) {
            this.bytes = bytes;
            this.ends = ends;
        }

        /** The compressed bytes, not to be changed. */
        public byte[] bytes() {
            return bytes;
        }

        /** Where a write ends in them; with the one before it, when nothing of it has left yet. */
        public int end(int write) {
            return ends[write];
        }
    }

    /**
     * Compresses a body write by write.
     *
     * @param complete whether the compressor's own end is written too; without it the client sees a cut
     */
    public Compressed compress(TimedBody body, boolean complete) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        int[] ends = new int[body.writes()];
        try {
            OutputStream compressor = method.compressor(compressed);
            for (int write = 0; write < ends.length; write++) {
                int from = write == 0 ? 0 : body.end(write - 1);
                compressor.write(body.bytes(), from, body.end(write) - from);
                if (flush == Flush.WRITE) {
                    compressor.flush();
                }
                if (complete && write == ends.length - 1) {
                    compressor.close();
                }
                ends[write] = compressed.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("compressing in memory", e);
        }
        return new Compressed(compressed.toByteArray(), ends);
    }
}
