package io.streamgauge.report;

import io.streamgauge.result.RunVerdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields every result begins with, ready to be shown.
 *
 * @param environment the machine, in the order in which it reads best
 * @param startedAt in UTC, to the second
 */
record Envelope(
        String version,
        String commit,
        List<Fact> environment,
        String command,
        String seed,
        String startedAt,
        double durationMillis,
        RunVerdict verdict) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Set<String> ENVIRONMENT = Set.of("cpu", "cores", "os", "jdk", "gc", "flags", "load");

    static Envelope read(Fields fields) {
        Fields tool = fields.object("tool");
        return new Envelope(
                tool.text("version"),
                tool.text("commit"),
                environment(fields.object("environment")),
                fields.text("command"),
                Units.known(fields.number("seed")) ? fields.shown("seed") : Units.UNKNOWN,
                startedAt(fields),
                fields.number("durationMillis"),
                verdict(fields));
    }

    /** The one line that says when and with what. */
    String imprint() {
        return "streamgauge %s (%s), started %s, took %s, seed %s"
                .formatted(version, commit, startedAt, Units.duration(durationMillis), seed);
    }

    static RunVerdict verdict(Fields fields) {
        String word = fields.text("verdict");
        try {
            return RunVerdict.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw fields.wrong("verdict", "one of PASS, FINDING, COULD_NOT_RUN, INVALID, INCONCLUSIVE");
        }
    }

    private static String startedAt(Fields fields) {
        try {
            return SECONDS.format(Instant.parse(fields.text("startedAt")));
        } catch (DateTimeException e) {
            throw fields.wrong("startedAt", "an ISO-8601 instant");
        }
    }

    private static List<Fact> environment(Fields machine) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("CPU", machine.text("cpu")));
        facts.add(new Fact("Cores", Units.count(machine.number("cores"))));
        facts.add(new Fact("Load average, 1 min", load(machine.number("load"))));
        facts.add(new Fact("Operating system", machine.text("os")));
        facts.add(new Fact("JVM", machine.text("jdk")));
        facts.add(new Fact("Collector", machine.text("gc")));
        facts.add(new Fact("JVM flags", flags(machine)));
        further(machine).forEach(facts::add);
        return List.copyOf(facts);
    }

    private static String load(double load) {
        return load >= 0 ? String.format(Locale.ROOT, "%.2f", load) : Units.UNKNOWN;
    }

    private static String flags(Fields machine) {
        String flags = machine.elements("flags").stream().map(Fields::shown).collect(Collectors.joining(" "));
        return flags.isEmpty() ? "none" : flags;
    }

    /** What else the writer of the result knew about its machine. */
    private static Stream<Fact> further(Fields machine) {
        return machine.members().entrySet().stream()
                .filter(member -> !ENVIRONMENT.contains(member.getKey()))
                .map(member -> member.getKey().equals("memoryMebibytes")
                        ? new Fact("Memory", Units.count(machine.number("memoryMebibytes")) + " MiB")
                        : new Fact(
                                Words.ofName(member.getKey()), member.getValue().shown()));
    }
}
