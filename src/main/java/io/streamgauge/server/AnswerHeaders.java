package io.streamgauge.server;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The headers of an answer: recorded ones as they were, and our own that tell which stream this is. */
final class AnswerHeaders {
    static final String STREAM = Controls.PREFIX + "stream";

    /** What speaks of the connection, or of a coding that the recorded bytes no longer have. */
    private static final Set<String> NOT_REPLAYED = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final String JSON = "application/json";

    private AnswerHeaders() {}

    /**
     * The recorded headers that are sent again.
     *
     * @throws IllegalArgumentException when one of them cannot be a header
     */
    static HttpHeaders recorded(ServedRecording recording) {
        Set<String> dropped = new HashSet<>(NOT_REPLAYED);
        for (ServedRecording.Header header : recording.headers()) {
            if (header.name().equalsIgnoreCase("connection")) {
                for (String name : header.value().split(",", -1)) {
                    dropped.add(name.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        HttpHeaders headers = new DefaultHttpHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, recording.contentType());
        for (ServedRecording.Header header : recording.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!dropped.contains(name) && !name.startsWith(Controls.PREFIX)) {
                headers.add(header.name(), header.value());
            }
        }
        return headers;
    }

    /** The headers of a JSON answer of our own. */
    static HttpHeaders json() {
        return new DefaultHttpHeaders().set(HttpHeaderNames.CONTENT_TYPE, JSON);
    }
}
