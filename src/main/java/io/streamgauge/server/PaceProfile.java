package io.streamgauge.server;

import io.streamgauge.server.pace.Bimodal;
import io.streamgauge.server.pace.Constant;
import io.streamgauge.server.pace.LogNormal;
import io.streamgauge.server.pace.Normal;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Paces that were seen on real services and machines, by name. */
public enum PaceProfile {
    /** Ollama's time stamps, llama3: 32.0 ms in the median, 33.9 ms at the 99th percentile. */
    LOCAL("a local model, very regular: 32 ms between tokens"),
    /** The same, llama3.1 on a slower machine: 90.7 ms and 100.6 ms. */
    LOCAL_SLOW("a local model on a slow machine: 91 ms"),
    /** The same, gemma3:1b: 7.3 ms and 15.1 ms. */
    LOCAL_SMALL("a small local model: 7.3 ms, 15 ms at the 99th percentile"),
    /** The same, qwen3.6: 9.5 ms in the median, 28.4 at the 95th and 38.1 ms at the 99th percentile. */
    BIMODAL("a local model that pauses now and then: 9.5 ms, every twelfth time 30 ms"),
    /** The times that Groq reports: 72 ms in the queue, 24 ms for the prompt, then 450 tokens a second. */
    FAST("a fast service: the first token after 96 ms, then 450 tokens per second"),
    /** From the first to the last time stamp of OpenAI's responses: 65 tokens a second in the median. */
    HOSTED("a large hosted model: 65 tokens per second"),
    /** Gemini sends 34 to 62 tokens at a time. No recording tells its pauses: 100 tokens a second are assumed. */
    LARGE_CHUNKS("few large chunks as Gemini's: 48 events in one write, 100 tokens per second");

    private static final int EVENTS_PER_CHUNK = 48;

    private final String summary;

    PaceProfile(String summary) {
        this.summary = summary;
    }

    /** The word that flags and headers use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people, in a few words. */
    public String summary() {
        return summary;
    }

    /** The pace. */
    public ReplaySchedule schedule() {
        return switch (this) {
            case LOCAL -> ReplaySchedule.gaps(new Normal(micros(32_000), micros(600)));
            case LOCAL_SLOW -> ReplaySchedule.gaps(new Normal(micros(91_000), micros(4_000)));
            case LOCAL_SMALL -> ReplaySchedule.gaps(new LogNormal(micros(7_300), micros(15_100)));
            case BIMODAL ->
                ReplaySchedule.gaps(new Bimodal(
                        new Normal(micros(9_500), micros(500)), new Normal(micros(30_000), micros(7_000)), 0.08));
            case FAST -> ReplaySchedule.tokensPerSecond(450).withTtft(new Constant(micros(96_000)));
            case HOSTED -> ReplaySchedule.tokensPerSecond(65);
            case LARGE_CHUNKS -> ReplaySchedule.tokensPerSecond(100).withBurst(EVENTS_PER_CHUNK);
        };
    }

    private static long micros(long micros) {
        return TimeUnit.MICROSECONDS.toNanos(micros);
    }

    /** The manner with this pace, and with this cut where the pace has one. */
    ReplayManner in(ReplayManner manner) {
        ReplayManner paced = manner.withSchedule(schedule());
        return this == LARGE_CHUNKS ? paced.withFragmentation(Fragmentation.events(EVENTS_PER_CHUNK)) : paced;
    }
}
