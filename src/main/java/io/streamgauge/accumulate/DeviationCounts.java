package io.streamgauge.accumulate;

import io.streamgauge.delta.Deviation;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often each departure was seen. Counting one again allocates nothing: some servers depart in every event. */
final class DeviationCounts {
    private static final Deviation[] ALL = Deviation.values();

    /** Each count is the one element of its array. */
    private final Map<Deviation, int[]> counts = new EnumMap<>(Deviation.class);

    void add(Deviation deviation) {
        add(deviation, 1);
    }

    private void add(Deviation deviation, int times) {
        int @Nullable [] count = counts.get(deviation);
        if (count == null) {
            counts.put(deviation, new int[] {times});
        } else {
            count[0] += times;
        }
    }

    void addAll(DeviationCounts other) {
        other.counts.forEach((deviation, count) -> add(deviation, count[0]));
    }

    void clear() {
        for (Deviation deviation : ALL) {
            int @Nullable [] count = counts.get(deviation);
            if (count != null) {
                count[0] = 0;
            }
        }
    }

    /** Those that were seen at all. */
    Map<Deviation, Integer> copy() {
        Map<Deviation, Integer> seen = new EnumMap<>(Deviation.class);
        counts.forEach((deviation, count) -> {
            if (count[0] > 0) {
                seen.put(deviation, count[0]);
            }
        });
        return seen;
    }
}
