package io.streamgauge.record;

import io.streamgauge.transport.Origin;
import java.net.URI;

/**
 * The provider behind a proxy.
 *
 * @param basePath what its URL has in front of every path; without a slash at its end
 */
record Upstream(Origin origin, String basePath) {
    /**
     * The provider at a URL.
     *
     * @throws IllegalArgumentException if HTTP cannot go there, or if there is more in it than a place
     */
    static Upstream of(URI url) {
        Origin origin = Origin.of(url);
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "a provider's URL has no user, query or fragment: " + Origin.withoutSecrets(url));
        }
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return new Upstream(origin, path.replaceAll("/+$", ""));
    }

    /** The target of a request there, which came with this one; the form that names a server names it no more. */
    String target(String requested) {
        String path = requested;
        if (requested.startsWith("http://") || requested.startsWith("https://")) {
            int slash = requested.indexOf('/', requested.indexOf("//") + 2);
            path = slash < 0 ? "/" : requested.substring(slash);
        }
        return path.startsWith("/") ? basePath + path : path;
    }
}
