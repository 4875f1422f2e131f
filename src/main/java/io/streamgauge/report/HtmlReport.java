package io.streamgauge.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.streamgauge.result.AtomicFile;
import io.streamgauge.result.NamedDocument;
import io.streamgauge.result.ResultFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One HTML file that needs nothing else: styles, script, charts and the raw data stand inside, and its content security
 * policy forbids every request.
 *
 * <p>Works without scripts, on paper, on a phone, in the dark, and read aloud. The same document gives the same bytes.
 */
public final class HtmlReport {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

    /**
     * End tags of cells and rows, which HTML lets a page leave out: of a page with a thousand rows they are a tenth.
     * All text is escaped by now, so what looks like such a tag is one.
     */
    private static final Pattern OPTIONAL_END_TAGS = Pattern.compile("</t[dhr]>");

    private HtmlReport() {}

    /**
     * Writes a page about one result.
     *
     * @throws ResultFileException if a field is missing or wrong
     */
    public static void render(JsonNode document, Appendable out) throws IOException {
        out.append(page(new NamedDocument(Results.UNNAMED, document)));
    }

    /**
     * Puts a page about one result at {@code file}, whole or not at all.
     *
     * @throws ResultFileException if a field is missing or wrong, or the file cannot be written
     */
    public static void render(JsonNode document, Path file) {
        render(new NamedDocument(Results.UNNAMED, document), file);
    }

    /** As {@link #render(JsonNode, Path)}; complaints and the download carry the document's name. */
    public static void render(NamedDocument document, Path file) {
        AtomicFile.write(file, page(document).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Puts a page at {@code file} that shows several results of one schema side by side.
     *
     * @param documents two or more; changes are against the first
     * @throws ResultFileException if a field is missing or wrong, if schemas differ, or if the file cannot be written
     */
    public static void compare(List<NamedDocument> documents, Path file) {
        AtomicFile.write(file, page(documents).getBytes(StandardCharsets.UTF_8));
    }

    static String page(NamedDocument document) {
        return html(Page.of(Results.read(document)));
    }

    static String page(List<NamedDocument> documents) {
        return html(Page.of(Comparison.read(documents)));
    }

    private static String html(Page page) {
        StringOutput out = new StringOutput(64 << 10);
        TEMPLATES.render("page.jte", page, out);
        return OPTIONAL_END_TAGS.matcher(out.toString()).replaceAll("");
    }
}
