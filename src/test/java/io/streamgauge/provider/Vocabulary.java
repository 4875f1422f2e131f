package io.streamgauge.provider;

import io.streamgauge.provider.reference.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** The streams of one dialect, and the words that their events are made of. Strings hold a byte per char. */
final class Vocabulary {
    private static final int MAX_VALUE_BYTES = 300;

    /** The first events of a stream hold most of the words it has. */
    private static final int MAX_BLOCKS = 40;

    /** Values that no stream has, or not in every place. */
    private static final List<String> VALUES = List.of(
            "null", "true", "false", "\"\"", "{}", "[]", "[null]", "[[]]", "[{}]", "\"x\"", "{\"x\":1}", "\"null\"");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "2",
            "-1",
            "7",
            "62",
            "63",
            "64",
            "197",
            "4095",
            "4096",
            "1.0",
            "0.5",
            "1e3",
            "1E-2",
            "2147483647",
            "2147483648",
            "999999999999999999",
            "9999999999999999999",
            "NaN",
            "Infinity",
            "-Infinity",
            "01",
            "1.",
            "-");

    /** A member of an object as it stands. */
    record Member(String name, String value) {}

    final List<StreamText> streams;
    private final List<Member> members;
    private final List<String> values;

    Vocabulary(Dialect dialect, List<byte[]> bodies) {
        Set<Member> foundMembers = new LinkedHashSet<>();
        Set<String> foundValues = new LinkedHashSet<>(VALUES);
        streams = bodies.stream()
                .map(body -> StreamText.of(dialect, new String(body, StandardCharsets.ISO_8859_1)))
                .toList();
        for (StreamText stream : streams) {
            for (String block : stream.blocks()
                    .subList(0, Math.min(MAX_BLOCKS, stream.blocks().size()))) {
                String payload = StreamText.payload(dialect, block).in(block);
                for (Json value : JsonMutator.valuesIn(payload)) {
                    String text = payload.substring(value.from(), value.to());
                    if (text.length() <= MAX_VALUE_BYTES) {
                        foundValues.add(text);
                        if (value.nameFrom() < value.from()) {
                            foundMembers.add(new Member(payload.substring(value.nameFrom(), value.from()), text));
                        }
                    }
                }
            }
        }
        foundMembers.add(new Member("\"error\":", "{\"message\":\"x\",\"type\":\"y\",\"code\":500}"));
        foundMembers.add(new Member("\"error\":", "null"));
        members = new ArrayList<>(foundMembers);
        values = new ArrayList<>(foundValues);
    }

    String value(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> VALUES.get(random.nextInt(VALUES.size()));
            case 1 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            default -> values.get(random.nextInt(values.size()));
        };
    }

    String number(SplittableRandom random) {
        return NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    /** The name of a member with its colon, and a value it was seen with. */
    Member member(SplittableRandom random) {
        return members.get(random.nextInt(members.size()));
    }
}
