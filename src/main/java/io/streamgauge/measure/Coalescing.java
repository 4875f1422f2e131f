package io.streamgauge.measure;

import io.streamgauge.delta.TokenUsage;
import java.util.ArrayList;
import java.util.List;

/** How many events shared a read and how many tokens shared an event: what the gaps cannot tell. */
public final class Coalescing {
    /** Above this share of unobservable gaps the chunk gaps no longer show what was sent. */
    public static final double MAX_UNOBSERVABLE_SHARE = 0.20;

    /** Above this many tokens per event, gaps between events are not gaps between tokens. */
    public static final double MAX_TOKENS_PER_EVENT = 1.25;

    private long reads;
    private long readsWithEvents;
    private long events;
    private long tokenEvents;
    private long gaps;
    private long unobservableGaps;
    private long tokens;
    private long tokenEventsOfKnownTokens;

    void add(StreamTiming timing) {
        reads += timing.reads();
        readsWithEvents += timing.readsWithEvents();
        events += timing.events();
        tokenEvents += timing.tokenEvents();
        gaps += Math.max(timing.tokenEvents() - 1, 0);
        unobservableGaps += timing.unobservableGaps();
        if (timing.outputTokens() != TokenUsage.UNKNOWN) {
            tokens += timing.outputTokens();
            tokenEventsOfKnownTokens += timing.tokenEvents();
        }
    }

    void add(Coalescing other) {
        reads += other.reads;
        readsWithEvents += other.readsWithEvents;
        events += other.events;
        tokenEvents += other.tokenEvents;
        gaps += other.gaps;
        unobservableGaps += other.unobservableGaps;
        tokens += other.tokens;
        tokenEventsOfKnownTokens += other.tokenEventsOfKnownTokens;
    }

    /** Reads of bodies. */
    public long reads() {
        return reads;
    }

    /** Events of any kind. */
    public long events() {
        return events;
    }

    /** Events that carried generated content. */
    public long tokenEvents() {
        return tokenEvents;
    }

    /** Output tokens of those streams that told. */
    public long tokens() {
        return tokens;
    }

    /** Gaps between token events, observable or not. */
    public long gaps() {
        return gaps;
    }

    /** Gaps between token events that came in one read. */
    public long unobservableGaps() {
        return unobservableGaps;
    }

    /** Events per read that completed any; 1 when each came alone, 0 when there was none. */
    public double eventsPerRead() {
        return share(events, readsWithEvents);
    }

    /** Tokens per token event, over the streams that told their tokens; 0 when none did. */
    public double tokensPerEvent() {
        return share(tokens, tokenEventsOfKnownTokens);
    }

    /** The share of gaps that could not be observed. */
    public double unobservableShare() {
        return share(unobservableGaps, gaps);
    }

    /** What a reader of the latencies has to know, one sentence each; empty when events came one by one. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (unobservableShare() > MAX_UNOBSERVABLE_SHARE) {
            warnings.add("%.0f %% of the gaps between token events lie within one read and could not be observed"
                    .formatted(unobservableShare() * 100));
        }
        if (tokensPerEvent() > MAX_TOKENS_PER_EVENT) {
            warnings.add("an event brings %.2f tokens on average: chunk gaps are not token gaps"
                    .formatted(tokensPerEvent()));
        }
        return warnings;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
