/**
 * Requirements in, verdicts out: is this stream read right?
 *
 * <p>In flow cases (data files in {@code conformance/} on the class path, and a few in code where a case is a dialogue)
 * and a subject; out flows a {@link io.streamgauge.conformance.ConformanceReport}. The words:
 *
 * <ul>
 *   <li>a {@link io.streamgauge.conformance.Requirement} says what a standard asks for, and how strongly;
 *   <li>a {@link io.streamgauge.conformance.Check} tries a requirement on a subject of its kind, such as a
 *       {@link io.streamgauge.conformance.ParserSubject};
 *   <li>a {@link io.streamgauge.conformance.Verdict} is what came of it, with
 *       {@link io.streamgauge.conformance.Evidence} where that is not what was asked for;
 *   <li>a cut is a place between two reads, counted in bytes from the start of the stream.
 * </ul>
 *
 * <p>Subjects are strangers: they may throw, spin or never return. Each check runs on a thread that is watched, and
 * whatever a subject does ends in a verdict. Nothing here is on a hot path; {@code cli} and {@code report} call it.
 */
@NullMarked
package io.streamgauge.conformance;

import org.jspecify.annotations.NullMarked;
