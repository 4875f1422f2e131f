/**
 * The one vocabulary that all providers are translated to.
 *
 * <p>A <em>delta</em> is one piece of an answer: some text, some reasoning, a fragment of a tool call's arguments, the
 * usage counters, the end. Decoders in {@code provider} produce deltas, everything behind them consumes deltas and
 * knows no provider. There are two forms of the same vocabulary: {@link io.streamgauge.delta.DeltaHandler}, called with
 * borrowed slices and free of allocation, and the sealed {@link io.streamgauge.delta.TokenDelta} records for those who
 * want objects.
 *
 * <p>Words: a <em>choice</em> is one of several answers to one request, counted from 0; a <em>part</em> is the
 * provider's own count of content blocks within a choice; a <em>call</em> is a tool call, known by the index the
 * provider gave it, which may be missing.
 */
@NullMarked
package io.streamgauge.delta;

import org.jspecify.annotations.NullMarked;
