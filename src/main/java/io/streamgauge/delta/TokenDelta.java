package io.streamgauge.delta;

/** A delta as an object: the same vocabulary as {@link DeltaHandler}, copied, immutable, free to be kept. */
public sealed interface TokenDelta {
    /** The stream names itself; either may be empty. */
    record Start(String responseId, String model) implements TokenDelta {}

    /** Text to append to the answer of {@code choice}. */
    record Text(int choice, int part, String text) implements TokenDelta {}

    /** Reasoning to append. */
    record Reasoning(int choice, int part, String text) implements TokenDelta {}

    /** Words of a refusal to append. */
    record Refusal(int choice, int part, String text) implements TokenDelta {}

    /**
     * Something about a tool call; {@code id}, {@code name} and {@code arguments} are empty when the event gives none.
     */
    record Tool(
            int choice,
            int index,
            String id,
            String name,
            String arguments,
            ToolCallDelta.Form form,
            ToolCallDelta.Kind kind)
            implements TokenDelta {}

    /** The call has all its arguments. */
    record ToolEnd(int choice, int index) implements TokenDelta {}

    /** Something to keep that is not for people. */
    record Opaque(OpaqueKind kind, int choice, int part, String payload) implements TokenDelta {}

    /** The usage counters known so far; each may be {@link TokenUsage#UNKNOWN}. */
    record Usage(long input, long output, long total, long cacheRead, long cacheWrite, long reasoning)
            implements TokenDelta {}

    /** Why a choice ended. */
    record Finish(int choice, FinishReason reason, String raw) implements TokenDelta {}

    /** A sign of life. */
    record Ping() implements TokenDelta {}

    /** A failure the provider reports. */
    record Failure(String type, String code, String message, String raw) implements TokenDelta {}

    /** The stream departs from its protocol. */
    record Departure(Deviation deviation, long eventNumber, long byteOffset) implements TokenDelta {}

    /** The stream is over. */
    record End(EndReason reason) implements TokenDelta {}
}
