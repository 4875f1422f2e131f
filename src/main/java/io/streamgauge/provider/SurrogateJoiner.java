package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.bytes.Utf8;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts characters together again that a server cut in the middle of a surrogate pair, writing {@code \ud83d} in one
 * delta and {@code \ude00} in the next. Each delta is valid JSON and ill-formed text; so the first half is held back
 * until the next piece of the same text comes.
 *
 * <p>Costs one comparison per piece as long as nothing is held back.
 */
final class SurrogateJoiner {
    /** Texts that may wait for their second half at once; the half of one more is given up for U+FFFD. */
    static final int MAX_HELD = 64;

    /** Which text of a choice a piece belongs to. */
    enum Channel {
        TEXT,
        REASONING,
        REFUSAL,
        TOOL_PLAN,
        TOOL_ARGUMENTS
    }

    /** Takes what was held back for ever, as U+FFFD. */
    interface Remainder {
        void accept(Channel channel, int choice, int part, ByteSlice text);
    }

    private record Held(Channel channel, int choice, int part, char high) {
        boolean is(Channel channel, int choice, int part) {
            return this.channel == channel && this.choice == choice && this.part == part;
        }
    }

    private final List<Held> held = new ArrayList<>();
    private byte[] scratch = new byte[0];

    /**
     * Points {@code target} at the text of a string node, with a half that was held back before it and without a half
     * at its end.
     */
    ByteSlice join(JsonTape json, int node, Channel channel, int choice, int part, ByteSlice target) {
        json.string(node, target);
        int high = json.trailingHighSurrogate(node);
        if (high == 0 && held.isEmpty()) {
            return target;
        }
        int low = json.leadingLowSurrogate(node);
        boolean isHeldBack = high != 0 && (held.size() < MAX_HELD || isHeld(channel, choice, part));
        boolean onlyHalf = isHeldBack && target.length() == 3;
        if (isHeldBack) {
            target.wrap(target.array(), target.offset(), target.length() - 3);
        }
        if (!target.isEmpty() || onlyHalf) {
            prefixHeld(low, channel, choice, part, target);
        }
        if (isHeldBack) {
            held.add(new Held(channel, choice, part, (char) high));
        }
        return target;
    }

    private boolean isHeld(Channel channel, int choice, int part) {
        for (Held half : held) {
            if (half.is(channel, choice, part)) {
                return true;
            }
        }
        return false;
    }

    private void prefixHeld(int low, Channel channel, int choice, int part, ByteSlice target) {
        for (int i = 0; i < held.size(); i++) {
            Held half = held.get(i);
            if (half.is(channel, choice, part)) {
                held.remove(i);
                byte[] prefix = low == 0
                        ? Utf8.replacement()
                        : Utf8.encode(Character.toString(Character.toCodePoint(half.high, (char) low)));
                int skip = low == 0 ? 0 : 3;
                prepend(prefix, target, skip);
                return;
            }
        }
    }

    private void prepend(byte[] prefix, ByteSlice target, int skip) {
        int rest = target.length() - skip;
        scratch = new byte[prefix.length + rest];
        System.arraycopy(prefix, 0, scratch, 0, prefix.length);
        System.arraycopy(target.array(), target.offset() + skip, scratch, prefix.length, rest);
        target.wrap(scratch, 0, scratch.length);
    }

    /** Hands out what is still held back; the stream is over. */
    void flush(Remainder remainder) {
        if (held.isEmpty()) {
            return;
        }
        byte[] replacement = Utf8.replacement();
        for (Held half : held) {
            remainder.accept(
                    half.channel, half.choice, half.part, new ByteSlice().wrap(replacement, 0, replacement.length));
        }
        held.clear();
    }

    /** Whether nothing is held back. */
    boolean isIdle() {
        return held.isEmpty();
    }

    void reset() {
        held.clear();
    }
}
