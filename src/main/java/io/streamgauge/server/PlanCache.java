package io.streamgauge.server;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Plans that were used lately, so that streams that are replayed alike share one. Any thread may ask; the plan of a
 * large body is computed while others wait, once. A plan whose instants come from chance is made for its stream alone
 * and never kept.
 */
final class PlanCache {
    /** The plans that are kept have at most so many writes in all: 4 Mi, which take 64 MiB. */
    static final int MAX_WRITES_KEPT = 4 << 20;

    private final Library library;
    private final Map<Key, ReplayPlan> plans = new LinkedHashMap<>(16, 0.75f, true);
    private long writesKept;

    private record Key(ReplayBody body, Fragmentation fragmentation, ReplaySchedule schedule, long seed) {}

    /** @param library what {@code empirical} draws from */
    PlanCache(Library library) {
        this.library = library;
    }

    /**
     * The plan for a body.
     *
     * @throws IllegalArgumentException when the fragmentation takes too many writes, or nothing is there to draw from
     */
    ReplayPlan plan(ReplayBody body, Fragmentation fragmentation, ReplaySchedule schedule, long seed) {
        return schedule.isRandom()
                ? made(body, fragmentation, schedule, seed)
                : kept(body, fragmentation, schedule, seed);
    }

    private synchronized ReplayPlan kept(
            ReplayBody body, Fragmentation fragmentation, ReplaySchedule schedule, long seed) {
        Key key = new Key(body, fragmentation, schedule, fragmentation.isRandom() ? seed : 0);
        ReplayPlan known = plans.get(key);
        if (known != null) {
            return known;
        }
        ReplayPlan made = made(body, fragmentation, schedule, seed);
        plans.put(key, made);
        writesKept += made.writes();
        dropOldest();
        return made;
    }

    private ReplayPlan made(ReplayBody body, Fragmentation fragmentation, ReplaySchedule schedule, long seed) {
        DueTimes.Source source = new DueTimes.Source(
                body.index(),
                body.timing(),
                body::tokens,
                recording -> library.recordedTtfts(recording),
                recording -> library.recordedGaps(recording, body),
                seed);
        return ReplayPlan.of(body, fragmentation, schedule, source);
    }

    private void dropOldest() {
        Iterator<ReplayPlan> oldest = plans.values().iterator();
        while (writesKept > MAX_WRITES_KEPT && oldest.hasNext()) {
            writesKept -= oldest.next().writes();
            oldest.remove();
        }
    }

    /** The number of plans that are kept. */
    synchronized int size() {
        return plans.size();
    }
}
