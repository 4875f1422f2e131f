package io.streamgauge.bytes;

/** What a node of a {@link JsonTape} is. */
public enum JsonKind {
    /** There is no such node: the field is absent or the parent is of another kind. */
    MISSING,
    OBJECT,
    ARRAY,
    STRING,
    /**
     * A number, or one of the words NaN, Infinity and -Infinity that some servers write although RFC 8259 has no such
     * values.
     */
    NUMBER,
    TRUE,
    FALSE,
    NULL
}
