/**
 * Stamps in, metrics out: the only place that knows what TTFT means.
 *
 * <p>A {@link io.streamgauge.measure.StreamTimer} is told when a request was planned and sent, when each read returned,
 * and what was decoded from that read; it yields one {@link io.streamgauge.measure.StreamTiming} per stream, from which
 * every {@link io.streamgauge.measure.Metric} follows by arithmetic. A {@link io.streamgauge.measure.LatencyRecorder}
 * pools timings of many streams. Nothing here reads a clock or a socket, so all of it can be checked with invented
 * stamps to the nanosecond.
 *
 * <p>Words: a <em>token event</em> is an event that carries at least one non-empty generated piece (text, reasoning,
 * refusal, a tool's name or arguments). Role-only chunks, pings, usage, finish reasons and {@code [DONE]} are events
 * but no token events. An event belongs to the read that delivered its last byte. A <em>chunk gap</em> lies between two
 * successive token events; when both came in one read, it cannot be observed and is counted, not recorded as zero.
 *
 * <p>A timer serves one stream at a time and one thread, and allocates nothing per event once its arrays have grown. A
 * recorder belongs to one thread; recorders of several threads are added up when those threads are done.
 */
@NullMarked
package io.streamgauge.measure;

import org.jspecify.annotations.NullMarked;
