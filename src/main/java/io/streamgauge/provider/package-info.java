/**
 * All that is peculiar to one vendor: events in, deltas out.
 *
 * <p>{@link io.streamgauge.provider.Dialect} names the protocols; each has one
 * {@link io.streamgauge.provider.DeltaDecoder}. {@link io.streamgauge.provider.StreamDecoder} joins the parser and the
 * decoder of a dialect, so that bytes go in and deltas come out. Decoders accept what real servers send: unknown events
 * and fields are counted and never fatal, and departures from the protocol are reported as
 * {@link io.streamgauge.delta.Deviation}s. One decoder serves one stream at a time and one thread, and allocates
 * nothing per event.
 */
@NullMarked
package io.streamgauge.provider;

import org.jspecify.annotations.NullMarked;
