package io.streamgauge.cli;

import io.streamgauge.server.Fragmentation;
import io.streamgauge.server.ReplaySchedule;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How fast a recording is served, and in which pieces. */
final class PaceOptions {
    @ArgGroup
    Pace pace = new Pace();

    @Option(
            names = "--ttft",
            paramLabel = "MILLIS",
            defaultValue = "-1",
            description = "Time from the request to the first event; that of the pace when left out.")
    double ttftMillis;

    @Option(
            names = "--fragmentation",
            paramLabel = "HOW",
            defaultValue = "recorded",
            description = "How bodies are cut into writes: " + Fragmentation.FORMS + ". Default: ${DEFAULT-VALUE}.")
    String fragmentation = "recorded";

    /** At most one of these. */
    static final class Pace {
        @Option(
                names = "--speed",
                paramLabel = "FACTOR",
                description = "As recorded, so many times as fast. Default: 1.")
        double speed = 1;

        @Option(names = "--rate", paramLabel = "N", description = "So many events per second.")
        double rate;

        @Option(names = "--unlimited", description = "As fast as it can be sent.")
        boolean unlimited;
    }

    ReplaySchedule schedule(CommandSpec spec) {
        try {
            ReplaySchedule schedule = pace.unlimited
                    ? ReplaySchedule.unlimited()
                    : pace.rate > 0 ? ReplaySchedule.eventsPerSecond(pace.rate) : ReplaySchedule.recorded(pace.speed);
            return ttftMillis < 0
                    ? schedule
                    : schedule.withTtft((long) (ttftMillis * TimeUnit.MILLISECONDS.toNanos(1)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    Fragmentation fragmentation(CommandSpec spec) {
        try {
            return Fragmentation.parse(fragmentation);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--fragmentation: " + e.getMessage(), e);
        }
    }
}
