/**
 * How fast bytes become events, text and whole messages, beside the floors that no parser can beat.
 *
 * <p>One benchmark class per question. Who is measured is a parameter: a {@link io.streamgauge.benchmarks.Subject} is
 * one way to do the work, and is ours, a peer's or a floor. All subjects get the same bytes in the same reads, and
 * before anything is timed each shows that its answer is right: a fast wrong parser is reported as wrong. One operation
 * is one whole stream (or all streams of an input), so that per-stream costs count.
 *
 * <p>Times worth comparing are CPU times of the measuring thread, see
 * {@link io.streamgauge.benchmarks.CpuTimeProfiler}.
 */
@NullMarked
package io.streamgauge.benchmarks;

import org.jspecify.annotations.NullMarked;
