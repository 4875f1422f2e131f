/**
 * Time as something that is handed in.
 *
 * <p>Whoever measures or waits takes a {@link io.streamgauge.time.NanoClock} in its constructor, so that a test of ten
 * minutes takes none.
 */
@NullMarked
package io.streamgauge.time;

import org.jspecify.annotations.NullMarked;
