package io.streamgauge.delta;

/** A departure from the protocol that real servers are known for and that a decoder can live with. */
public enum Deviation {
    /** An event whose payload is not JSON although the protocol asks for it; the event is passed over. */
    MALFORMED_JSON("payload is not JSON"),
    /** Bytes that are not UTF-8; each ill-formed sequence is read as U+FFFD. */
    ILL_FORMED_UTF8("bytes are not UTF-8"),
    /** NaN or Infinity, for which JSON has no words. */
    NON_FINITE_NUMBER("a number that is not finite"),
    /** The last event lacks its blank line or line end; it was accepted because its payload is whole. */
    UNTERMINATED_EVENT("the last event is not terminated"),
    /** A heartbeat that is a data event without content: empty, {@code null} or a comment in a data line. */
    HEARTBEAT_AS_DATA("a heartbeat is sent as data"),
    /** {@code [DONE]} with something behind it. */
    SENTINEL_WITH_TRAILER("the sentinel has something behind it"),
    /** Events follow the sentinel or terminal event. */
    EVENT_AFTER_END("an event follows the end"),
    /** The body ends without the sentinel or terminal event of its protocol. */
    MISSING_END("the end of the protocol is missing"),
    /** A choice says twice why it ended. */
    REPEATED_FINISH("a second finish reason for one choice"),
    /** Text, reasoning or a tool call of a choice that has said why it ended. */
    CONTENT_AFTER_FINISH("content follows the finish reason"),
    /** A choice has no finish reason although the stream ended in order. */
    MISSING_FINISH("no finish reason"),
    /** {@code choices} is null, missing or not an array in an event that has nothing else to say. */
    MISSING_CHOICES("no choices array"),
    /**
     * {@code delta: null}, a choice that carries {@code message} in place of {@code delta}, or content of another kind
     * than its event announces.
     */
    DELTA_SHAPE("a delta of an unexpected shape"),
    /** {@code index} of a choice counts tokens, although there is one choice. */
    CHOICE_INDEX_COUNTS_TOKENS("the index of a choice counts tokens"),
    /** The same words as text and as reasoning or tool arguments in one event. */
    SAME_TEXT_TWICE("one piece of text in two places"),
    /**
     * Reasoning that stands in {@code reasoning_details} alone, where few readers look; it is handed out as any other.
     */
    REASONING_IN_DETAILS("reasoning in its details only"),
    /** A tool call without an index. */
    TOOL_CALL_WITHOUT_INDEX("a tool call without index"),
    /** Another id at the index of a call that has one: a second call, or a server that renames a call as it goes. */
    TOOL_CALL_ID_CHANGED("another id at the index of a tool call"),
    /** Tool arguments as a JSON object where the protocol has a string. */
    TOOL_ARGUMENTS_AS_OBJECT("tool arguments are an object"),
    /** Another call begins under the index of one that is there already. */
    SHARED_TOOL_CALL_INDEX("several tool calls share an index"),
    /** A call is given another id or name than it had; the first ones count. */
    CHANGED_TOOL_CALL("a tool call changes its id or name"),
    /** The arguments of a call begin with {@code {}} and another object follows, which is the one that counts. */
    REPEATED_TOOL_ARGUMENTS("a second object as arguments of one call"),
    /** A block, item or call is used without having been announced or after it was closed, or announced twice. */
    UNANNOUNCED_BLOCK("content of a block that is not open"),
    /**
     * A field that the protocol promises in every event of its kind is missing, where something can be put in its
     * place.
     */
    MISSING_FIELD("a promised field is missing"),
    /** A block was not closed before the next began or the message ended. */
    UNCLOSED_BLOCK("a block was not closed"),
    /** A second start of the same message. */
    REPEATED_START("a second start of the message"),
    /** An event type this version does not know. */
    UNKNOWN_EVENT("an unknown event"),
    /** The SSE event name and the type within the payload differ. */
    EVENT_NAME_MISMATCH("event name and payload type differ"),
    /** A JSON body or an error stands in the stream outside its framing. */
    PAYLOAD_OUTSIDE_FRAMING("a payload outside the framing");

    private final String description;

    Deviation(String description) {
        this.description = description;
    }

    /** A few words for people. */
    public String description() {
        return description;
    }
}
