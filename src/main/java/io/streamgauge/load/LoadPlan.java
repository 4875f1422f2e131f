package io.streamgauge.load;

import io.streamgauge.client.ClientOptions;
import io.streamgauge.measure.Slo;
import java.time.Duration;
import java.util.List;

/** Who is asked, when, for how long, and what is promised. Immutable; see the builder for the defaults. */
public final class LoadPlan {
    /** 2 s: the JIT compiler needs some of it. */
    public static final Duration DEFAULT_WARM_UP = Duration.ofSeconds(2);

    /** 10 s. */
    public static final Duration DEFAULT_MEASURED = Duration.ofSeconds(10);

    /** 30 s. */
    public static final Duration DEFAULT_DRAIN = Duration.ofSeconds(30);

    /** 200 ms without a token is a pause that readers notice. */
    public static final Duration DEFAULT_STALL = Duration.ofMillis(200);

    /** Of 1: how many streams must meet the objective. */
    public static final double DEFAULT_SLO_SHARE = 0.99;

    /** Of 1: how many streams may fail. */
    public static final double DEFAULT_MAX_FAILED_SHARE = 0.01;

    private final List<LoadTarget> targets;
    private final Builder settings;

    private LoadPlan(Builder builder) {
        targets = List.copyOf(builder.targets);
        settings = builder.copy();
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a load needs a target");
        }
        if (settings.loops <= 0 || settings.warmUp.isNegative() || settings.drain.isNegative()) {
            throw new IllegalArgumentException("at least one loop, and no negative times: " + settings.loops + ", "
                    + settings.warmUp + ", " + settings.drain);
        }
    }

    /** A plan for these targets. */
    public static Builder of(List<LoadTarget> targets) {
        return new Builder(targets);
    }

    List<LoadTarget> targets() {
        return targets;
    }

    ArrivalProcess arrival() {
        return settings.arrival;
    }

    Duration warmUp() {
        return settings.warmUp;
    }

    Measured measured() {
        return settings.measured;
    }

    Duration drain() {
        return settings.drain;
    }

    /** What the schedule and the choice of targets come from. */
    public long seed() {
        return settings.seed;
    }

    int loops() {
        return settings.loops;
    }

    Slo slo() {
        return settings.slo;
    }

    double sloShare() {
        return settings.sloShare;
    }

    double maxFailedShare() {
        return settings.maxFailedShare;
    }

    Duration stall() {
        return settings.stall;
    }

    ClientOptions client() {
        return settings.client;
    }

    /** Puts a plan together. */
    public static final class Builder {
        private final List<LoadTarget> targets;
        private ArrivalProcess arrival = ArrivalProcess.ClosedUsers.of(1);
        private Duration warmUp = DEFAULT_WARM_UP;
        private Measured measured = Measured.during(DEFAULT_MEASURED);
        private Duration drain = DEFAULT_DRAIN;
        private long seed = 1;
        private int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        private Slo slo = Slo.NONE;
        private double sloShare = DEFAULT_SLO_SHARE;
        private double maxFailedShare = DEFAULT_MAX_FAILED_SHARE;
        private Duration stall = DEFAULT_STALL;
        private ClientOptions client = ClientOptions.DEFAULTS;

        private Builder(List<LoadTarget> targets) {
            this.targets = targets;
        }

        private Builder copy() {
            return new Builder(targets)
                    .arrival(arrival)
                    .warmUp(warmUp)
                    .measured(measured)
                    .drain(drain)
                    .seed(seed)
                    .loops(loops)
                    .slo(slo, sloShare)
                    .maxFailedShare(maxFailedShare)
                    .stall(stall)
                    .client(client);
        }

        /** When requests arrive; one closed user unless said otherwise. */
        public Builder arrival(ArrivalProcess process) {
            arrival = process;
            return this;
        }

        /** What is sent before anything is measured; may be zero. */
        public Builder warmUp(Duration time) {
            warmUp = time;
            return this;
        }

        /** How much is measured. */
        public Builder measured(Measured span) {
            measured = span;
            return this;
        }

        /** How long streams that run at the end may go on; those left then are cut off. */
        public Builder drain(Duration time) {
            drain = time;
            return this;
        }

        /** Where schedule and choice of targets come from. */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        /** Event loops; one for every two cores unless said otherwise, since the server may need the others. */
        public Builder loops(int number) {
            loops = number;
            return this;
        }

        /** What is promised to how large a share of the streams. */
        public Builder slo(Slo promise, double share) {
            slo = promise;
            sloShare = share;
            return this;
        }

        /** The share of streams that may fail. */
        public Builder maxFailedShare(double share) {
            maxFailedShare = share;
            return this;
        }

        /** From which length on a chunk gap counts as a stall. */
        public Builder stall(Duration time) {
            stall = time;
            return this;
        }

        /** Timeouts and limits of the client. */
        public Builder client(ClientOptions options) {
            client = options;
            return this;
        }

        /** The plan. */
        public LoadPlan build() {
            return new LoadPlan(this);
        }
    }
}
