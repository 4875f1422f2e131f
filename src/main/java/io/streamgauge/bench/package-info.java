/**
 * JMH's output in, rows that can be compared out.
 *
 * <p>The benchmarks live in a jar of their own and run in forked JVMs; {@link io.streamgauge.bench.BenchRunner} starts
 * them, {@link io.streamgauge.bench.JmhResults} reads what they wrote, and {@link io.streamgauge.bench.BenchReport}
 * sets each row beside its floor and its best peer. Ratios are formed within one run only: a time of another run or
 * machine says nothing.
 */
@NullMarked
package io.streamgauge.bench;

import org.jspecify.annotations.NullMarked;
