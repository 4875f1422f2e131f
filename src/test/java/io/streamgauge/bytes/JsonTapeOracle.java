package io.streamgauge.bytes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Two readers of the same text, the tape and Jackson, each giving plain Java values or nothing when it refuses.
 *
 * <p>They differ on purpose in four things, which are levelled here and nowhere else: the tape accepts the words NaN,
 * Infinity and -Infinity; it repairs ill-formed UTF-8, so Jackson gets the repaired text; it turns a lone escaped
 * surrogate into U+FFFD where Jackson keeps it in values, and refuses it in names, so Jackson gets U+FFFD to begin
 * with.
 */
final class JsonTapeOracle {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final Set<String> WORDS = Set.of("NaN", "Infinity", "-Infinity");
    /** One escape at a time: a surrogate pair, any other code unit, or a letter. */
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2}|u\\p{XDigit}{4}|.)", Pattern.DOTALL);

    private static final Pattern LONE_SURROGATE = Pattern.compile("\\\\u[dD][89a-fA-F]\\p{XDigit}{2}");
    private static final String NULL = "the value null";

    private final JsonTape tape = new JsonTape();
    private final ByteSlice slice = new ByteSlice();

    /** A number as it is written; its value is for whoever reads it. */
    record Numeral(String text) {}

    Optional<Object> byTape(byte[] text) {
        return byTape(text, 0, text.length);
    }

    Optional<Object> byTape(byte[] text, int offset, int length) {
        return tape.parse(text, offset, length) ? Optional.of(value(tape.root())) : Optional.empty();
    }

    private Object value(int node) {
        return switch (tape.kind(node)) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> tape.string(node, slice).copyUtf8();
            case NUMBER -> new Numeral(tape.raw(node, slice).copyUtf8());
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> NULL;
            case MISSING -> throw new AssertionError("no node");
        };
    }

    private List<Object> array(int node) {
        List<Object> values = new ArrayList<>();
        for (int item = tape.first(node); item >= 0; item = tape.next(node, item)) {
            values.add(value(item));
        }
        return values;
    }

    private Map<String, Object> object(int node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        int name = tape.firstName(node);
        while (name >= 0) {
            int value = tape.next(node, name);
            fields.put(tape.string(name, slice).copyUtf8(), value(value));
            name = tape.next(node, value);
        }
        return fields;
    }

    static Optional<Object> byJackson(byte[] text) {
        String repaired = withoutLoneSurrogates(Utf8.decode(text, 0, text.length));
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), repaired)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return Optional.empty();
            }
            Object value = value(parser, first);
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (JacksonException | NotOurs refused) {
            return Optional.empty();
        }
    }

    private static Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    fields.put(name, value(parser, parser.nextToken()));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                    values.add(value(parser, item));
                }
                yield values;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            default -> throw new AssertionError(token);
        };
    }

    private static String withoutLoneSurrogates(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> {
            boolean lone = LONE_SURROGATE.matcher(escape.group()).matches();
            return Matcher.quoteReplacement(lone ? "\\ufffd" : escape.group());
        });
    }

    private static Numeral number(String text) {
        boolean word = !Character.isDigit(text.charAt(text.length() - 1));
        if (word && !WORDS.contains(text)) {
            throw new NotOurs();
        }
        return new Numeral(text);
    }

    /** Jackson knows more spellings of infinity than servers write. */
    private static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
