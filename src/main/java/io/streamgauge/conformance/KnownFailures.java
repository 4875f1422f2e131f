package io.streamgauge.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * Failures that are known and not yet mended. An entry that excuses nothing is stale and fails the run: what was mended
 * must not be allowed to break again unseen.
 *
 * <p>A file of JSON lines; empty lines and lines that begin with {@code #} are passed over:
 *
 * <pre>
 *   {"id": "SSE-ENC-0?", "verdict": "FAILED", "reason": "the mark is not removed", "date": "2026-03-01"}
 * </pre>
 */
public final class KnownFailures {
    /** Nothing is excused. */
    public static final KnownFailures NONE = new KnownFailures(List.of());

    private final List<Entry> entries;

    private KnownFailures(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * One excuse.
     *
     * @param where file and line
     * @param id an id, or a pattern with {@code *} and {@code ?}
     * @param verdict the only one that is excused
     */
    public record Entry(String where, String id, Verdict verdict, String reason, LocalDate date) {
        boolean excuses(CaseResult result) {
            return result.verdict() == verdict
                    && Glob.of(id).matches(result.requirement().id());
        }
    }

    /**
     * The outcome of a run with its known failures marked.
     *
     * @param stale entries that excused nothing although every case they might excuse was run
     */
    record Applied(List<CaseResult> results, List<Entry> stale) {}

    /**
     * Reads a file of excuses.
     *
     * @throws CaseFileException if a line is not an entry; the message names line and member
     */
    public static KnownFailures read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(String.valueOf(file.getFileName()), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    static KnownFailures read(String name, Reader reader) throws IOException {
        List<Entry> entries = new ArrayList<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                entries.add(entry(name + " line " + number, line));
            }
        }
        return new KnownFailures(List.copyOf(entries));
    }

    private static Entry entry(String where, String line) {
        try {
            CaseNode node = CaseNode.of(where, CaseFiles.MAPPER.readTree(line));
            Entry entry = new Entry(
                    where,
                    node.text("id"),
                    node.word("verdict", KnownFailures::excusable, "a verdict that is not OK"),
                    node.text("reason"),
                    date(node));
            node.nothingElse();
            return entry;
        } catch (JacksonException e) {
            throw new CaseFileException(where, "not JSON, " + e.getOriginalMessage(), e);
        }
    }

    private static Optional<Verdict> excusable(String word) {
        return Verdict.ofWord(word).filter(verdict -> verdict.failing() || verdict == Verdict.NON_STRICT);
    }

    private static LocalDate date(CaseNode node) {
        try {
            return LocalDate.parse(node.text("date"));
        } catch (DateTimeParseException e) {
            throw node.wrong("date", "a date such as 2026-03-01", node.required("date"));
        }
    }

    /** @param notRun the ids of the suite that this run left out */
    Applied apply(List<CaseResult> results, Set<String> notRun) {
        Set<Entry> used = new HashSet<>();
        List<CaseResult> marked = new ArrayList<>();
        for (CaseResult result : results) {
            Optional<Entry> excuse =
                    entries.stream().filter(entry -> entry.excuses(result)).findFirst();
            excuse.ifPresent(used::add);
            marked.add(excuse.map(entry -> result.known(entry.reason())).orElse(result));
        }
        List<Entry> stale = entries.stream()
                .filter(entry -> !used.contains(entry))
                .filter(entry -> notRun.stream().noneMatch(Glob.of(entry.id())::matches))
                .toList();
        return new Applied(marked, stale);
    }
}
