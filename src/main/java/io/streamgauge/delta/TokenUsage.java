package io.streamgauge.delta;

/**
 * Token counters as the provider states them. Each is {@link #UNKNOWN} until stated; a later statement replaces an
 * earlier one.
 *
 * <p>Mutable, so that a decoder can reuse one; {@link #copy()} what must outlive the call that handed it out.
 */
public final class TokenUsage {
    /** The value of a counter that was not stated. */
    public static final long UNKNOWN = -1;

    private long input = UNKNOWN;
    private long output = UNKNOWN;
    private long total = UNKNOWN;
    private long cacheRead = UNKNOWN;
    private long cacheWrite = UNKNOWN;
    private long reasoning = UNKNOWN;

    /** Tokens of the prompt, counted as the provider counts them (some leave cached ones out). */
    public long input() {
        return input;
    }

    /** Tokens of the answer, counted as the provider counts them (xAI and Gemini leave reasoning out). */
    public long output() {
        return output;
    }

    /** The provider's own sum. */
    public long total() {
        return total;
    }

    /** Prompt tokens read from a cache. */
    public long cacheRead() {
        return cacheRead;
    }

    /** Prompt tokens written to a cache. */
    public long cacheWrite() {
        return cacheWrite;
    }

    /** Tokens of reasoning. */
    public long reasoning() {
        return reasoning;
    }

    /** Sets the prompt tokens unless {@code tokens} is {@link #UNKNOWN}. */
    public void input(long tokens) {
        input = tokens == UNKNOWN ? input : tokens;
    }

    /** Sets the answer's tokens unless {@code tokens} is {@link #UNKNOWN}. */
    public void output(long tokens) {
        output = tokens == UNKNOWN ? output : tokens;
    }

    /** Sets the sum unless {@code tokens} is {@link #UNKNOWN}. */
    public void total(long tokens) {
        total = tokens == UNKNOWN ? total : tokens;
    }

    /** Sets the tokens read from a cache unless {@code tokens} is {@link #UNKNOWN}. */
    public void cacheRead(long tokens) {
        cacheRead = tokens == UNKNOWN ? cacheRead : tokens;
    }

    /** Sets the tokens written to a cache unless {@code tokens} is {@link #UNKNOWN}. */
    public void cacheWrite(long tokens) {
        cacheWrite = tokens == UNKNOWN ? cacheWrite : tokens;
    }

    /** Sets the tokens of reasoning unless {@code tokens} is {@link #UNKNOWN}. */
    public void reasoning(long tokens) {
        reasoning = tokens == UNKNOWN ? reasoning : tokens;
    }

    /** Takes over every counter that {@code later} states. */
    public void update(TokenUsage later) {
        input(later.input);
        output(later.output);
        total(later.total);
        cacheRead(later.cacheRead);
        cacheWrite(later.cacheWrite);
        reasoning(later.reasoning);
    }

    /** Whether any counter was stated. */
    public boolean isKnown() {
        return input != UNKNOWN
                || output != UNKNOWN
                || total != UNKNOWN
                || cacheRead != UNKNOWN
                || cacheWrite != UNKNOWN
                || reasoning != UNKNOWN;
    }

    /** Forgets all counters. */
    public void clear() {
        input = UNKNOWN;
        output = UNKNOWN;
        total = UNKNOWN;
        cacheRead = UNKNOWN;
        cacheWrite = UNKNOWN;
        reasoning = UNKNOWN;
    }

    /** A copy that stays as it is. */
    public TokenUsage copy() {
        TokenUsage copy = new TokenUsage();
        copy.input = input;
        copy.output = output;
        copy.total = total;
        copy.cacheRead = cacheRead;
        copy.cacheWrite = cacheWrite;
        copy.reasoning = reasoning;
        return copy;
    }

    @Override
    public String toString() {
        return "input " + input + ", output " + output + ", total " + total + ", cache read " + cacheRead
                + ", cache write " + cacheWrite + ", reasoning " + reasoning;
    }
}
