package io.streamgauge.record;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BinaryNode;

/**
 * A cassette: HTTP traffic that a test library has saved as YAML. Ruby's VCR, vcrpy and go-vcr differ in a few names
 * and in where they put the bytes of a body.
 */
final class VcrCassette {
    private final Path file;
    private final ImportLimits limits;

    VcrCassette(Path file, ImportLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** Hands out all entries in order. */
    void read(ForeignExchange.Sink sink) throws IOException, ImportException {
        JsonNode entries = entries(tree());
        if (entries.size() > limits.maxEntries()) {
            throw new ImportException(0, "more than " + limits.maxEntries() + " entries");
        }
        int number = 0;
        for (JsonNode entry : entries) {
            number++;
            ForeignExchange.hand(number, entry, VcrCassette::exchange, sink);
        }
    }

    private JsonNode tree() throws IOException, ImportException {
        if (Files.size(file) > limits.maxCassetteBytes()) {
            throw new ImportException(0, "longer than " + limits.maxCassetteBytes() + " bytes");
        }
        try {
            return new YamlTree(limits).read(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new ImportException(0, "not UTF-8");
        }
    }

    private static JsonNode entries(JsonNode root) throws ImportException {
        for (String name : List.of("http_interactions", "interactions")) {
            if (root.path(name).isArray()) {
                return root.path(name);
            }
        }
        throw new ImportException(0, "no cassette: expected a list http_interactions or interactions in it");
    }

    private static ForeignExchange exchange(int number, JsonNode entry) throws ImportException {
        JsonNode request = entry.path("request");
        JsonNode response = entry.path("response");
        String url = request.path("uri").asString(request.path("url").asString(""));
        int status = status(response);
        if (url.isEmpty() || status == 0) {
            throw new ImportException(number, "expected request.uri and response.status.code");
        }
        return new ForeignExchange(
                number,
                request.path("method").asString("GET").toUpperCase(Locale.ROOT),
                url,
                headers(request.path("headers")),
                status,
                headers(response.path("headers")),
                body(number, response.path("body")),
                "its body is not in the file");
    }

    /** {@code status: {code: 200}} or, at go-vcr, {@code code: 200} beside a status line. */
    private static int status(JsonNode response) {
        JsonNode nested = response.path("status").path("code");
        return (nested.isMissingNode() ? response.path("code") : nested).asInt(0);
    }

    /** Each name has a list of values, or one. */
    private static List<Map.Entry<String, String>> headers(JsonNode mapping) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : mapping.properties()) {
            if (header.getValue().isArray()) {
                header.getValue().forEach(value -> headers.add(Map.entry(header.getKey(), text(value))));
            } else {
                headers.add(Map.entry(header.getKey(), text(header.getValue())));
            }
        }
        return headers;
    }

    private static String text(JsonNode value) {
        return value instanceof BinaryNode binary
                ? new String(binary.binaryValue(), StandardCharsets.ISO_8859_1)
                : value.asString("");
    }

    /** The bytes: plain, in {@code string}, or in {@code base64_string}. */
    private static Optional<byte[]> body(int number, JsonNode body) throws ImportException {
        if (!body.isObject()) {
            return bytes(body);
        }
        if (body.path("base64_string").isString()) {
            try {
                return Optional.of(
                        WrappedBase64.decode(body.path("base64_string").asString()));
            } catch (IllegalArgumentException e) {
                throw new ImportException(number, "response.body.base64_string is no base64");
            }
        }
        return bytes(body.path("string"));
    }

    private static Optional<byte[]> bytes(JsonNode value) {
        if (value instanceof BinaryNode binary) {
            return Optional.of(binary.binaryValue());
        }
        return value.isString() ? Optional.of(value.asString().getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }
}
