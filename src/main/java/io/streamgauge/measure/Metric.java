package io.streamgauge.measure;

import java.util.EnumSet;
import java.util.List;

/** The latencies that are recorded, each under the name it has in result files. All in nanoseconds. */
public enum Metric {
    /** From when a request should have been sent to when it was. */
    SCHEDULE_LAG("scheduleLag"),
    /** To the complete response head. */
    TTFB("ttfb"),
    /** To the first event of any kind. */
    TTFE("ttfe"),
    /** To the first token event. */
    TTFT("ttft"),
    /** To the first token event that is not reasoning. */
    TTFO("ttfo"),
    /** To the first token event, from the plan. */
    TTFT_PLAN("ttftPlan"),
    /** To the first token event that is not reasoning, from the plan. */
    TTFO_PLAN("ttfoPlan"),
    /** From the first token event to the second. */
    TTST("ttst"),
    /** Time per output token of one stream. */
    TPOT("tpot"),
    /** To the last token event. */
    E2E("e2e"),
    /** To the last token event, from the plan. */
    E2E_PLAN("e2ePlan"),
    /** To the end of the protocol. */
    CLOSE("close"),
    /** From the last token event to the end of the protocol. */
    TAIL("tail"),
    /** The largest chunk gap of one stream. */
    MAX_STALL("maxStall"),

    /**
     * Between token events of different reads, all gaps of all streams pooled. It is the read gap as well: between
     * reads that bring token events lies nothing else.
     */
    CHUNK_GAP("icl"),
    /** Inter-token latency, pooled: a gap whose event brought n tokens is n samples of an n-th (genai-perf's rule). */
    ITL("itl"),
    /** The same by vLLM's rule: one sample for each token event but the first, zero where both came in one read. */
    ITL_VLLM_RULE("itlVllmRule"),
    /** The same by inference-perf's rule: the whole gap for an event's first token, zero for its others. */
    ITL_INFERENCE_PERF_RULE("itlInferencePerfRule"),

    /** From send to failure, of streams that failed; they are in no other metric. */
    FAILED_AFTER("failedAfter");

    /** The metrics a stream has one value of. */
    static final List<Metric> PER_STREAM = List.copyOf(EnumSet.range(SCHEDULE_LAG, MAX_STALL));

    /** Those that a stream has even if it is cut off before its end. */
    static final List<Metric> OF_THE_BEGINNING =
            List.of(SCHEDULE_LAG, TTFB, TTFE, TTFT, TTFO, TTFT_PLAN, TTFO_PLAN, TTST);

    private final String wireName;

    Metric(String wireName) {
        this.wireName = wireName;
    }

    /** The name in result files. */
    public String wireName() {
        return wireName;
    }

    /** The value that one stream has, or {@link StreamTiming#UNKNOWN}; always that for a pooled metric. */
    public long of(StreamTiming timing) {
        return switch (this) {
            case SCHEDULE_LAG -> timing.scheduleLagNanos();
            case TTFB -> timing.ttfbNanos();
            case TTFE -> timing.ttfeNanos();
            case TTFT -> timing.ttftNanos();
            case TTFO -> timing.ttfoNanos();
            case TTFT_PLAN -> timing.ttftPlanNanos();
            case TTFO_PLAN -> timing.ttfoPlanNanos();
            case TTST -> timing.ttstNanos();
            case TPOT -> timing.tpotNanos();
            case E2E -> timing.e2eNanos();
            case E2E_PLAN -> timing.e2ePlanNanos();
            case CLOSE, FAILED_AFTER -> timing.closeNanos();
            case TAIL -> timing.tailNanos();
            case MAX_STALL -> timing.maxStallNanos();
            case CHUNK_GAP, ITL, ITL_VLLM_RULE, ITL_INFERENCE_PERF_RULE -> StreamTiming.UNKNOWN;
        };
    }
}
