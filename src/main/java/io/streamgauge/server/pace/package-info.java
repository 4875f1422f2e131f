/**
 * How long things take: times drawn from a distribution, one seed, one row of them.
 *
 * <p>In flow words such as {@code lognormal(p50=20ms,p99=80ms)}; out flow
 * {@link io.streamgauge.server.pace.Distribution}s that are drawn from with a
 * {@link io.streamgauge.server.pace.Chance}. All draws of a stream are made before it begins, so nothing here is on the
 * way of an event. The same seed gives the same times on every JDK.
 */
@NullMarked
package io.streamgauge.server.pace;

import org.jspecify.annotations.NullMarked;
