package io.streamgauge.transport;

import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;

/** HTTP/1.1 codecs as both sides want them: limits by name, and a chunk handed on as far as it has come. */
public final class HttpCodecs {
    /** The most of a body that comes in one message: 64 KiB, so that a read is seldom more than one. */
    private static final int MAX_CONTENT_BYTES = 64 << 10;

    private HttpCodecs() {}

    /** A codec for one accepted connection. */
    public static HttpServerCodec server(HttpLimits limits) {
        return new HttpServerCodec(config(limits));
    }

    /** A codec for one connection to a server. */
    public static HttpClientCodec client(HttpLimits limits) {
        return new HttpClientCodec(config(limits), false, false);
    }

    private static HttpDecoderConfig config(HttpLimits limits) {
        return new HttpDecoderConfig()
                .setMaxInitialLineLength(limits.maxInitialLineBytes())
                .setMaxHeaderSize(limits.maxHeaderBytes())
                .setMaxChunkSize(MAX_CONTENT_BYTES)
                // A read is handed on as it came: what waits for the rest of its chunk has no arrival time of its own.
                .setAllowPartialChunks(true);
    }
}
