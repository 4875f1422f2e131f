package io.streamgauge.server.fault;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.streamgauge.server.words.WordsException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The content codings of HTTP (RFC 9110, section 8.4.1; RFC 7932 for {@code br}). */
public enum Coding implements ContentCoding.Method {
    GZIP {
        @Override
        public OutputStream compressor(OutputStream out) throws IOException {
            return new GZIPOutputStream(out, BUFFER_BYTES, true);
        }
    },
    /** In the format of zlib, as the standard says and not as some servers understood it. */
    DEFLATE {
        @Override
        public OutputStream compressor(OutputStream out) {
            return new DeflaterOutputStream(out, true);
        }
    },
    BR {
        @Override
        public OutputStream compressor(OutputStream out) throws IOException {
            return new BrotliOutputStream(out, Encoder.Parameters.create(BROTLI_QUALITY));
        }

        @Override
        void requireAvailable() {
            if (!Brotli4jLoader.isAvailable()) {
                throw WordsException.expected("gzip or deflate, since there is no brotli for this machine");
            }
        }
    };

    private static final int BUFFER_BYTES = 512;

    /** What servers take for answers made on the way. */
    private static final int BROTLI_QUALITY = 5;

    /** The word of the header and of the fault. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Makes sure that this machine can do it. */
    void requireAvailable() {}
}
