/**
 * What every result file has in common: an envelope, a verdict, and one way in and out of JSON.
 *
 * <p>In flow the records that a command measured; out flows one JSON file whose keys keep their order, so that two runs
 * can be compared line by line. Every other form (HTML, JUnit XML, Markdown, terminal) is rendered from that file
 * alone, hence whatever a reader should see has to be in it. Any package may call this one; none of it belongs on a hot
 * path.
 */
@NullMarked
package io.streamgauge.result;

import org.jspecify.annotations.NullMarked;
