package io.streamgauge.load;

import io.streamgauge.measure.Coalescing;
import io.streamgauge.measure.LatencyDistribution;
import io.streamgauge.measure.LatencyRecorder;
import io.streamgauge.measure.Slo;
import io.streamgauge.result.RunVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a load came to, all workers added up. */
public final class LoadResult {
    private final LoadPlan plan;
    private final Map<String, LatencyRecorder> groups = new LinkedHashMap<>();
    private final LatencyRecorder all;
    private final LatencyDistribution connects = new LatencyDistribution();
    private final LatencyDistribution loopLag = new LatencyDistribution();
    private final Map<String, Long> errors = new TreeMap<>();
    private final PerSecond perSecond;
    private final WindowTotals window;
    private final StampAccuracy accuracy = new StampAccuracy();
    private final ClientVerdict client;

    private long cpuNanos;
    private long allocatedBytes;
    private long events;
    private double busiestShare;
    private final long pauseMillis;

    private LoadResult(LoadPlan plan, RunTimes times, List<LoadWorker> workers, SentWrites writes, GcPauses pauses) {
        this.plan = plan;
        all = new LatencyRecorder(plan.stall().toNanos());
        perSecond = new PerSecond(times.startNanos());
        window = new WindowTotals(times.windowFromNanos(), times.windowToNanos());
        for (LoadWorker worker : workers) {
            add(worker, writes);
        }
        groups.values().forEach(all::add);
        pauseMillis = pauses.longestMillis(
                times.windowFromNanos(), window.endNanos(plan.measured().isTime()));
        client = ClientVerdict.of(all, loopLag, pauseMillis, busiestShare, achievedShare());
    }

    static LoadResult of(LoadPlan plan, RunTimes times, List<LoadWorker> workers, SentWrites writes, GcPauses pauses) {
        return new LoadResult(plan, times, workers, writes, pauses);
    }

    private void add(LoadWorker worker, SentWrites writes) {
        worker.recorders.forEach((group, recorder) -> groups.computeIfAbsent(
                        group, unused -> new LatencyRecorder(plan.stall().toNanos()))
                .add(recorder));
        connects.add(worker.connects);
        loopLag.add(worker.health.lag());
        worker.errors.forEach((kind, count) -> errors.merge(kind, count, Long::sum));
        perSecond.add(worker.perSecond);
        window.add(worker.window);
        worker.keptReads.forEach(reads -> accuracy.join(reads, writes.of(reads.stream())));
        cpuNanos += worker.health.cpuNanos();
        allocatedBytes += worker.health.allocatedBytes();
        events += worker.health.events();
        busiestShare = Math.max(busiestShare, worker.health.cpuShare());
    }

    private double achievedShare() {
        boolean isPlanned = plan.arrival() instanceof ArrivalProcess.Open && window.planned > 0;
        return isPlanned && plan.measured().isTime() ? (double) window.sent / window.planned : 1;
    }

    /** The latencies of all measured streams. */
    public LatencyRecorder latencies() {
        return all;
    }

    /** How late the client's stamps are behind the server's sends; empty when no server's log was at hand. */
    public LatencyDistribution stampErrors() {
        return accuracy.stampErrors();
    }

    /** Whether the client was the bottleneck, so that its numbers say little about the server. */
    public boolean isClientLimited() {
        return client.isLimited();
    }

    /** What a reader of the numbers has to know, one sentence each. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (all.succeeded() == 0) {
            reasons.add("no stream came to its end");
        }
        client.reasons().forEach(reason -> reasons.add("client limited: " + reason));
        if (failedShare() > plan.maxFailedShare()) {
            reasons.add("%.1f %% of the streams failed, more than %.1f %%"
                    .formatted(failedShare() * 100, plan.maxFailedShare() * 100));
        }
        if (isSloMissed()) {
            reasons.add("%.1f %% of the streams met the objective, less than %.1f %%"
                    .formatted(goodShare() * 100, plan.sloShare() * 100));
        }
        reasons.addAll(all.coalescing().warnings());
        return reasons;
    }

    /**
     * {@code INVALID} when nothing was measured or the client was the bottleneck, {@code FINDING} when too many streams
     * failed or missed the objective.
     */
    public RunVerdict verdict() {
        if (all.succeeded() == 0 && errors.keySet().equals(Set.of(LoadWorker.CONNECT_ERROR))) {
            return RunVerdict.COULD_NOT_RUN;
        }
        if (all.succeeded() == 0 && all.failed() == 0) {
            return RunVerdict.INVALID;
        }
        if (failedShare() > plan.maxFailedShare()) {
            return RunVerdict.FINDING;
        }
        if (isClientLimited()) {
            return RunVerdict.INVALID;
        }
        return isSloMissed() ? RunVerdict.FINDING : RunVerdict.PASS;
    }

    private double failedShare() {
        long streams = all.succeeded() + all.failed() + all.cut();
        return streams == 0 ? 0 : (double) all.failed() / streams;
    }

    private boolean isSloMissed() {
        return !plan.slo().equals(Slo.NONE) && goodShare() < plan.sloShare();
    }

    private double goodShare() {
        long judged = window.good + window.ungood;
        return judged == 0 ? 0 : (double) window.good / judged;
    }

    /**
     * CPU time of the client's loops per event, in microseconds; empty when nothing was decoded or the JVM cannot tell.
     */
    public Optional<Double> cpuMicrosPerEvent() {
        return perEvent(cpuNanos / 1e3);
    }

    /** Heap that the client's loops took per event, in bytes; empty when nothing was decoded or the JVM cannot tell. */
    public Optional<Double> allocatedBytesPerEvent() {
        return perEvent((double) allocatedBytes);
    }

    private Optional<Double> perEvent(double amount) {
        return amount == 0 || events == 0 ? Optional.empty() : Optional.of(amount / events);
    }

    /** The body of a {@code streamgauge.load/1} document, for {@code ResultWriter.document}. */
    public Object document() {
        Map<String, LoadDocument.Row> metrics = LoadDocument.rows(all);
        if (connects.count() > 0) {
            metrics.put("connect", LoadDocument.Row.of(connects));
        }
        return new LoadDocument(
                planned(),
                isClientLimited() ? "CLIENT_LIMITED" : "VALID",
                reasons(),
                metrics,
                rates(),
                coalescing(),
                LoadDocument.Accuracy.of(accuracy),
                cpuMicrosPerEvent(),
                allocatedBytesPerEvent(),
                new LoadDocument.Client(LoadDocument.Row.of(loopLag), busiestShare, pauseMillis),
                streams(),
                tokens(),
                all.isItlPerChunk(),
                errors,
                groups.entrySet().stream().map(LoadResult::group).toList(),
                LoadDocument.curves(all),
                perSecond.series());
    }

    private LoadDocument.Plan planned() {
        return new LoadDocument.Plan(
                plan.arrival().describe(),
                plan.warmUp().toNanos() / 1e9,
                window.seconds(plan.measured().isTime()),
                plan.measured().requests(),
                plan.loops(),
                LoadDocument.micros(plan.stall().toNanos()));
    }

    private static LoadDocument.Group group(Map.Entry<String, LatencyRecorder> group) {
        LatencyRecorder recorder = group.getValue();
        long streams = recorder.succeeded() + recorder.failed() + recorder.cut();
        return new LoadDocument.Group(group.getKey(), streams, LoadDocument.rows(recorder));
    }

    private Map<String, Double> rates() {
        double seconds = window.seconds(plan.measured().isTime());
        Map<String, Double> rates = new LinkedHashMap<>();
        rates.put("requestsPerSecond", window.ended / seconds);
        rates.put("sentPerSecond", window.sent / seconds);
        rates.put("plannedPerSecond", window.planned / seconds);
        rates.put("achievedShare", achievedShare());
        rates.put("tokenEventsPerSecond", window.tokenEvents / seconds);
        rates.put("outputTokensPerSecond", window.tokens / seconds);
        rates.put("goodputPerSecond", window.good / seconds);
        rates.put("goodputShare", goodShare());
        rates.put("failedShare", failedShare());
        long tokens = all.coalescing().tokens();
        rates.put("stallsPerThousandTokens", tokens == 0 ? 0 : all.stalls() * 1e3 / tokens);
        return rates;
    }

    private Map<String, Double> coalescing() {
        Coalescing coalescing = all.coalescing();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("eventsPerRead", coalescing.eventsPerRead());
        numbers.put("tokensPerEvent", coalescing.tokensPerEvent());
        numbers.put("unobservableGapShare", coalescing.unobservableShare());
        numbers.put("unobservableGaps", (double) coalescing.unobservableGaps());
        numbers.put("gaps", (double) coalescing.gaps());
        numbers.put("reads", (double) coalescing.reads());
        numbers.put("events", (double) coalescing.events());
        numbers.put("tokenEvents", (double) coalescing.tokenEvents());
        numbers.put("tokens", (double) coalescing.tokens());
        return numbers;
    }

    private Map<String, Long> streams() {
        Map<String, Long> streams = new LinkedHashMap<>();
        streams.put("succeeded", all.succeeded());
        streams.put("failed", all.failed());
        streams.put("cut", all.cut());
        return streams;
    }

    private Map<String, Long> tokens() {
        Map<String, Long> sources = new LinkedHashMap<>();
        all.tokenSources().forEach((source, streams) -> sources.put(source.name(), streams));
        return sources;
    }
}
