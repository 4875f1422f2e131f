package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonTape;

/**
 * The token counters of an event that is repeated with other numbers, as some providers send them with every piece.
 *
 * <p>The nodes of the event that was read in full are kept with a copy of its text; the digits of the event that
 * matched it are put in the place of its own, and the decoder reads its counters once more from the same nodes. So the
 * meaning of a counter is told in one place only, the decoder.
 */
final class RepeatedUsage {
    static final int MAX_NUMBERS = 8;

    private final ByteSlice raw = new ByteSlice();
    private final int[] nodes = new int[MAX_NUMBERS];
    private byte[] text = new byte[0];
    private int digits;
    private int count;

    /**
     * Makes holes of all numbers that changed before; {@code firstField} is where {@code changing} has room for them.
     */
    void learn(JsonTape json, int usage, ByteSlice data, EventShape shape, ChangingFields changing, int firstField) {
        count = 0;
        int seen = 0;
        int node = json.nextInside(usage, usage);
        while (node != JsonTape.MISSING && seen < MAX_NUMBERS) {
            if (json.is(node, JsonKind.NUMBER)) {
                int from = json.raw(node, raw).offset() - data.offset();
                if (changing.changes(firstField + seen++, raw) && shape.counter(from, from + raw.length())) {
                    nodes[count++] = node;
                }
            }
            node = json.nextInside(usage, node);
        }
        keep(json, data);
    }

    private void keep(JsonTape json, ByteSlice data) {
        digits = data.length();
        int size = digits + MAX_NUMBERS * EventShape.MAX_DIGITS;
        if (text.length < size) {
            text = new byte[Math.max(size, EventShape.MAX_BYTES / 4)];
        }
        System.arraycopy(data.array(), data.offset(), text, 0, digits);
        json.moveTo(text, -data.offset());
    }

    /** Puts the digits of the event that matched in the place of those that were read last. */
    void take(JsonTape json, EventShape shape, byte[] source) {
        for (int i = 0; i < count; i++) {
            int from = shape.counterFrom(i);
            int length = shape.counterTo(i) - from;
            int place = digits + i * EventShape.MAX_DIGITS;
            System.arraycopy(source, from, text, place, length);
            json.setNumber(nodes[i], place, place + length);
        }
    }
}
