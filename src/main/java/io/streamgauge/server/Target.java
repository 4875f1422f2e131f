package io.streamgauge.server;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request is for.
 *
 * @param path percent-decoded
 * @param query percent-decoded, by name
 */
record Target(String path, Map<String, List<String>> query) {
    /**
     * Reads the target of a request, whatever its form.
     *
     * @throws RefusedException when its percent-encoding is broken
     */
    static Target of(String uri) throws RefusedException {
        try {
            QueryStringDecoder decoder = new QueryStringDecoder(withoutOrigin(uri));
            return new Target(decoder.path(), decoder.parameters());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Refusal.BAD_REQUEST, "The request target is not percent-encoded as it should be.");
        }
    }

    /** The form for proxies names the server again (RFC 9112, section 3.2.2). */
    private static String withoutOrigin(String uri) {
        if (!uri.startsWith("http://") && !uri.startsWith("https://")) {
            return uri;
        }
        int path = uri.indexOf('/', uri.indexOf("//") + 2);
        return path < 0 ? "/" : uri.substring(path);
    }

    /** The first value of a query parameter. */
    Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }
}
