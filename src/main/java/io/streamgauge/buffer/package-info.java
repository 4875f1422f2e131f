/**
 * Makes deltas smoother, or bounded, on their way to whoever reads them.
 *
 * <p>In flow the slices of text a model happens to send, cut anywhere; out flow words
 * ({@link io.streamgauge.buffer.WordBuffer}), sentences ({@link io.streamgauge.buffer.SentenceBuffer}) or everything up
 * to a trigger ({@link io.streamgauge.buffer.TriggerBuffer}). Not a byte is lost, added or moved: the pieces joined are
 * the text. Where the text was cut on its way in changes nothing either, unless {@code flush()} asks for what is held
 * back, which {@link io.streamgauge.buffer.FlushTimer} does when text waits too long.
 * {@link io.streamgauge.buffer.BufferedDeltas} puts such buffers into a stream of deltas.
 *
 * <p>{@link io.streamgauge.buffer.BoundedDeltaQueue} takes deltas from one thread to another and answers when it is
 * full.
 *
 * <p>Text buffers belong to one thread, copy each byte once, and hold no more than their limit.
 */
@NullMarked
package io.streamgauge.buffer;

import org.jspecify.annotations.NullMarked;
