/**
 * A provider that is not one: recordings in, requests in, the recorded answers out, byte for byte and at any pace.
 *
 * <p>A request takes this way, and each step knows only the next:
 *
 * <pre>
 *   Http1Connection   sockets and HTTP/1.1: whole requests in order, one answer at a time
 *   ReplayService     which recording, replayed how, or which refusal; knows no sockets
 *     Endpoint          what a path means: vendor, dialect, streamed or not
 *     Controls          what the x-streamgauge-* headers ask for, read by {@link io.streamgauge.server.MannerWords}
 *     RecordingChooser  which of the Library's recordings: by header, model, turn or seed
 *     WholeAnswer       the recording as one JSON body, for who asks for no stream
 *   ReplayPlan        the body cut into writes ({@link io.streamgauge.server.Fragmentation}), each with its due time
 *                     ({@link io.streamgauge.server.ReplaySchedule})
 *   Prepared          head and plan together, after the {@link io.streamgauge.server.fault.Faults} have struck, if any
 *   StreamPlayer      writes what is due, waits for the next deadline or for the reader
 *   ResponseSink      the version of HTTP again: head, body, end
 * </pre>
 *
 * <p>How an answer is replayed is one value, a {@link io.streamgauge.server.ReplayManner}: pace, cut and faults. The
 * server has one, and a request may change it. The packages below know nothing of this one: {@code words} reads what
 * people write, {@code pace} draws times, {@code plan} knows where bodies can be cut, {@code fault} breaks them.
 *
 * <p>Everything of one connection runs on its event loop. A stream that is under way costs one entry in its loop's
 * timer queue and, for each write, a slice of the body's bytes, which lie outside of the heap once for all streams.
 * Every write is written down in the {@link io.streamgauge.server.SendLog} with the instant it was due and the instant
 * it was made.
 */
@NullMarked
package io.streamgauge.server;

import org.jspecify.annotations.NullMarked;
