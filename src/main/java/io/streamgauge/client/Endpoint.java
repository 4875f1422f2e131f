package io.streamgauge.client;

import java.net.URI;
import java.util.Locale;

/**
 * A server as connections know it.
 *
 * @param host name or address, an IPv6 address without its brackets
 */
record Endpoint(boolean tls, String host, int port) {
    static Endpoint of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !scheme.equals("http")) {
            throw new IllegalArgumentException("not an http or https URL: " + StreamRequest.withoutSecrets(uri));
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("no host in URL: " + StreamRequest.withoutSecrets(uri));
        }
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        return new Endpoint(tls, host, uri.getPort() >= 0 ? uri.getPort() : defaultPort(tls));
    }

    private static int defaultPort(boolean tls) {
        return tls ? 443 : 80;
    }

    /** The value of the Host header: RFC 9110, section 7.2. */
    String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == defaultPort(tls) ? name : name + ":" + port;
    }
}
