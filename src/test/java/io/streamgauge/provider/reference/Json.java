package io.streamgauge.provider.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One JSON value, with the place of its text; of fields with the same name the last is left. */
public final class Json {
    /** What a value is. */
    public enum Kind {
        /** There is no such value; asking on is allowed and leads to nothing. */
        MISSING,
        NULL,
        FALSE,
        TRUE,
        NUMBER,
        STRING,
        ARRAY,
        OBJECT
    }

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    static final Json MISSING = new Json(Kind.MISSING, new Place("", 0, 0, 0), "");

    /** Where a value stands in the text it was read from; a member of an object has its name before it. */
    record Place(String text, int nameFrom, int from, int to) {}

    private final Kind kind;
    private final Place place;
    private final String characters;
    final Map<String, Json> fields = new LinkedHashMap<>();
    final List<Json> elements;

    Json(Kind kind, Place place, String characters) {
        this(kind, place, characters, List.of());
    }

    Json(Kind kind, Place place, String characters, List<Json> elements) {
        this.kind = kind;
        this.place = place;
        this.characters = characters;
        this.elements = elements;
    }

    /** Reads one text; empty when it is not JSON. */
    public static Optional<Json> parse(String text) {
        return JsonReader.read(text).map(JsonReader.Result::root);
    }

    public Kind kind() {
        return kind;
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** There, and not {@code null}. */
    boolean isPresent() {
        return kind != Kind.MISSING && kind != Kind.NULL;
    }

    /**
     * Whether it is more than nothing: {@code null}, {@code false}, an empty string or an empty container say nothing.
     */
    boolean saysSomething() {
        return switch (kind) {
            case MISSING, NULL, FALSE -> false;
            case TRUE, NUMBER -> true;
            case STRING -> !characters.isEmpty();
            case ARRAY, OBJECT -> isFilled();
        };
    }

    /** Whether it is an array or object that holds something. */
    boolean isFilled() {
        return !elements.isEmpty() || !fields.isEmpty();
    }

    /** The value of a field of an object. */
    Json get(String name) {
        return fields.getOrDefault(name, MISSING);
    }

    /** The first of these fields that is present. */
    Json firstOf(List<String> names) {
        return names.stream().map(this::get).filter(Json::isPresent).findFirst().orElse(MISSING);
    }

    /** The elements of an array, the values of an object; none of anything else. */
    public List<Json> children() {
        return kind == Kind.OBJECT ? List.copyOf(fields.values()) : elements;
    }

    /** The characters of a string, a lone surrogate as U+FFFD; empty for anything else. */
    String string() {
        return WireText.wellFormed(characters);
    }

    /** The characters of a string as they are, lone surrogates included. */
    String utf16() {
        return characters;
    }

    /** The text of the value as it stands, of a string without its quotes. */
    String raw() {
        int quote = kind == Kind.STRING ? 1 : 0;
        return place.text.substring(place.from + quote, place.to - quote);
    }

    /** The characters of a string, or else the text of whatever is present. */
    String word() {
        return kind == Kind.STRING || !isPresent() ? string() : raw();
    }

    /** A whole number that fits 18 digits; -1 for all else and for what is less. */
    long count() {
        boolean isWhole = kind == Kind.NUMBER && WHOLE.matcher(raw()).matches();
        return isWhole ? Math.max(Long.parseLong(raw()), -1) : -1;
    }

    /** A number that counts choices, blocks or calls. */
    int index(int fallback) {
        long count = count();
        return count >= 0 && count <= Integer.MAX_VALUE ? (int) count : fallback;
    }

    /** Where the name of this member begins, or where the value does if it is no member. */
    public int nameFrom() {
        return place.nameFrom;
    }

    /** Where the value begins. */
    public int from() {
        return place.from;
    }

    /** The position behind the value. */
    public int to() {
        return place.to;
    }
}
