package io.streamgauge.load;

import io.netty.channel.EventLoop;
import io.streamgauge.client.ConnectionSpan;
import io.streamgauge.client.StreamClient;
import io.streamgauge.client.StreamFailure;
import io.streamgauge.client.StreamOutcome;
import io.streamgauge.measure.LatencyDistribution;
import io.streamgauge.measure.LatencyRecorder;
import io.streamgauge.measure.StreamTiming;
import io.streamgauge.time.Scheduler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** One event loop's part of a load: sends what its pacer says and records what comes back. All on that loop. */
final class LoadWorker {
    /** Reads that one worker keeps for the comparison with the server, 16 bytes each. */
    static final int MAX_KEPT_READS = 2_000_000;

    /** How streams are counted that never got a connection. */
    static final String CONNECT_ERROR = "connect";

    private final LoadPlan plan;
    private final RunTimes times;
    private final EventLoop loop;
    private final Scheduler scheduler;
    private final StreamClient client;
    private final Pacer pacer;
    private final TargetChoice choice;
    private final boolean keepsReads;
    private final CompletableFuture<LoadWorker> done = new CompletableFuture<>();

    private final List<LoadStream> active = new ArrayList<>();
    private final ArrayDeque<LoadStream> spare = new ArrayDeque<>();

    final Map<String, LatencyRecorder> recorders = new HashMap<>();
    final LatencyDistribution connects = new LatencyDistribution();
    final Map<String, Long> errors = new TreeMap<>();
    final PerSecond perSecond;
    final WindowTotals window;
    final LoopHealth health;
    final List<ReadLog> keptReads = new ArrayList<>();
    private int keptReadCount;
    private long events;

    LoadWorker(
            LoadPlan plan,
            RunTimes times,
            EventLoop loop,
            Scheduler scheduler,
            StreamClient client,
            Pacers pacers,
            long seed,
            boolean keepsReads) {
        this.plan = plan;
        this.times = times;
        this.loop = loop;
        this.scheduler = scheduler;
        this.client = client;
        this.keepsReads = keepsReads;
        pacer = pacers.next(scheduler, this::start);
        choice = new TargetChoice(plan.targets(), seed);
        perSecond = new PerSecond(times.startNanos());
        window = new WindowTotals(times.windowFromNanos(), times.windowToNanos());
        health = new LoopHealth(scheduler);
        plan.targets()
                .forEach(target -> recorders.computeIfAbsent(
                        target.group(),
                        unused -> new LatencyRecorder(plan.stall().toNanos())));
    }

    CompletableFuture<LoadWorker> done() {
        return done;
    }

    /** Lets the run begin, on the loop. */
    void begin() {
        scheduler.newTimer(() -> health.begin(events)).armAt(times.windowFromNanos());
        if (plan.measured().isTime()) {
            scheduler.newTimer(() -> health.end(events)).armAt(times.windowToNanos());
        }
        pacer.begin();
        finishIfOver();
    }

    private void start(int user, long planNanos, boolean isMeasured) {
        LoadStream stream = spare.isEmpty() ? new LoadStream(this, keepsReads) : spare.pop();
        int target = choice.next();
        stream.begin(target, user, planNanos, isMeasured, scheduler.clock().nanoTime());
        stream.place = active.size();
        active.add(stream);
        window.planned += isMeasured ? 1 : 0;
        stream.started(client.start(loop, plan.targets().get(target).request(), stream));
    }

    void countEvent() {
        events++;
    }

    void sent(long stampNanos, ConnectionSpan connection) {
        window.addSend(stampNanos);
        perSecond.add(perSecond.sent, stampNanos, 1);
        if (!connection.reused()) {
            connects.record(connection.connectNanos() + connection.tlsNanos());
        }
    }

    /** The user's next request first: what it costs to record the last one is no part of their wait. */
    void closed(LoadStream stream, StreamOutcome outcome) {
        remove(stream);
        pacer.ended(stream.user(), outcome.closedNanos(), outcome.isSuccess());
        if (!stream.isCut()) {
            record(stream, outcome);
        }
        spare.push(stream);
        finishIfOver();
    }

    /** The last takes the place of the one that goes. */
    private void remove(LoadStream stream) {
        LoadStream last = active.remove(active.size() - 1);
        if (last != stream) {
            active.set(stream.place, last);
            last.place = stream.place;
        }
    }

    private void record(LoadStream stream, StreamOutcome outcome) {
        StreamTiming timing = stream.timing(outcome.closedNanos());
        if (outcome.isSuccess()) {
            recordSuccess(stream, timing);
            return;
        }
        if (stream.isSent()) {
            perSecond.add(perSecond.failed, outcome.closedNanos(), 1);
        }
        if (stream.isMeasured()) {
            errors.merge(errorName(outcome), 1L, Long::sum);
            recorderOf(stream).recordFailure(timing);
            window.ungood++;
        }
    }

    private void recordSuccess(LoadStream stream, StreamTiming timing) {
        long end = timing.sendNanos() + timing.closeNanos();
        perSecond.add(perSecond.ended, end, 1);
        perSecond.addTtft(timing);
        window.addEnd(timing);
        TokenSpread spread = new TokenSpread(timing);
        for (int k = 0; k < timing.keptTokenEvents(); k++) {
            long at = timing.sendNanos() + timing.tokenNanos(k);
            perSecond.add(perSecond.tokenEvents, at, 1);
            perSecond.add(perSecond.tokens, at, spread.tokens(k));
        }
        if (stream.isMeasured()) {
            recorderOf(stream).recordSuccess(timing);
            window.addGoodOrNot(timing, plan.slo());
            keepReads(stream.reads());
        }
    }

    private void keepReads(ReadLog reads) {
        if (keepsReads && reads.stream() > 0 && keptReadCount + reads.size() <= MAX_KEPT_READS) {
            keptReadCount += reads.size();
            keptReads.add(reads.copy());
        }
    }

    private LatencyRecorder recorderOf(LoadStream stream) {
        String group = plan.targets().get(stream.target()).group();
        return recorders.computeIfAbsent(
                group, unused -> new LatencyRecorder(plan.stall().toNanos()));
    }

    /** In the words that result files count by. */
    private static String errorName(StreamOutcome outcome) {
        StreamFailure failure = outcome.failure().orElseThrow();
        if (failure instanceof StreamFailure.HttpStatus http) {
            return "http" + http.status();
        }
        if (failure instanceof StreamFailure.Timeout timeout) {
            return "timeout." + word(timeout.which());
        }
        return failure instanceof StreamFailure.Connect ? CONNECT_ERROR : word(failure.kind());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The run is over: what is still under way is ended, and only its beginning counts. Any thread. */
    void cut() {
        loop.execute(this::cutOff);
    }

    private void cutOff() {
        pacer.stop();
        for (LoadStream stream : List.copyOf(active)) {
            if (stream.isMeasured()) {
                window.ungood++;
                recorderOf(stream).recordCut(stream.timing(scheduler.clock().nanoTime()));
            }
            stream.cut();
        }
        finishIfOver();
    }

    private void finishIfOver() {
        if (pacer.isExhausted() && active.isEmpty()) {
            health.end(events);
            done.complete(this);
        }
    }
}
