package io.streamgauge.report;

import io.streamgauge.result.NamedDocument;
import io.streamgauge.result.ResultFileException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a person wants to see when a run ends: the verdict, what failed first, and the few tables that explain them.
 *
 * <p>Lines end in LF. Without colour there is not one escape sequence; with colour it marks only what words say too.
 * Whatever a result holds, it cannot move the cursor: control characters arrive here as pictures of themselves.
 */
public final class TerminalReport {
    /** Findings that are told per section before the rest is only counted. */
    private static final int MAX_FINDINGS = 5;

    private static final int MAX_EVIDENCE_COLUMNS = 96;
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;

    private TerminalReport(boolean colour) {
        this.colour = colour;
    }

    /**
     * A summary of one result of any kind.
     *
     * @param colour whether the terminal shows colours and its owner wants them
     * @throws ResultFileException if a field is missing or wrong
     */
    public static String render(JsonNode document, boolean colour) {
        return render(new NamedDocument(Results.UNNAMED, document), colour);
    }

    /** As {@link #render(JsonNode, boolean)}; complaints carry the document's name. */
    public static String render(NamedDocument document, boolean colour) {
        return new TerminalReport(colour).told(Summary.of(Results.read(document)));
    }

    /**
     * A summary of several results of one schema, side by side.
     *
     * @throws ResultFileException if a field is missing or wrong, or if schemas differ
     */
    public static String compare(List<NamedDocument> documents, boolean colour) {
        return new TerminalReport(colour).told(Summary.of(Comparison.read(documents)));
    }

    private String told(Summary summary) {
        line(paint(summary.mark().tone(), summary.mark().text()) + INDENT + bold(summary.headline()));
        if (!summary.imprint().isEmpty()) {
            line(paint(Tone.MUTED, summary.imprint()));
        }
        summary.sections().forEach(section -> section(section, summary.headline()));
        out.append('\n');
        summary.first()
                .ifPresent(
                        first -> line(paint(Tone.BAD, "first to fail: ") + first.section() + ", " + first.headline()));
        line(paint(summary.mark().tone(), summary.mark().text()));
        return out.toString();
    }

    private void section(Section section, String alreadySaid) {
        out.append('\n');
        line(bold(section.title())
                + INDENT
                + paint(section.mark().tone(), section.mark().text()));
        if (!section.sentence().equals(alreadySaid)) {
            line(section.sentence());
        }
        section.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Table table
                && table.reach() == Table.Reach.SUMMARY
                && !table.rows().isEmpty()) {
            out.append('\n');
            line(INDENT + bold(table.caption()));
            TextTable.lines(table, this::paint).forEach(row -> line(INDENT + row));
        } else if (block instanceof Findings findings) {
            findings(findings);
        } else if (block instanceof Note note) {
            out.append('\n');
            note.texts().forEach(text -> line(INDENT + paint(note.tone(), text)));
        }
    }

    private void findings(Findings findings) {
        out.append('\n');
        line(INDENT + bold(findings.title()));
        findings.list().stream().limit(MAX_FINDINGS).forEach(this::finding);
        long more = findings.list().size() - MAX_FINDINGS + findings.leftOut();
        if (more > 0) {
            line(INDENT + paint(Tone.MUTED, "and " + Units.count(more) + " more"));
        }
    }

    private void finding(Finding finding) {
        line(INDENT + paint(finding.mark().tone(), finding.mark().sign() + " " + finding.headline()));
        if (!finding.facts().isEmpty()) {
            String facts = finding.facts().stream()
                    .map(fact -> fact.label().toLowerCase(Locale.ROOT) + " " + fact.value())
                    .collect(Collectors.joining(", "));
            evidence("", facts);
        }
        finding.known().ifPresent(reason -> line(INDENT + INDENT + paint(Tone.MUTED, "known: " + reason)));
        finding.contrast().ifPresent(contrast -> {
            evidence("expected  ", contrast.expected());
            evidence("actual    ", contrast.actual());
        });
    }

    private void evidence(String label, String text) {
        String shown = TextWidth.cut(text.replace('\n', '␊'), MAX_EVIDENCE_COLUMNS);
        line(INDENT + INDENT + paint(Tone.MUTED, label) + shown);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private String bold(String text) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private String paint(Tone tone, String text) {
        return colour && tone != Tone.PLAIN ? "\u001b[" + code(tone) + "m" + text + "\u001b[0m" : text;
    }

    private static String code(Tone tone) {
        return switch (tone) {
            case GOOD -> "32";
            case BAD -> "31";
            case WARN -> "33";
            case MUTED -> "2";
            case STRONG -> "1";
            case PLAIN -> "0";
        };
    }
}
