package io.streamgauge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells how the recordings were decoded. */
final class CorpusSection {
    static final String ID = "corpus";
    static final String TITLE = "Corpus";

    private CorpusSection() {}

    static Section of(CorpusResult result) {
        List<Fact> figures = List.of(
                new Fact(
                        "of %s as expected".formatted(Units.counted(result.recordings(), "recording")),
                        Units.count(result.passed())),
                new Fact("differ", Units.count(result.failed())),
                new Fact("differ as known", Units.count(result.known())),
                new Fact("dialects", Units.count(result.dialects().size())));
        return new Section(ID, TITLE, result.head().mark(), sentence(result), figures, blocks(result));
    }

    static String sentence(CorpusResult result) {
        int interrupted = result.interrupted().size();
        return verdict(result)
                + (interrupted == 0
                        ? ""
                        : " %s %s interrupted: only cuts are compared."
                                .formatted(Units.counted(interrupted, "recording"), interrupted == 1 ? "was" : "were"));
    }

    private static String verdict(CorpusResult result) {
        String all = Units.counted(result.recordings(), "recording");
        if (result.passed() == result.recordings()) {
            return "All %s decode as expected.".formatted(all);
        }
        String news = result.failed() == 0 ? "" : differ(result.failed());
        String known = result.known() == 0 ? "" : differ(result.known()) + " as already known";
        String both = news.isEmpty() || known.isEmpty() ? "" : ", ";
        return "%s of %s decode as expected; %s%s%s.".formatted(Units.count(result.passed()), all, news, both, known);
    }

    private static String differ(long count) {
        return count == 1 ? "1 differs" : Units.count(count) + " differ";
    }

    private static List<Block> blocks(CorpusResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(dialects(result));
        blocks.addAll(CorpusTables.failing(result));
        List<Finding> findings = findings(result);
        if (!findings.isEmpty()) {
            blocks.add(Findings.of("corpus-differences", "Differences", findings));
        }
        blocks.addAll(CorpusTables.telling(result));
        return blocks;
    }

    private static Table dialects(CorpusResult result) {
        List<Table.Row> rows = result.dialects().stream()
                .map(dialect -> new Table.Row(
                        dialect.passed() < dialect.recordings() ? Tone.BAD : Tone.PLAIN,
                        List.of(
                                Cell.of(dialect.api()),
                                passed(dialect),
                                Cell.share(dialect.passed(), dialect.recordings()))))
                .toList();
        return new Table(
                "corpus-dialects",
                "Recordings by dialect",
                Table.Reach.SUMMARY,
                List.of(Table.Column.text("Dialect"), Table.Column.number("As expected"), Table.Column.number("Share")),
                rows);
    }

    static List<Finding> findings(CorpusResult result) {
        return result.differences().stream().map(CorpusSection::finding).toList();
    }

    private static Finding finding(CorpusResult.Difference difference) {
        List<Fact> facts = Stream.of(
                        new Fact("Event", difference.event()),
                        new Fact("Byte offset", difference.byteOffset()),
                        new Fact("Fragmentation", difference.fragmentation()))
                .filter(fact -> !fact.value().equals("null"))
                .toList();
        return new Finding(
                Anchor.of("difference", difference.recording() + "." + difference.field()),
                difference.recording(),
                "field " + difference.field(),
                new Mark("✗", "differs", Tone.BAD),
                Optional.empty(),
                facts,
                difference.wire(),
                Optional.of(Contrast.of(difference.expected(), difference.actual())),
                Optional.empty());
    }

    static Cell passed(CorpusResult.Dialect dialect) {
        return Cell.number(dialect.passed() + " of " + dialect.recordings(), (double) dialect.passed())
                .toned(dialect.passed() < dialect.recordings() ? Tone.BAD : Tone.PLAIN);
    }
}
