/**
 * Puts deltas together: whole tool calls, whole messages, and JSON that is not whole yet.
 *
 * <p>In flow the deltas of one stream, out flows an {@link io.streamgauge.accumulate.Message} for whoever asks, at any
 * time and as often as they like. {@link io.streamgauge.accumulate.MessageAccumulator} keeps bytes in growing buffers
 * and makes no {@code String} until asked, so an answer costs one copy of its bytes however finely it was cut.
 * {@link io.streamgauge.accumulate.ToolCallAccumulator} holds the rules by which fragments of tool calls find each
 * other; {@link io.streamgauge.accumulate.PartialJson} shows arguments as JSON while they are still coming in.
 *
 * <p>Every growth is bounded by {@link io.streamgauge.accumulate.AccumulatorLimits}; what exceeds a limit is dropped,
 * the rest is kept, and the message says which limit it was. One accumulator serves one stream at a time and one
 * thread.
 */
@NullMarked
package io.streamgauge.accumulate;

import org.jspecify.annotations.NullMarked;
