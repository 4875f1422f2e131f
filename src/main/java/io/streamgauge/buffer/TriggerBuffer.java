package io.streamgauge.buffer;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import io.streamgauge.bytes.Utf8;
import java.util.List;

/**
 * Hands out text up to and with each trigger, such as a blank line or {@code </think>}, although the trigger may come
 * in several pieces of text. Where triggers overlap, the one that ends first counts; of those that end together, the
 * longest.
 *
 * <p>Looks at each byte once, whatever the number of triggers. When the limit is reached, everything that cannot belong
 * to a trigger is handed out, ending with a whole character.
 */
public final class TriggerBuffer implements TextBuffer {
    /** 64 KiB: where triggers are rare, what lies between them is long. */
    public static final int DEFAULT_MAX_PENDING_BYTES = 64 << 10;

    /** Bytes of all triggers together. */
    public static final int MAX_TRIGGER_BYTES = 4 << 10;

    /** The number that stands for no trigger. */
    public static final int NO_TRIGGER = -1;

    private static final int MAX_CHARACTER_BYTES = 4;

    /** Takes pieces and learns which trigger ended them. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Called for each piece, in order.
         *
         * @param piece valid only until the method returns
         * @param trigger the place in the list of the trigger that ends the piece, or {@link #NO_TRIGGER}
         */
        void onPiece(ByteSlice piece, int trigger);
    }

    private final TriggerAutomaton automaton;
    private final int maxPendingBytes;
    private final Sink sink;
    private final GrowableBytes pending = new GrowableBytes();
    private final ByteSlice view = new ByteSlice();
    private int pieceStart;
    private int scanned;
    private int state;

    /** Makes a buffer with the default limit. */
    public TriggerBuffer(List<String> triggers, Sink sink) {
        this(triggers, DEFAULT_MAX_PENDING_BYTES, sink);
    }

    /**
     * Makes a buffer that holds no more than {@code maxPendingBytes}, which must be room for the longest trigger and a
     * character.
     *
     * @param triggers at least one, none of them empty
     */
    public TriggerBuffer(List<String> triggers, int maxPendingBytes, Sink sink) {
        automaton = new TriggerAutomaton(triggers, MAX_TRIGGER_BYTES);
        if (maxPendingBytes < automaton.longestBytes() + MAX_CHARACTER_BYTES) {
            throw new IllegalArgumentException("a limit of " + maxPendingBytes + " bytes has no room for a trigger of "
                    + automaton.longestBytes() + " and a character");
        }
        this.maxPendingBytes = maxPendingBytes;
        this.sink = sink;
    }

    @Override
    public void push(ByteSlice text) {
        pending.append(text);
        while (scanned < pending.length()) {
            state = automaton.next(state, pending.array()[scanned++]);
            int trigger = automaton.trigger(state);
            if (trigger != NO_TRIGGER) {
                state = TriggerAutomaton.START;
                part(scanned, trigger);
            } else if (scanned - pieceStart == maxPendingBytes) {
                part(characterEnd(scanned - automaton.depth(state)), NO_TRIGGER);
            }
        }
        compact();
    }

    /**
     * The last position up to {@code limit} where no character is parted; {@code limit} itself in bytes that are no
     * text.
     */
    private int characterEnd(int limit) {
        byte[] array = pending.array();
        int lead = limit - 1;
        while (lead > pieceStart && limit - lead < MAX_CHARACTER_BYTES && (array[lead] & 0xC0) == 0x80) {
            lead--;
        }
        boolean cut = Utf8.sizeAt(array, lead, limit) == 0;
        return cut ? lead : limit;
    }

    private void part(int position, int trigger) {
        if (position > pieceStart) {
            view.wrap(pending.array(), pieceStart, position - pieceStart);
            pieceStart = position;
            sink.onPiece(view, trigger);
        }
    }

    private void compact() {
        pending.dropFirst(pieceStart);
        scanned -= pieceStart;
        pieceStart = 0;
    }

    /**
     * Hands out what is held back, the beginning of a trigger too; the trigger is still found when the rest of it
     * comes.
     */
    @Override
    public void flush() {
        if (!pending.isEmpty()) {
            part(characterEnd(scanned), NO_TRIGGER);
        }
        compact();
    }

    @Override
    public void end() {
        part(scanned, NO_TRIGGER);
        pending.clear();
        pieceStart = 0;
        scanned = 0;
        state = TriggerAutomaton.START;
    }

    @Override
    public int pendingBytes() {
        return pending.length() - pieceStart;
    }
}
