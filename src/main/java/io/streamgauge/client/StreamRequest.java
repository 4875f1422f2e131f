package io.streamgauge.client;

import io.streamgauge.provider.Dialect;
import io.streamgauge.transport.Origin;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A POST that asks for a stream. Immutable, may be sent any number of times.
 *
 * <p>Header values and the query of the URL may hold credentials and are shown nowhere.
 */
public final class StreamRequest {
    private final Dialect dialect;
    private final URI uri;
    private final Origin origin;
    private final Map<String, String> headers;
    private final byte[] body;

    private StreamRequest(Builder builder) {
        dialect = builder.dialect;
        uri = builder.uri();
        origin = Origin.of(uri);
        headers = Map.copyOf(builder.allHeaders());
        body = builder.body.length > 0 ? builder.body : ProviderApi.body(dialect, builder.model, builder.prompt);
    }

    /**
     * A request to the server at {@code base}, at the path that {@code dialect} asks for.
     *
     * @param base scheme, host and port, and a path before the dialect's own where a gateway has one; a version at its
     *     end, such as {@code /v1}, is not said twice
     */
    public static Builder to(Dialect dialect, URI base) {
        return new Builder(dialect, base, true);
    }

    /** A request to exactly {@code url}. */
    public static Builder toUrl(Dialect dialect, URI url) {
        return new Builder(dialect, url, false);
    }

    /** The protocol of the answer. */
    public Dialect dialect() {
        return dialect;
    }

    /** Where it goes, with whatever secrets the query holds. */
    URI uri() {
        return uri;
    }

    Origin origin() {
        return origin;
    }

    /** Path and query as they stand in the request line. */
    String target() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** Dialect and URL, without query, header values and body. */
    @Override
    public String toString() {
        return dialect.wireName() + " " + Origin.withoutSecrets(uri);
    }

    /** Puts a request together. */
    public static final class Builder {
        private final Dialect dialect;
        private final URI base;
        private final boolean needsPath;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String model = "";
        private String prompt = "";
        private String apiKey = "";
        private byte[] body = {};

        private Builder(Dialect dialect, URI base, boolean needsPath) {
            this.dialect = dialect;
            this.base = base;
            this.needsPath = needsPath;
        }

        /** Which model answers; some dialects have it in the URL. */
        public Builder model(String name) {
            model = name;
            return this;
        }

        /** What it is asked. */
        public Builder prompt(String text) {
            prompt = text;
            return this;
        }

        /** The credential, sent in the header the provider wants it in; empty sends none. */
        public Builder apiKey(String key) {
            apiKey = requireSendable("API key", key.strip());
            return this;
        }

        /** Adds a header, or replaces one of the client's own. */
        public Builder header(String name, String value) {
            headers.put(requireSendable("header name", name).toLowerCase(Locale.ROOT), requireSendable(name, value));
            return this;
        }

        /** Sends this JSON in place of one made of model and prompt. */
        public Builder body(byte[] json) {
            body = json.clone();
            return this;
        }

        /**
         * The request.
         *
         * @throws IllegalArgumentException if the URL is not one that HTTP can go to
         */
        public StreamRequest build() {
            return new StreamRequest(this);
        }

        private URI uri() {
            if (!needsPath) {
                return base;
            }
            String path = ProviderApi.path(dialect, model);
            String prefix = base.toString().replaceFirst("/+$", "");
            int version = path.indexOf('/', 1);
            if (version > 0 && prefix.endsWith(path.substring(0, version))) {
                path = path.substring(version);
            }
            return URI.create(prefix + path);
        }

        private Map<String, String> allHeaders() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("content-type", "application/json");
            all.put("accept", "*/*");
            // A compressed stream comes in pieces that the compressor chose: its events could not be timed.
            all.put("accept-encoding", "identity");
            all.put("user-agent", "streamgauge");
            all.putAll(ProviderApi.headers(dialect, apiKey));
            all.putAll(headers);
            return all;
        }

        /** Netty checks too, but its complaint would show the value. */
        private static String requireSendable(String name, String value) {
            if (value.chars().anyMatch(c -> c < ' ' || c == 0x7F || c > 0xFF)) {
                throw new IllegalArgumentException(name + " has characters that no header can carry");
            }
            return value;
        }
    }
}
