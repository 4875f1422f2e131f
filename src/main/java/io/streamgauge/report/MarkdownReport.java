package io.streamgauge.report;

import io.streamgauge.result.AtomicFile;
import io.streamgauge.result.NamedDocument;
import io.streamgauge.result.ResultFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A result for a job summary or a comment under a change: tables, and failures folded away until somebody wants them.
 *
 * <p>GitHub's flavour. Nothing a result holds can become markup, a link, or a mention of somebody.
 */
public final class MarkdownReport {
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport() {}

    /**
     * One result of any kind.
     *
     * @throws ResultFileException if a field is missing or wrong
     */
    public static String render(JsonNode document) {
        return render(new NamedDocument(Results.UNNAMED, document));
    }

    /** As {@link #render(JsonNode)}; complaints carry the document's name. */
    public static String render(NamedDocument document) {
        return new MarkdownReport().told(Summary.of(Results.read(document)));
    }

    /** As {@link #render(NamedDocument)}, into a file that appears whole or not at all. */
    public static void render(NamedDocument document, Path file) {
        AtomicFile.write(file, render(document).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Several results of one schema, side by side.
     *
     * @throws ResultFileException if a field is missing or wrong, or if schemas differ
     */
    public static String compare(List<NamedDocument> documents) {
        return new MarkdownReport().told(Summary.of(Comparison.read(documents)));
    }

    private String told(Summary summary) {
        line("## " + summary.mark().sign() + " " + text(summary.headline()));
        if (!summary.imprint().isEmpty()) {
            paragraph(text(summary.imprint()) + "  \n" + code("streamgauge " + summary.command()));
        }
        summary.first()
                .ifPresent(first -> paragraph("**First to fail:** " + first.section() + ", " + text(first.headline())));
        if (summary.stages().size() > 1) {
            stages(summary.stages());
        }
        summary.sections().forEach(this::section);
        folded("Environment", () -> table(summary.environment()));
        return out.toString();
    }

    private void stages(List<Section> stages) {
        paragraph("| Stage | Verdict | |\n|---|---|---|");
        for (Section stage : stages) {
            line("| %s | %s | %s |"
                    .formatted(text(stage.title()), text(stage.mark().text()), text(stage.sentence())));
        }
    }

    private void section(Section section) {
        paragraph("### " + text(section.title()) + " " + text(section.mark().text()));
        paragraph(text(section.sentence()));
        section.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Table table && !table.rows().isEmpty()) {
            paragraph("**" + text(table.caption()) + "**");
            table(table);
        } else if (block instanceof Findings findings) {
            folded(
                    findings.title() + ": " + Units.count(findings.list().size() + findings.leftOut()),
                    () -> findings(findings));
        } else if (block instanceof Note note) {
            note.texts().forEach(text -> paragraph("> " + text(text)));
        }
    }

    private void table(Table table) {
        out.append('\n');
        line(table.columns().stream()
                .map(column -> text(column.title()))
                .collect(Collectors.joining(" | ", "| ", " |")));
        line(table.columns().stream()
                .map(column -> column.numeric() ? "---:" : "---")
                .collect(Collectors.joining("|", "|", "|")));
        table.rows()
                .forEach(row -> line(row.cells().stream()
                        .map(cell -> text(cell.text()))
                        .collect(Collectors.joining(" | ", "| ", " |"))));
    }

    private void findings(Findings findings) {
        for (Finding finding : findings.list()) {
            paragraph(
                    "- **" + text(finding.name()) + "** " + text(finding.mark().text()) + " " + text(finding.title()));
            finding.known().ifPresent(reason -> line("  - known: " + text(reason)));
            finding.requirement().ifPresent(requirement -> line("  - " + text(requirement)));
            finding.facts().forEach(fact -> line("  - " + text(fact.label()) + ": " + text(fact.value())));
            finding.contrast().ifPresent(contrast -> {
                line("  - expected " + code(contrast.expected()));
                line("  - actual " + code(contrast.actual()));
            });
        }
        if (findings.leftOut() > 0) {
            paragraph(Units.count(findings.leftOut()) + " more are not listed.");
        }
    }

    private void folded(String title, Runnable content) {
        paragraph("<details><summary>" + text(title) + "</summary>");
        content.run();
        paragraph("</details>");
    }

    private void paragraph(String text) {
        out.append('\n').append(text).append('\n');
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** Text that means itself: markup is escaped, and what GitHub would link or mention is taken apart. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                // An entity is text to the reader and no longer a mention, a reference or a link to the renderer.
                case '@' -> escaped.append("&#64;<!---->");
                case '\n' -> escaped.append(' ');
                case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '$', '!' ->
                    escaped.append('\\').appendCodePoint(point);
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString().replace("://", ":<!---->//").replace("www.", "www<!---->.");
    }

    /** A code span; its fence is longer than any run of backticks inside. */
    static String code(String text) {
        String fence = "`";
        while (text.contains(fence)) {
            fence += "`";
        }
        String inner = text.replace('\n', '␊').replace("|", "\\|");
        boolean padded = inner.startsWith("`") || inner.endsWith("`");
        return fence + (padded ? " " + inner + " " : inner) + fence;
    }
}
