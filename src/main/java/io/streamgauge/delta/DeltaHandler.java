package io.streamgauge.delta;

import io.streamgauge.bytes.ByteSlice;

/**
 * Takes the deltas of one stream in order, on the thread that feeds the decoder.
 *
 * <p>Every slice and view is valid only until the method returns; text is always well-formed UTF-8. A method that is
 * not overridden ignores its delta.
 */
public interface DeltaHandler {
    /**
     * An event of the wire begins: what is called from here to the next call, or to the end, was decoded from it. For
     * those who count and time events; whoever only wants the answer needs not know where it was cut.
     *
     * @param eventNumber counts the events of a body from 0, the sentinel included, comments not
     */
    default void onEventBegin(long eventNumber) {}

    /**
     * The sentinel or the event that the protocol ends with has come; called at most once. Content does not follow, but
     * the body may go on for a while, and some protocols have no such event at all.
     */
    default void onTerminalEvent() {}

    /**
     * The stream names itself: called when an id or a model becomes known, at most once for each pair of values. Either
     * may be empty.
     */
    default void onStart(ByteSlice responseId, ByteSlice model) {}

    /** Text to append to the answer of {@code choice}; never empty. */
    default void onText(int choice, int part, ByteSlice text) {}

    /** Reasoning ("thinking") to append, or its summary where that is all the provider shows; never empty. */
    default void onReasoning(int choice, int part, ByteSlice text) {}

    /** Words of a refusal to append; never empty. */
    default void onRefusal(int choice, int part, ByteSlice text) {}

    /**
     * Something about a tool call, exactly as the provider said it; to be put together by the rules of
     * {@code ToolCallAccumulator}.
     */
    default void onToolCall(ToolCallDelta call) {}

    /** The provider says that the call of this index has all its arguments. Not every provider says so. */
    default void onToolCallEnd(int choice, int index) {}

    /** Something that must be kept or sent back but is not for people, as raw JSON or base64. */
    default void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {}

    /** The usage counters known so far; absolute values, so the last ones count. */
    default void onUsage(TokenUsage usage) {}

    /**
     * A choice says why it ended. On some servers text of the same choice still follows, and some say it twice; see
     * {@code MessageAccumulator} for which word counts.
     *
     * @param raw the provider's own word
     */
    default void onFinish(int choice, FinishReason reason, ByteSlice raw) {}

    /** A sign of life without content: a ping event, a heartbeat, a comment. */
    default void onPing() {}

    /** The provider reports a failure inside the stream or instead of it. */
    default void onError(ProviderError error) {}

    /**
     * The stream departs from its protocol in a way the decoder can live with.
     *
     * @param eventNumber the event it was seen in, from 0
     * @param byteOffset where in the body, as near as is known
     */
    default void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {}

    /** The stream is over. Always the last call, exactly once. */
    default void onEnd(EndReason reason) {}
}
