package io.streamgauge.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                for last in "$@"; do :; done
                case "$*" in
                    *ListSubjects*) cat "%1$s/listing"; exit 0 ;;
                    *CheckAnswers*)
                        sed "s/.*hasty.*/wrong answer: x/;/^wrong/!s/.*/right/;s/^/answer\\t/" "$last"
                        exit 0 ;;
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
        return plan(List.of(), List.of("1448"), BenchPlan.Group.ACCUMULATOR);
    }

    private static BenchPlan plan(List<String> inputs, List<String> deliveries, BenchPlan.Group... groups) {
        return new BenchPlan(Set.of(groups), inputs, deliveries, BenchPlan.Effort.QUICK);
    }

    private static final String LISTING = """
            partial-json\tours\tstreamgauge\ttools-1k\t4
            framing\tours\tstreamgauge\topenai\t1448 whole
            """;
    private static final String ALLOCATION =
            ", \"gc.alloc.rate\": {\"score\": 1.0}, \"gc.alloc.rate.norm\": {\"score\": 50.0}";

    @Test
    void ratesComeFromCpuTimeAndTheSizeOfTheInput() throws Exception {
        List<String> progress = new ArrayList<>();
        BenchRow row = run(java(LISTING, RESULT.formatted("20.0", ALLOCATION), 0), all(), progress)
                .rows()
                .get(0);

        assertEquals(new BenchJob("partial-json", "streamgauge", "ours", "tools-1k", "4"), row.job());
        assertEquals(
                new BenchRow.Figures(500, 50e6, 20, 0.5, 1, 0.99), row.figures().orElseThrow());
        assertEquals(List.of("answer of streamgauge", "partial-json subject = streamgauge"), progress);
    }

    @Test
    void withTooFewIterationsForAnIntervalTheSpreadIsTheError() throws Exception {
        BenchRow row = run(java(LISTING, RESULT.formatted("\"NaN\"", ALLOCATION), 0), all(), new ArrayList<>())
                .rows()
                .get(0);

        assertEquals(5, row.figures().orElseThrow().errorPercent());
    }

    @Test
    void nothingAllocatedIsZeroAndNotMeasuredIsAnError() throws Exception {
        String zero = ", \"gc.alloc.rate\": {\"score\": 0.0}";
        assertEquals(
                0,
                run(java(LISTING, RESULT.formatted("20.0", zero), 0), all(), new ArrayList<>())
                        .rows()
                        .get(0)
                        .figures()
                        .orElseThrow()
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
        BenchPlan plan = plan(List.of(), List.of("1448"), BenchPlan.Group.BUFFERS);
        BenchException failure = assertThrows(BenchException.class, () -> run(java, plan, new ArrayList<>()));
        assertTrue(failure.getMessage().contains("no benchmark matches"), failure.getMessage());
    }

    @Test
    void anInputOrDeliveryThatThereIsNotIsAnErrorThatTellsWhichThereAre() throws IOException {
        Path java = java(LISTING, "[]", 0);
        BenchPlan input = plan(List.of("tools-1k", "openai"), List.of("1448"), BenchPlan.Group.ACCUMULATOR);
        assertEquals(
                "no input openai; there are tools-1k",
                assertThrows(BenchException.class, () -> run(java, input, new ArrayList<>()))
                        .getMessage());
        BenchPlan delivery = plan(List.of(), List.of("1449"), BenchPlan.Group.ACCUMULATOR);
        assertEquals(
                "no delivery 1449; there are 4, 1448, whole",
                assertThrows(BenchException.class, () -> run(java, delivery, new ArrayList<>()))
                        .getMessage());
    }

    @Test
    void whoAnswersWronglyIsToldAndNotTimed() throws Exception {
        String listing = LISTING + "partial-json\tpeer\thasty\ttools-1k\t4\n";
        BenchPlan plan = plan(List.of(), List.of("4"), BenchPlan.Group.ACCUMULATOR, BenchPlan.Group.PEERS);

        List<BenchRow> rows = run(java(listing, RESULT.formatted("20.0", ALLOCATION), 0), plan, new ArrayList<>())
                .rows();

        assertEquals("hasty", rows.get(1).job().subject());
        assertEquals("wrong answer: x", rows.get(1).remark());
        assertEquals(Optional.empty(), rows.get(1).figures());
        assertTrue(Files.readString(folder.resolve("calls")).contains("-p subject=streamgauge -p"));
    }

    @Test
    void aJvmThatSaysNothingIsTakenForHanging() throws Exception {
        Path script = folder.resolve("silent");
        Files.writeString(script, "#!/bin/sh\necho begun\nexec sleep 600\n");
        assertTrue(script.toFile().setExecutable(true));
        BenchJvm jvm = new BenchJvm(script, List.of(), 1);

        BenchException failure = assertThrows(BenchException.class, () -> jvm.output(List.of()));
        assertTrue(failure.getMessage().contains("nothing came from them for 1 seconds"), failure.getMessage());
    }

    @Test
    void peersAreMeasuredOnlyWhenAskedForOrWhenAllIs() throws Exception {
        String listing = LISTING + "partial-json\tpeer\tjackson\ttools-1k\t4\n";
        BenchPlan ours = plan(List.of(), List.of("4"), BenchPlan.Group.ACCUMULATOR);
        run(java(listing, RESULT.formatted("20.0", ALLOCATION), 0), ours, new ArrayList<>());

        assertTrue(Files.readString(folder.resolve("calls")).contains("-p subject=streamgauge -p"));
    }
}
