package io.streamgauge.record;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.streamgauge.transport.Origin;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headers of a message on its other side: everything but what concerns one connection (RFC 9110, section 7.6.1).
 */
final class ForwardedHeaders {
    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "transfer-encoding",
            "upgrade");

    private ForwardedHeaders() {}

    /**
     * Of a request to {@code origin}. It asks for no compression: a compressed stream comes in pieces that the
     * compressor chose, so that its reads tell nothing about its events.
     */
    static HttpHeaders ofRequest(HttpMessage request, Origin origin) {
        HttpHeaders headers = forwarded(request);
        headers.remove(HttpHeaderNames.EXPECT);
        headers.set(HttpHeaderNames.HOST, origin.authority());
        headers.set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY);
        if (HttpUtil.isTransferEncodingChunked(request)) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        return headers;
    }

    /**
     * Of a response to a client that speaks {@code version}. A body of unknown length goes out in chunks, or up to the
     * end of the connection where the client knows no chunks.
     */
    static HttpHeaders ofResponse(HttpMessage response, HttpVersion version, boolean keepAlive) {
        HttpHeaders headers = forwarded(response);
        boolean isModern = version.compareTo(HttpVersion.HTTP_1_1) >= 0;
        if (isModern && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (!isModern) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        return headers;
    }

    private static HttpHeaders forwarded(HttpMessage message) {
        Set<String> dropped = new HashSet<>(OF_ONE_CONNECTION);
        for (String value : message.headers().getAll(HttpHeaderNames.CONNECTION)) {
            for (String name : value.split(",", -1)) {
                dropped.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        HttpHeaders headers = new DefaultHttpHeaders();
        for (Map.Entry<String, String> header : message.headers()) {
            if (!dropped.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                headers.add(header.getKey(), header.getValue());
            }
        }
        return headers;
    }
}
