package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * A place in arguments that come in pieces: a value, or an object or array of places. Elements that never come leave no
 * gap.
 */
final class ArgumentPlace {
    private enum Kind {
        EMPTY,
        OBJECT,
        ARRAY,
        STRING,
        /** A number, {@code true}, {@code false} or {@code null}. */
        LITERAL
    }

    private final @Nullable ArgumentPlace parent;
    private final GrowableBytes value = new GrowableBytes();
    private Map<String, ArgumentPlace> places = Map.of();
    private Kind kind = Kind.EMPTY;
    private boolean isAwaitingMore;
    private boolean isLeft;

    private ArgumentPlace(@Nullable ArgumentPlace parent) {
        this.parent = parent;
    }

    static ArgumentPlace root() {
        return new ArgumentPlace(null);
    }

    @Nullable
    ArgumentPlace parent() {
        return parent;
    }

    /** The place one step down, if there is one. */
    @Nullable
    ArgumentPlace at(ArgumentPath.Step step) {
        return places.get(step.name());
    }

    /**
     * Whether the next value can be written below this place: it is one of those around the value written last, and a
     * new element is the next one.
     */
    boolean canGoOn(ArgumentPath.Step step) {
        return switch (kind) {
            case EMPTY -> true;
            case OBJECT -> !isLeft;
            case ARRAY -> !isLeft && isNextElement(step.name());
            case STRING, LITERAL -> false;
        };
    }

    /** Whether this is the number behind those of all elements, which began with 0. */
    private boolean isNextElement(String number) {
        int next = places.size();
        return number.equals(Integer.toString(next)) && places.containsKey(Integer.toString(next - 1));
    }

    /** Makes a place one step down; what was here as a value is gone. */
    ArgumentPlace create(ArgumentPath.Step step) {
        if (places.isEmpty()) {
            places = new LinkedHashMap<>();
            kind = step.isElement() ? Kind.ARRAY : Kind.OBJECT;
        }
        ArgumentPlace place = new ArgumentPlace(this);
        places.put(step.name(), place);
        return place;
    }

    void put(ByteSlice text, boolean isString) {
        places = Map.of();
        kind = isString ? Kind.STRING : Kind.LITERAL;
        value.clear();
        value.append(text);
    }

    void append(ByteSlice text) {
        value.append(text);
    }

    /** Whether the string here goes on with the next piece of its path. */
    boolean isAwaitingMore() {
        return isAwaitingMore;
    }

    void awaitMore(boolean isAwaited) {
        isAwaitingMore = isAwaited;
    }

    /** Writes what stands before a new place one step down: a bracket or comma, and the name of a member. */
    void writeBefore(ArgumentPath.Step step, GrowableBytes target) {
        byte bracket = (byte) (kind == Kind.ARRAY ? '[' : '{');
        target.append(places.size() == 1 ? bracket : (byte) ',');
        writeName(step.name(), target);
    }

    private void writeName(String name, GrowableBytes target) {
        if (kind == Kind.OBJECT) {
            byte[] quoted = JsonStringEncoder.getInstance().quoteAsUTF8(name);
            target.append((byte) '"');
            target.append(quoted, 0, quoted.length);
            target.append((byte) '"');
            target.append((byte) ':');
        }
    }

    /** Writes a value without its end, which may still be to come. */
    void writeValue(GrowableBytes target) {
        if (kind == Kind.STRING) {
            target.append((byte) '"');
        }
        target.append(value.array(), 0, value.length());
    }

    /** Writes the end of what was begun here; from now on nothing can be added. */
    void leave(GrowableBytes target) {
        isLeft = true;
        switch (kind) {
            case OBJECT -> target.append((byte) '}');
            case ARRAY -> target.append((byte) ']');
            case STRING -> target.append((byte) '"');
            case LITERAL, EMPTY -> {}
        }
    }

    /** Members as they came, elements by their number. */
    private Collection<String> namesInOrder() {
        if (kind != Kind.ARRAY) {
            return places.keySet();
        }
        List<String> numbers = new ArrayList<>(places.keySet());
        numbers.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        return numbers;
    }

    /** Writes all of it. */
    void writeWhole(GrowableBytes target) {
        if (kind == Kind.STRING || kind == Kind.LITERAL) {
            writeValue(target);
        }
        byte separator = (byte) (kind == Kind.ARRAY ? '[' : '{');
        for (String name : namesInOrder()) {
            target.append(separator);
            separator = ',';
            writeName(name, target);
            Objects.requireNonNull(places.get(name)).writeWhole(target);
        }
        leave(target);
    }
}
