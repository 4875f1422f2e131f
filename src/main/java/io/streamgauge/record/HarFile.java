package io.streamgauge.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP archive (HAR 1.2), as browsers and proxies save it: one JSON object, read entry by entry. */
final class HarFile {
    /** Characters that base64 needs for a byte, rounded up. */
    private static final int CHARS_PER_BYTE = 2;

    private final Path file;
    private final ImportLimits limits;
    private final JsonMapper json;

    HarFile(Path file, ImportLimits limits) {
        this.file = file;
        this.limits = limits;
        json = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(Math.toIntExact(
                                        Math.min(Integer.MAX_VALUE, (long) limits.maxBodyBytes() * CHARS_PER_BYTE)))
                                .maxNestingDepth(limits.maxDepth())
                                .build())
                        .build())
                .build();
    }

    /** Hands out all entries in order; those before a place that cannot be understood have been handed out. */
    void read(ForeignExchange.Sink sink) throws IOException, ImportException {
        if (Files.size(file) > limits.maxArchiveBytes()) {
            throw new ImportException(0, "longer than " + limits.maxArchiveBytes() + " bytes");
        }
        int entry = 0;
        try (JsonParser parser = json.createParser(file)) {
            enterEntries(parser);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                entry++;
                if (entry > limits.maxEntries()) {
                    throw new ImportException(entry, "more than " + limits.maxEntries() + " entries");
                }
                ForeignExchange.hand(entry, parser.readValueAsTree(), HarFile::exchange, sink);
            }
        } catch (JacksonException e) {
            throw new ImportException(entry, "not the JSON of an HTTP archive" + where(e));
        }
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : ", at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    /** Goes to the array {@code log.entries}, wherever in its objects it stands. */
    private static void enterEntries(JsonParser parser) throws ImportException {
        enter(parser, "log", JsonToken.START_OBJECT, parser.nextToken());
        enter(parser, "entries", JsonToken.START_ARRAY, parser.currentToken());
    }

    private static void enter(JsonParser parser, String name, JsonToken kind, JsonToken at) throws ImportException {
        if (at == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isIt = parser.currentName().equals(name);
                JsonToken value = parser.nextToken();
                if (isIt && value == kind) {
                    return;
                }
                parser.skipChildren();
            }
        }
        throw new ImportException(0, "no HTTP archive: expected log.entries in it");
    }

    private static ForeignExchange exchange(int number, JsonNode entry) throws ImportException {
        JsonNode request = entry.path("request");
        JsonNode response = entry.path("response");
        if (!request.path("url").isString() || !response.path("status").isNumber()) {
            throw new ImportException(number, "expected request.url and response.status");
        }
        List<Map.Entry<String, String>> asked = pairs(request.path("headers"), "");
        asked.addAll(pairs(request.path("cookies"), "cookie"));
        List<Map.Entry<String, String>> answered = pairs(response.path("headers"), "");
        answered.addAll(pairs(response.path("cookies"), "set-cookie"));
        JsonNode content = response.path("content");
        if (answered.stream().noneMatch(header -> header.getKey().equalsIgnoreCase("content-type"))) {
            answered.add(Map.entry("content-type", content.path("mimeType").asString("")));
        }
        return new ForeignExchange(
                number,
                request.path("method").asString("GET"),
                request.path("url").asString(),
                asked,
                response.path("status").asInt(),
                withoutEncoding(answered),
                body(number, content),
                entry.has("_eventSourceMessages")
                        ? "its body is not in the file, only what the browser made of its events"
                        : "its body is not in the file");
    }

    /** A list of objects with name and value; cookies become headers of their own. */
    private static List<Map.Entry<String, String>> pairs(JsonNode list, String header) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (JsonNode pair : list) {
            String name = pair.path("name").asString("");
            String value = pair.path("value").asString("");
            pairs.add(header.isEmpty() ? Map.entry(name, value) : Map.entry(header, name + "=" + value));
        }
        return pairs;
    }

    /** What is saved here is what was behind the content encoding (HAR 1.2, content). */
    private static List<Map.Entry<String, String>> withoutEncoding(List<Map.Entry<String, String>> headers) {
        return headers.stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("content-encoding"))
                .toList();
    }

    private static Optional<byte[]> body(int number, JsonNode content) throws ImportException {
        JsonNode text = content.path("text");
        if (!text.isString()) {
            return Optional.empty();
        }
        if (!content.path("encoding").asString("").equals("base64")) {
            return Optional.of(text.asString().getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(WrappedBase64.decode(text.asString()));
        } catch (IllegalArgumentException e) {
            throw new ImportException(number, "response.content.text is not the base64 that it says it is");
        }
    }
}
