/**
 * Turns bytes into stream events, one borrowed view at a time.
 *
 * <p>In flow the reads of one response body, cut anywhere; out flow {@link io.streamgauge.event.StreamEvent}s. Parsers
 * are fed, never pull, and allocate nothing per event: an event that lies whole in one read is a view of that read, and
 * only the tail that straddles two reads is copied. One parser serves one body at a time and one thread.
 *
 * <ul>
 *   <li>{@link io.streamgauge.event.SseParser}: Server-Sent Events by the WHATWG rules (HTML Standard, section 9.2);
 *   <li>{@link io.streamgauge.event.NdjsonParser}: one JSON text per line;
 *   <li>{@link io.streamgauge.event.JsonArrayParser}: one JSON array, an event per element;
 *   <li>{@link io.streamgauge.event.SseWriter}: the way back, fields to Server-Sent Events.
 * </ul>
 */
@NullMarked
package io.streamgauge.event;

import org.jspecify.annotations.NullMarked;
