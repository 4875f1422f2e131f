/**
 * Time as something that is handed in.
 *
 * <p>Whoever measures takes a {@link io.streamgauge.time.NanoClock} in its constructor, and whoever waits takes a
 * {@link io.streamgauge.time.Scheduler}, so that a test of ten minutes takes none:
 * {@link io.streamgauge.time.ManualTime} is both. All deadlines are absolute: what is due at an instant stays due at it
 * however late the work before it was.
 */
@NullMarked
package io.streamgauge.time;

import org.jspecify.annotations.NullMarked;
