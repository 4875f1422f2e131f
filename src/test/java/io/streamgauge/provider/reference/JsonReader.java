package io.streamgauge.provider.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Makes a tree of the tokens that Jackson finds. */
final class JsonReader {
    /** RFC 8259 and the three words for numbers that are not finite; only the depth is limited. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(500)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Jackson takes shorter and signed forms, too. */
    private static final Set<String> NON_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    record Result(Json root, boolean hasNonFinite) {}

    private final String text;
    private final JsonParser parser;
    private boolean hasNonFinite;
    private boolean hasForeignWord;

    private JsonReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    static Optional<Result> read(String text) {
        String soundNames = SoundNames.in(text);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), soundNames)) {
            return new JsonReader(text, parser).readAll();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Optional<Result> readAll() {
        if (parser.nextToken() == null) {
            return Optional.empty();
        }
        Json root = value((int) parser.currentTokenLocation().getCharOffset());
        boolean isJson = parser.nextToken() == null && !hasForeignWord;
        return isJson ? Optional.of(new Result(root, hasNonFinite)) : Optional.empty();
    }

    private Json value(int nameFrom) {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(nameFrom, from);
            case START_ARRAY -> array(nameFrom, from);
            case VALUE_STRING -> {
                String characters = parser.getString();
                yield new Json(Json.Kind.STRING, upToHere(nameFrom, from), characters);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(nameFrom, from);
            case VALUE_TRUE -> new Json(Json.Kind.TRUE, upToHere(nameFrom, from), "");
            case VALUE_FALSE -> new Json(Json.Kind.FALSE, upToHere(nameFrom, from), "");
            case VALUE_NULL -> new Json(Json.Kind.NULL, upToHere(nameFrom, from), "");
            default -> throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    private Json.Place upToHere(int nameFrom, int from) {
        return new Json.Place(
                text, nameFrom, from, (int) parser.currentLocation().getCharOffset());
    }

    private Json number(int nameFrom, int from) {
        String digits = parser.getString();
        if (!Character.isDigit(digits.charAt(digits.length() - 1))) {
            hasNonFinite = true;
            hasForeignWord |= !NON_FINITE.contains(digits);
        }
        return new Json(Json.Kind.NUMBER, new Json.Place(text, nameFrom, from, from + digits.length()), "");
    }

    private Json object(int nameFrom, int from) {
        List<String> names = new ArrayList<>();
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            names.add(parser.currentName());
            int memberFrom = (int) parser.currentTokenLocation().getCharOffset();
            parser.nextToken();
            values.add(value(memberFrom));
        }
        Json object = new Json(Json.Kind.OBJECT, upToHere(nameFrom, from), "");
        for (int i = 0; i < names.size(); i++) {
            object.fields.put(WireText.wellFormed(names.get(i)), values.get(i));
        }
        return object;
    }

    private Json array(int nameFrom, int from) {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value((int) parser.currentTokenLocation().getCharOffset()));
        }
        return new Json(Json.Kind.ARRAY, upToHere(nameFrom, from), "", elements);
    }
}
