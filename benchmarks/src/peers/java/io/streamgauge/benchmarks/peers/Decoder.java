package io.streamgauge.benchmarks.peers;

import io.streamgauge.provider.Dialect;

/** Finds text, reasoning and tool calls by the means of one library; used by one thread, over and over. */
@FunctionalInterface
interface Decoder {
    /** Tells {@code answer} what one stream says. */
    void decode(Dialect dialect, byte[][] reads, Answer answer) throws Exception;
}
