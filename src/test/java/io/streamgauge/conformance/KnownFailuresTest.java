package io.streamgauge.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.streamgauge.result.RunVerdict;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFailuresTest {
    private static final ConformanceSuite<ParserSubject> ENCODING =
            ConformanceSuite.parser().select(CaseFilter.of(List.of("SSE-ENC-0?"), List.of()));
    private static final Mutant KEEPS_MARK = Mutant.all().stream()
            .filter(mutant -> mutant.caseId().equals("SSE-ENC-01"))
            .findFirst()
            .orElseThrow();

    private static KnownFailures known(String lines) {
        try {
            return KnownFailures.read("known.jsonl", new StringReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entry(String id, String verdict) {
        return Cases.json("{'id': '%s', 'verdict': '%s', 'reason': 'not mended yet', 'date': '2026-03-01'}\n")
                .formatted(id, verdict);
    }

    private static ConformanceReport run(String lines) {
        return ENCODING.run(KEEPS_MARK, RunOptions.DEFAULTS.withKnownFailures(known(lines)));
    }

    @Test
    void knownFailureIsExcusedAndStillCounted() {
        ConformanceReport unknown = run("");
        assertEquals(RunVerdict.FINDING, unknown.verdict(Strictness.PRACTICAL));

        ConformanceReport known = run("# the mark\n\n" + entry("SSE-ENC-*", "failed"));
        assertEquals(RunVerdict.PASS, known.verdict(Strictness.PRACTICAL));
        assertEquals(unknown.failed(Strictness.PRACTICAL), known.failed(Strictness.PRACTICAL));
        assertEquals("not mended yet", known.results().get(0).knownBecause().orElseThrow());
    }

    @Test
    void onlyTheVerdictNamedIsExcused() {
        ConformanceReport report = run(entry("SSE-ENC-0?", "SPLIT"));
        assertEquals(RunVerdict.FINDING, report.verdict(Strictness.PRACTICAL));
        assertEquals(1, report.staleKnownFailures().size());
    }

    @Test
    void entryThatExcusesNothingFailsTheRun() {
        ConformanceReport report = run(entry("SSE-ENC-*", "FAILED") + entry("SSE-ENC-09", "FAILED"));
        assertEquals(List.of(), report.unexpected(Strictness.STRICT));
        assertEquals(RunVerdict.FINDING, report.verdict(Strictness.STRICT));
        assertEquals("known.jsonl line 2", report.staleKnownFailures().get(0).where());
    }

    @Test
    void entryForCasesThatWereLeftOutIsNotStale() {
        ConformanceReport report = run(entry("SSE-ENC-*", "FAILED") + entry("SSE-EOL-05", "SPLIT"));
        assertEquals(RunVerdict.PASS, report.verdict(Strictness.STRICT));
    }

    @Test
    void entryForNoCaseAtAllIsStale() {
        ConformanceReport report = run(entry("SSE-ENC-*", "FAILED") + entry("SSE-NONE-1", "FAILED"));
        assertEquals(RunVerdict.FINDING, report.verdict(Strictness.STRICT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id': 'X'} | member verdict is missing",
                "{'id': 7}   | member id: expected a string, got 7",
                "[]          | expected an object, got []",
                "{'id': 'X', 'verdict': 'OK'} | member verdict: expected a verdict that is not OK, got 'OK'",
                "{'id': 'X', 'verdict': 'LATE', 'reason': 'r', 'date': 'soon'}"
                        + "| member date: expected a date such as 2026-03-01, got 'soon'",
                "{'id': 'X', 'verdict': 'LATE', 'reason': 'r', 'date': '2026-03-01', 'until': 1}"
                        + "| member until is not known here",
            })
    void errorNamesLineAndMember(String line, String problem) {
        String second = entry("A", "FAILED") + Cases.json(line);
        CaseFileException e = assertThrows(CaseFileException.class, () -> known(second));
        assertEquals("known.jsonl line 2: " + Cases.json(problem), e.getMessage());
    }

    @Test
    void lineThatIsNotJsonIsNamed() {
        CaseFileException e = assertThrows(CaseFileException.class, () -> known("\n{\"id\": "));
        assertEquals("known.jsonl line 2: not JSON", e.getMessage().substring(0, 28));
    }

    @Test
    void fileIsReadFromDisk(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("k.jsonl"), entry("SSE-ENC-*", "FAILED"));
        ConformanceReport report =
                ENCODING.run(KEEPS_MARK, RunOptions.DEFAULTS.withKnownFailures(KnownFailures.read(file)));
        assertEquals(RunVerdict.PASS, report.verdict(Strictness.STRICT));
    }
}
