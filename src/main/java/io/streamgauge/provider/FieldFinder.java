package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonTape;
import java.util.Arrays;

/**
 * Finds the fields of an object in one pass over it, where a dialect knows many and an event has few. Of several fields
 * with one name the last counts, as everywhere. One finder belongs to one decoder and serves one object at a time.
 */
final class FieldFinder {
    private final FieldTable table;
    private final int[] nodes;
    private final ByteSlice name = new ByteSlice();

    FieldFinder(FieldTable table) {
        this.table = table;
        this.nodes = new int[table.size()];
    }

    /** Looks through an object; anything else has no fields. */
    void read(JsonTape json, int object) {
        Arrays.fill(nodes, JsonTape.MISSING);
        if (!json.is(object, JsonKind.OBJECT)) {
            return;
        }
        int key = json.firstName(object);
        while (key != JsonTape.MISSING) {
            int value = json.next(object, key);
            int field = table.find(json.string(key, name));
            if (field >= 0) {
                nodes[field] = value;
            }
            key = json.next(object, value);
        }
    }

    /** The value of the field with this number in the object read last, or {@link JsonTape#MISSING}. */
    int node(int field) {
        return nodes[field];
    }
}
