package io.streamgauge.provider;

import io.streamgauge.provider.reference.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Changes one thing about a JSON text. Most of what comes out is JSON again. */
final class JsonMutator {
    /** Put into strings; those outside of ASCII are UTF-8, sound and not, a byte per char. */
    private static final List<String> CHARACTERS = List.of(
            "\\ud83d\\ude00",
            "\\uD83D",
            "\\ude00",
            "\\ude00\\ud83d",
            "\\n",
            "\\\\",
            "\\\"",
            "\\/",
            "\\u0000",
            "\\u00e9",
            "\\ufffd",
            "\\u0022",
            "\\x",
            "\\u12",
            "\u00f0\u009f\u0098\u0080",
            "\u00c3\u00a9",
            "\u00e2\u0080\u00a8",
            "\u00ed\u00a0\u0080",
            "\u00c3",
            "\u00ff",
            "\t",
            "\u007f",
            "data: ",
            "}",
            "\"");

    private static final List<String> BLANKS = List.of(" ", "  ", "\t", "\n", "\r\n", "          ");

    private final Vocabulary vocabulary;
    private final SplittableRandom random;

    JsonMutator(Vocabulary vocabulary, SplittableRandom random) {
        this.vocabulary = vocabulary;
        this.random = random;
    }

    /** The value of a text and all values in it; none if it is not JSON. */
    static List<Json> valuesIn(String text) {
        List<Json> values = new ArrayList<>();
        Json.parse(text).ifPresent(values::add);
        for (int i = 0; i < values.size(); i++) {
            values.addAll(values.get(i).children());
        }
        return values;
    }

    /** The text with one change; unchanged if it is not JSON. */
    String mutate(String text) {
        List<Json> values = valuesIn(text);
        if (values.isEmpty()) {
            return text;
        }
        Json value = values.get(random.nextInt(values.size()));
        return switch (random.nextInt(16)) {
            case 0, 1 -> replace(text, value, vocabulary.value(random));
            case 2 -> replace(text, anyOf(values, Json.Kind.NUMBER), vocabulary.number(random));
            case 3 -> escape(text, anyOf(values, Json.Kind.STRING));
            case 4, 5 -> putIn(text, anyOf(values, Json.Kind.STRING), pick(CHARACTERS));
            case 6 -> lengthen(text, anyOf(values, Json.Kind.STRING));
            case 7 -> replace(text, value, "null");
            case 8 -> duplicate(text, value);
            case 9 -> drop(text, value);
            case 10 -> swap(text, values, value);
            case 11, 12 -> addMember(text, anyOf(values, Json.Kind.OBJECT));
            case 13 -> deepen(text, value);
            case 14 -> insert(text, random.nextBoolean() ? value.from() : value.to(), pick(BLANKS));
            default -> changeName(text, value);
        };
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** A value of this kind if there is one. */
    private Json anyOf(List<Json> values, Json.Kind kind) {
        List<Json> fitting =
                values.stream().filter(value -> value.kind() == kind).toList();
        List<Json> choice = fitting.isEmpty() ? values : fitting;
        return choice.get(random.nextInt(choice.size()));
    }

    private static String insert(String text, int at, String inserted) {
        return text.substring(0, at) + inserted + text.substring(at);
    }

    private static String replace(String text, int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }

    private static String replace(String text, Json value, String by) {
        return replace(text, value.from(), value.to(), by);
    }

    /** Spells a plain character as an escape. */
    private String escape(String text, Json string) {
        int at = Math.max(1, placeIn(string));
        if (at >= text.length()) {
            return text;
        }
        char plain = text.charAt(at);
        boolean isPlain = plain >= ' ' && plain < 0x7F && plain != '"' && plain != '\\' && text.charAt(at - 1) != '\\';
        String hex = String.format(Locale.ROOT, random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) plain);
        return isPlain ? replace(text, at, at + 1, hex) : text;
    }

    private int placeIn(Json value) {
        return Math.min(value.from() + 1 + random.nextInt(Math.max(1, value.to() - value.from() - 1)), value.to() - 1);
    }

    private String putIn(String text, Json string, String characters) {
        int at = switch (random.nextInt(3)) {
            case 0 -> string.from() + 1;
            case 1 -> string.to() - 1;
            default -> placeIn(string);
        };
        return insert(text, at, characters);
    }

    private String lengthen(String text, Json string) {
        String more = random.nextBoolean() ? "word " : "\u00c3\u00a9";
        return insert(text, string.to() - 1, more.repeat(random.nextInt(1, random.nextInt(10) == 0 ? 900 : 40)));
    }

    /** Says a member or element twice, with the same value or another. */
    private String duplicate(String text, Json value) {
        String name = text.substring(value.nameFrom(), value.from());
        String said = text.substring(value.from(), value.to());
        String again = name + (random.nextBoolean() ? said : vocabulary.value(random));
        return random.nextBoolean()
                ? insert(text, value.to(), "," + again)
                : insert(text, value.nameFrom(), again + ",");
    }

    private static String drop(String text, Json value) {
        int to = value.to();
        boolean isFollowed = to < text.length() && text.charAt(to) == ',';
        int from = value.nameFrom();
        boolean isLast = !isFollowed && from > 0 && text.charAt(from - 1) == ',';
        return replace(text, isLast ? from - 1 : from, isFollowed ? to + 1 : to, "");
    }

    /** Exchanges two members of one object, names and all, or any two values. */
    private String swap(String text, List<Json> values, Json value) {
        List<Json> others = value.children().size() > 1 ? value.children() : values;
        Json one = others.get(random.nextInt(others.size()));
        Json other = others.get(random.nextInt(others.size()));
        Json first = one.from() < other.from() ? one : other;
        Json second = one.from() < other.from() ? other : one;
        if (first.to() > second.nameFrom()) {
            return text;
        }
        return text.substring(0, first.nameFrom())
                + text.substring(second.nameFrom(), second.to())
                + text.substring(first.to(), second.nameFrom())
                + text.substring(first.nameFrom(), first.to())
                + text.substring(second.to());
    }

    private String addMember(String text, Json object) {
        if (object.kind() != Json.Kind.OBJECT) {
            return text;
        }
        Vocabulary.Member member = vocabulary.member(random);
        String said = member.name() + (random.nextInt(3) == 0 ? vocabulary.value(random) : member.value());
        boolean isFirst = object.children().isEmpty();
        return random.nextBoolean()
                ? insert(text, object.from() + 1, said + (isFirst ? "" : ","))
                : insert(text, object.to() - 1, (isFirst ? "" : ",") + said);
    }

    private String deepen(String text, Json value) {
        boolean isArray = random.nextBoolean();
        int levels = random.nextInt(20) == 0 ? random.nextInt(480, 510) : random.nextInt(1, 4);
        String deeper = (isArray ? "[" : "{\"x\":").repeat(levels)
                + text.substring(value.from(), value.to())
                + (isArray ? "]" : "}").repeat(levels);
        return replace(text, value, deeper);
    }

    /** Gives a member another name, or spells its own with an escape. */
    private String changeName(String text, Json value) {
        int from = value.nameFrom();
        if (from == value.from()) {
            return text;
        }
        if (random.nextBoolean()) {
            return replace(text, from, value.from(), vocabulary.member(random).name());
        }
        int at = from + 1;
        return text.charAt(at) == '"' || text.charAt(at) == '\\'
                ? text
                : replace(text, at, at + 1, String.format(Locale.ROOT, "\\u%04X", (int) text.charAt(at)));
    }
}
