package io.streamgauge.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stands a shell script in for the JVM: it lists subjects, writes what JMH would write and keeps what it was asked for.
 */
class BenchRunnerTest {
    private static final String RESULT = """
            [{"benchmark": "io.streamgauge.benchmarks.PartialJsonBenchmark.stream",
              "params": {"subject": "streamgauge", "input": "tools-1k", "delivery": "4"},
              "secondaryMetrics": {
                "input.events": {"score": 100.0}, "input.bytes": {"score": 1000.0},
                "cpu.java.norm": {"score": 2000.0, "scoreError": %s, "rawData": [[1900.0, 2100.0]]},
                "cpu.share": {"score": 0.99}, "answer.correct": {"score": 1.0}%s}}]
            """;

    @TempDir
    Path folder = Path.of("");

    private Path java(String listing, String results, int exit) throws IOException {
        Files.writeString(folder.resolve("listing"), listing);
        Files.writeString(folder.resolve("results"), results);
        Path script = folder.resolve("java");
        Files.writeString(script, """
                #!/bin/sh
                echo "$@" >>"%1$s/calls"
                case "$*" in
                    *ListSubjects*) cat "%1$s/listing"; exit 0 ;;
                esac
                echo "# Parameters: (subject = streamgauge)"
                while [ $# -gt 0 ]; do
                    [ "$1" = -rff ] && cp "%1$s/results" "$2"
                    shift
                done
                echo "last words"
                exit %2$d
                """.formatted(folder, exit));
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    private BenchReport run(Path java, BenchPlan plan, List<String> progress) throws Exception {
        Path jar = Files.writeString(folder.resolve("benchmarks.jar"), "");
        return new BenchRunner(java, jar, List.of()).run(plan, folder, progress::add);
    }

    private static BenchPlan all() {
        return new BenchPlan(Set.of(), List.of(), List.of("1448"), BenchPlan.Effort.QUICK);
    }

    private static final String LISTING = "partial-json\tours\tstreamgauge\ttools-1k\t4\n";
    private static final String ALLOCATION =
            ", \"gc.alloc.rate\": {\"score\": 1.0}, \"gc.alloc.rate.norm\": {\"score\": 50.0}";

    @Test
    void ratesComeFromCpuTimeAndTheSizeOfTheInput() throws Exception {
        List<String> progress = new ArrayList<>();
        BenchRow row = run(java(LISTING, RESULT.formatted("20.0", ALLOCATION), 0), all(), progress)
                .rows()
                .get(0);

        assertEquals("partial-json", row.question());
        assertEquals("ours", row.kind());
        assertEquals(20, row.cpuNanosPerEvent());
        assertEquals(500, row.mbPerSecond());
        assertEquals(50e6, row.eventsPerSecond());
        assertEquals(0.5, row.bytesPerEvent());
        assertEquals(1, row.errorPercent());
        assertEquals(List.of("partial-json subject = streamgauge"), progress);
    }

    @Test
    void withTooFewIterationsForAnIntervalTheSpreadIsTheError() throws Exception {
        BenchRow row = run(java(LISTING, RESULT.formatted("\"NaN\"", ALLOCATION), 0), all(), new ArrayList<>())
                .rows()
                .get(0);

        assertEquals(5, row.errorPercent());
    }

    @Test
    void nothingAllocatedIsZeroAndNotMeasuredIsAnError() throws Exception {
        String zero = ", \"gc.alloc.rate\": {\"score\": 0.0}";
        assertEquals(
                0,
                run(java(LISTING, RESULT.formatted("20.0", zero), 0), all(), new ArrayList<>())
                        .rows()
                        .get(0)
                        .bytesPerEvent());
        BenchException missing = assertThrows(
                BenchException.class,
                () -> run(java(LISTING, RESULT.formatted("20.0", ""), 0), all(), new ArrayList<>()));
        assertTrue(missing.getMessage().contains("-prof gc"), missing.getMessage());
    }

    @Test
    void aQuestionThatKnowsNoneOfTheDeliveriesIsAskedInItsOwnWay() throws Exception {
        run(java(LISTING, RESULT.formatted("20.0", ALLOCATION), 0), all(), new ArrayList<>());

        assertTrue(Files.readString(folder.resolve("calls")).contains("-p delivery=4"));
    }

    @Test
    void aFailedRunTellsItsExitCodeAndLastWords() throws IOException {
        Path java = java(LISTING, "[]", 7);
        BenchException failure = assertThrows(BenchException.class, () -> run(java, all(), new ArrayList<>()));
        assertTrue(
                failure.getMessage().contains("exit code 7")
                        && failure.getMessage().contains("last words"),
                failure.getMessage());
    }

    @Test
    void nothingThatMatchesIsAnError() throws IOException {
        Path java = java(LISTING, "[]", 0);
        BenchPlan plan =
                new BenchPlan(Set.of(BenchPlan.Group.BUFFERS), List.of(), List.of("1448"), BenchPlan.Effort.QUICK);
        BenchException failure = assertThrows(BenchException.class, () -> run(java, plan, new ArrayList<>()));
        assertTrue(failure.getMessage().contains("no benchmark matches"), failure.getMessage());
    }

    @Test
    void peersAreMeasuredOnlyWhenAskedForOrWhenAllIs() throws Exception {
        String listing = LISTING + "partial-json\tpeer\tjackson\ttools-1k\t4\n";
        BenchPlan ours =
                new BenchPlan(Set.of(BenchPlan.Group.ACCUMULATOR), List.of(), List.of("4"), BenchPlan.Effort.QUICK);
        run(java(listing, RESULT.formatted("20.0", ALLOCATION), 0), ours, new ArrayList<>());

        assertTrue(Files.readString(folder.resolve("calls")).contains("-p subject=streamgauge -p"));
    }
}
