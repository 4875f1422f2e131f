package io.streamgauge.bytes;

import java.util.Arrays;

/**
 * One JSON text (RFC 8259) as a flat list of validated nodes, to be read in any order without allocating.
 *
 * <p>{@link #parse} checks the whole text before anything can be read from it, so that a reader never acts on half an
 * event. A node is a plain {@code int}; {@link #MISSING} is a legal argument everywhere and is answered with
 * {@link JsonKind#MISSING}, an empty slice or the fallback. Of several fields with one name the last counts, as in the
 * tree readers of most languages.
 *
 * <pre>
 *   slots of node n:  [n+0] kind and flags  [n+1] start  [n+2] end  [n+3] the node behind this one and all it holds
 *   an object holds:  name, value, name, value, ...       an array holds: value, value, ...
 * </pre>
 *
 * <p>The text is borrowed: nodes may be read until its owner changes it or the next {@code parse}. Strings with escapes
 * are written to scratch space of the tape and live as long as the nodes. One tape belongs to one thread. Space grows
 * to the largest text seen and is kept.
 */
public final class JsonTape {
    /** The node that is not there. */
    public static final int MISSING = -1;

    /** Containers may nest this deep; a deeper text is malformed. The figure is Jackson's, so that both judge alike. */
    public static final int MAX_DEPTH = 500;

    static final int SLOTS = 4;
    static final int ESCAPED = 0x10;

    static final int OBJECT = 1;
    static final int ARRAY = 2;
    static final int STRING = 3;
    static final int NUMBER = 4;
    static final int TRUE = 5;
    static final int FALSE = 6;
    static final int NULL = 7;

    private static final int KIND_MASK = 0xF;
    private static final JsonKind[] KINDS = {
        JsonKind.MISSING,
        JsonKind.OBJECT,
        JsonKind.ARRAY,
        JsonKind.STRING,
        JsonKind.NUMBER,
        JsonKind.TRUE,
        JsonKind.FALSE,
        JsonKind.NULL
    };

    private final JsonGrammar grammar = new JsonGrammar(this);
    private final JsonStrings strings = new JsonStrings();

    /** Space for one name with escapes at a time: looking a field up must not use up what strings live in. */
    private final JsonStrings names = new JsonStrings();

    private final ByteSlice unescapedName = new ByteSlice();
    private byte[] text = new byte[0];
    private int errorAt = -1;

    int[] slots = new int[64 * SLOTS];
    int used;

    /**
     * Reads one JSON text, which may have white space around it.
     *
     * @return whether it is well-formed; if not, {@link #errorOffset()} tells where it stops being so and there is
     *     nothing to read
     */
    public boolean parse(byte[] source, int offset, int length) {
        text = source;
        used = 0;
        strings.clear();
        errorAt = grammar.read(source, offset, length);
        if (errorAt >= 0) {
            used = 0;
        }
        return errorAt < 0;
    }

    /** The same for the bytes of a slice. */
    public boolean parse(ByteSlice source) {
        return parse(source.array(), source.offset(), source.length());
    }

    /** Where in the array the text stops being JSON, or -1 after a successful {@link #parse}. */
    public int errorOffset() {
        return errorAt;
    }

    /**
     * Where in the array the first ill-formed sequence of UTF-8 begins, or -1 when there is none. Such a text is read
     * all the same, with U+FFFD in their place.
     */
    public int illFormedOffset() {
        return grammar.illFormedOffset();
    }

    /** Whether any number is NaN or infinite, which JSON has no words for and some servers write all the same. */
    public boolean hasNonFinite() {
        return grammar.hasNonFinite();
    }

    private boolean isWellFormed() {
        return grammar.illFormedOffset() < 0;
    }

    /** The one value of the text, or {@link #MISSING} when it was not well-formed. */
    public int root() {
        return used == 0 ? MISSING : 0;
    }

    /** The kind of a node. */
    public JsonKind kind(int node) {
        return node < 0 ? JsonKind.MISSING : KINDS[slots[node] & KIND_MASK];
    }

    /** Whether the node is of this kind. */
    public boolean is(int node, JsonKind kind) {
        return kind(node) == kind;
    }

    /** Whether the node is there and is not {@code null}. */
    public boolean isPresent(int node) {
        return node >= 0 && !is(node, JsonKind.NULL);
    }

    /** The value of the last field of this name, or {@link #MISSING}. */
    public int field(int object, JsonName name) {
        int found = MISSING;
        if (is(object, JsonKind.OBJECT)) {
            int stop = slots[object + 3];
            for (int key = object + SLOTS; key < stop; key = slots[key + SLOTS + 3]) {
                if (isNamed(key, name)) {
                    found = key + SLOTS;
                }
            }
        }
        return found;
    }

    private boolean isNamed(int key, JsonName name) {
        if ((slots[key] & ESCAPED) != 0) {
            names.clear();
            return name.matches(names.unescape(text, slots[key + 1], slots[key + 2], unescapedName));
        }
        return name.matches(text, slots[key + 1], slots[key + 2]);
    }

    /** The first element of an array; {@link #MISSING} when it is empty or anything else. */
    public int first(int array) {
        return is(array, JsonKind.ARRAY) && array + SLOTS != slots[array + 3] ? array + SLOTS : MISSING;
    }

    /** The first field's name of an object, its value being {@link #next} to it, or {@link #MISSING}. */
    public int firstName(int object) {
        return is(object, JsonKind.OBJECT) && object + SLOTS != slots[object + 3] ? object + SLOTS : MISSING;
    }

    /** Whether the node is an array or object that holds something. */
    public boolean isFilled(int node) {
        boolean isContainer = is(node, JsonKind.ARRAY) || is(node, JsonKind.OBJECT);
        return isContainer && node + SLOTS != slots[node + 3];
    }

    /** The node that follows {@code node} in {@code container}, or {@link #MISSING} behind the last. */
    public int next(int container, int node) {
        int behind = slots[node + 3];
        return behind == slots[container + 3] ? MISSING : behind;
    }

    /**
     * The node behind {@code node} in the order of the text, of all that {@code container} holds at any depth, or
     * {@link #MISSING} behind the last. {@code container} itself is where to begin.
     */
    public int nextInside(int container, int node) {
        int behind = node + SLOTS;
        return container < 0 || behind >= slots[container + 3] ? MISSING : behind;
    }

    /**
     * Has the nodes read from a copy of the text from now on, which the caller keeps.
     *
     * @param shift how much further behind the text lies in the copy's array
     */
    public void moveTo(byte[] copy, int shift) {
        text = copy;
        for (int node = 0; node < used; node += SLOTS) {
            slots[node + 1] += shift;
            slots[node + 2] += shift;
        }
    }

    /** Gives a number node other digits, which stand in the array the nodes are read from. */
    public void setNumber(int node, int start, int stop) {
        slots[node + 1] = start;
        slots[node + 2] = stop;
    }

    /**
     * Points {@code target} at a string's characters, escapes resolved, always well-formed UTF-8. A lone surrogate is
     * U+FFFD here; see {@link #trailingHighSurrogate}. Anything but a string gives an empty slice.
     *
     * @return {@code target}
     */
    public ByteSlice string(int node, ByteSlice target) {
        if (!is(node, JsonKind.STRING)) {
            return target.clear();
        }
        int start = slots[node + 1];
        int stop = slots[node + 2];
        if ((slots[node] & ESCAPED) != 0) {
            strings.unescape(text, start, stop, target);
            return isWellFormed() ? target : strings.repair(target);
        }
        if (!isWellFormed() && Utf8.firstIllFormed(text, start, stop) != stop) {
            return strings.repair(target.wrap(text, start, stop - start));
        }
        return target.wrap(text, start, stop - start);
    }

    /** Whether a string node holds exactly these (unescaped) bytes. */
    public boolean stringEquals(int node, JsonName expected) {
        return is(node, JsonKind.STRING) && isNamed(node, expected);
    }

    /**
     * Points {@code target} at the node as it stands in the text; a string without its quotes and with its escapes.
     * Ill-formed UTF-8 is not left standing: it becomes U+FFFD here too.
     */
    public ByteSlice raw(int node, ByteSlice target) {
        if (node < 0) {
            return target.clear();
        }
        int start = slots[node + 1];
        int stop = slots[node + 2];
        if (!isWellFormed() && Utf8.firstIllFormed(text, start, stop) != stop) {
            return strings.repair(target.wrap(text, start, stop - start));
        }
        return target.wrap(text, start, stop - start);
    }

    /**
     * The value of an integer number; anything else (a fraction, an exponent, more than 18 digits, another kind) gives
     * {@code fallback}.
     */
    public long longValue(int node, long fallback) {
        if (!is(node, JsonKind.NUMBER)) {
            return fallback;
        }
        int at = slots[node + 1];
        int stop = slots[node + 2];
        boolean negative = text[at] == '-';
        at += negative ? 1 : 0;
        if (stop - at > 18) {
            return fallback;
        }
        long value = 0;
        for (; at < stop; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return fallback;
            }
            value = value * 10 + (text[at] - '0');
        }
        return negative ? -value : value;
    }

    /**
     * {@link #longValue} for the small numbers that count choices and blocks; a value outside 0 to
     * {@code Integer.MAX_VALUE} gives {@code fallback}.
     */
    public int indexValue(int node, int fallback) {
        long value = longValue(node, -1);
        return value >= 0 && value <= Integer.MAX_VALUE ? (int) value : fallback;
    }

    /** The code unit of an escaped high surrogate that ends the string with no low surrogate behind it, or 0. */
    public int trailingHighSurrogate(int node) {
        if (!is(node, JsonKind.STRING) || (slots[node] & ESCAPED) == 0) {
            return 0;
        }
        int start = slots[node + 1];
        int at = slots[node + 2] - 6;
        // The backslash must be a real one: an even number of backslashes before it.
        if (at < start || text[at] != '\\' || text[at + 1] != 'u' || backslashesBefore(at, start) % 2 != 0) {
            return 0;
        }
        int unit = JsonStrings.hex4(text, at + 2);
        return Character.isHighSurrogate((char) unit) ? unit : 0;
    }

    private int backslashesBefore(int at, int start) {
        int count = 0;
        while (at - 1 - count >= start && text[at - 1 - count] == '\\') {
            count++;
        }
        return count;
    }

    /** The code unit of an escaped low surrogate that begins the string, or 0. */
    public int leadingLowSurrogate(int node) {
        if (!is(node, JsonKind.STRING) || (slots[node] & ESCAPED) == 0) {
            return 0;
        }
        int start = slots[node + 1];
        if (slots[node + 2] - start < 6 || text[start] != '\\' || text[start + 1] != 'u') {
            return 0;
        }
        int unit = JsonStrings.hex4(text, start + 2);
        return Character.isLowSurrogate((char) unit) ? unit : 0;
    }

    void push(int kindAndFlags, int start, int stop) {
        if (used == slots.length) {
            slots = Arrays.copyOf(slots, Math.multiplyExact(slots.length, 2));
        }
        slots[used] = kindAndFlags;
        slots[used + 1] = start;
        slots[used + 2] = stop;
        used += SLOTS;
        slots[used - 1] = used;
    }
}
