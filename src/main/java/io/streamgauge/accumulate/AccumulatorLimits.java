package io.streamgauge.accumulate;

/**
 * How much of one stream is kept. A stream cannot make an accumulator hold more than about the sum of these, whatever
 * it sends.
 *
 * @param maxChoices answers to one request
 * @param maxTextBytes bytes of UTF-8 for each of text, reasoning and refusal of a choice
 * @param maxToolCalls tool calls of all choices together
 * @param maxArgumentBytes bytes of the arguments of one call
 * @param maxIdBytes bytes of one id, name, model or finish word; some gateways pack signatures into ids
 * @param maxOpaqueBytes bytes of all opaque payloads together, each counted with {@link #OPAQUE_OVERHEAD_BYTES} more
 */
public record AccumulatorLimits(
        int maxChoices, int maxTextBytes, int maxToolCalls, int maxArgumentBytes, int maxIdBytes, int maxOpaqueBytes) {
    /** What each opaque payload counts beside its bytes, so that many small ones are bounded too. */
    public static final int OPAQUE_OVERHEAD_BYTES = 64;

    /** 128 choices, 64 MiB of text, 1024 calls with 16 MiB each, ids of 64 KiB and 16 MiB of opaque payloads. */
    public static final AccumulatorLimits DEFAULTS =
            new AccumulatorLimits(128, 64 << 20, 1024, 16 << 20, 64 << 10, 16 << 20);

    /** Which limit a stream exceeded. */
    public enum Limit {
        CHOICES,
        TEXT_BYTES,
        TOOL_CALLS,
        ARGUMENT_BYTES,
        ID_BYTES,
        OPAQUE_BYTES
    }

    /** Checks that every limit allows something. */
    public AccumulatorLimits {
        if (maxChoices < 1
                || maxTextBytes < 1
                || maxToolCalls < 1
                || maxArgumentBytes < 1
                || maxIdBytes < 1
                || maxOpaqueBytes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
