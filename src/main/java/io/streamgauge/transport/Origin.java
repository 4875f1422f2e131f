package io.streamgauge.transport;

import java.net.URI;
import java.util.Locale;

/**
 * A server as connections know it.
 *
 * @param host name or address, an IPv6 address without its brackets
 */
public record Origin(boolean tls, String host, int port) {
    /**
     * The server that a URL names.
     *
     * @throws IllegalArgumentException if it is not one that HTTP can go to
     */
    public static Origin of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !scheme.equals("http")) {
            throw new IllegalArgumentException("not an http or https URL: " + withoutSecrets(uri));
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("no host in URL: " + withoutSecrets(uri));
        }
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        return new Origin(tls, host, uri.getPort() >= 0 ? uri.getPort() : defaultPort(tls));
    }

    private static int defaultPort(boolean tls) {
        return tls ? 443 : 80;
    }

    /** The value of the Host header: RFC 9110, section 7.2. */
    public String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == defaultPort(tls) ? name : name + ":" + port;
    }

    /** A URL to be shown: without user, password and query, any of which may be a secret. */
    public static String withoutSecrets(URI uri) {
        String text = uri.toString();
        int query = text.indexOf('?');
        String bare = query < 0 ? text : text.substring(0, query) + "?...";
        return bare.replaceFirst("//[^/@]*@", "//");
    }
}
