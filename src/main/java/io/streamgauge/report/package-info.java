/**
 * Results in, pages out: one self-contained HTML file, Markdown, JUnit XML, or a summary for the terminal.
 *
 * <p>All forms are rendered from the JSON of a result alone, in three steps that never mix. {@code Fields} reads the
 * document and complains, by file and field, about what is missing; it also makes every string harmless, so that
 * nothing behind it has to remember that recorded text is hostile. The {@code ...Section} classes turn what was read
 * into sections of tables, charts and failures that know nothing of any output form. The renderers give those a form.
 *
 * <p>Output depends on the document only: no clock, no locale, no network, no random ids. Charts are SVG text made
 * here, so a page works without scripts, prints, and can be compared byte by byte in tests.
 *
 * <p>Public are the four reports; the command line calls them. They are pure functions and safe to call from any
 * thread.
 */
@NullMarked
package io.streamgauge.report;

import org.jspecify.annotations.NullMarked;
