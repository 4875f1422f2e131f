package io.streamgauge.corpus.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON values made of the JDK's maps and lists, members in the order they are given: the order is part of a provider's
 * shape.
 *
 * <p>A value is a map with text keys, a list, a text, a number, a boolean or null; {@link JsonStyle} writes it.
 */
final class Json {
    /** The value of a member that is to be left out. */
    static final Object ABSENT = new Object();

    private Json() {}

    /** An object of names and values in turn; members with the value {@link #ABSENT} are left out. */
    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != ABSENT) {
                object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
            }
        }
        return object;
    }

    static List<@Nullable Object> array(@Nullable Object... values) {
        List<@Nullable Object> array = new ArrayList<>();
        Collections.addAll(array, values);
        return array;
    }

    /** The members of one object and then those of the other, whose values win. */
    static Map<String, @Nullable Object> join(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        Map<String, @Nullable Object> joined = new LinkedHashMap<>(one);
        joined.putAll(other);
        return joined;
    }
}
