package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import java.util.Arrays;

/**
 * Remembers which of an event's fields differ from event to event: a counter does, the id of a stream does not.
 *
 * <p>Only the speed of {@link RepeatedEvent} depends on the answer, so a value is remembered by its hash.
 */
final class ChangingFields {
    private enum Field {
        /** Not seen in this stream. */
        UNSEEN,
        /** The same whenever it was seen. */
        STEADY,
        /** Seen with two values. */
        CHANGING
    }

    private final Field[] fields;
    private final int[] hashes;

    ChangingFields(int count) {
        fields = new Field[count];
        hashes = new int[count];
        Arrays.fill(fields, Field.UNSEEN);
    }

    /** Another stream begins; what changed in the last one will change in this one too. */
    void beginStream() {
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i] == Field.STEADY ? Field.UNSEEN : fields[i];
        }
    }

    /** Whether the field changes, now that it is seen with this value. */
    boolean changes(int field, ByteSlice value) {
        int hash = value.length();
        for (int i = 0; i < value.length(); i++) {
            hash = 31 * hash + value.byteAt(i);
        }
        return changes(field, hash);
    }

    /** Whether the field changes, now that it is seen with this value, or another of the same hash. */
    boolean changes(int field, int hash) {
        if (fields[field] == Field.UNSEEN) {
            fields[field] = Field.STEADY;
        } else if (hash != hashes[field]) {
            fields[field] = Field.CHANGING;
        }
        hashes[field] = hash;
        return fields[field] == Field.CHANGING;
    }
}
