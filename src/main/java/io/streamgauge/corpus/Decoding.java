package io.streamgauge.corpus;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.MessageAccumulator;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.DeltaTee;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.event.ParseFailure;
import io.streamgauge.provider.DecoderCounters;
import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.StreamDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of one body: the message, and what the decoder counted.
 *
 * @param message everything that was said
 * @param eventCount events that the framing dispatched, so without a last one that lacks its end
 * @param commentLines SSE comments
 * @param doneSentinel whether {@code [DONE]} came, to the letter
 * @param undispatchedTailEvent whether the last event lacks its end
 * @param unparsableData events whose payload should be JSON and is not; heartbeats are none of them, a {@code [DONE]}
 *     with something around it is one
 * @param failure why the parser stopped, if it did; everything before it is there
 * @param departures the first departure of each kind from the protocol, in the order of the stream
 */
public record Decoding(
        Message message,
        long eventCount,
        long commentLines,
        boolean doneSentinel,
        boolean undispatchedTailEvent,
        long unparsableData,
        Optional<ParseFailure> failure,
        List<TokenDelta.Departure> departures) {
    /** Decodes a whole body in the reads that {@code cut} makes of it. */
    public static Decoding of(Dialect dialect, byte[] body, Cut cut) {
        MessageAccumulator accumulator = new MessageAccumulator();
        FirstDepartures departures = new FirstDepartures();
        StreamDecoder decoder = new StreamDecoder(dialect, new DeltaTee(accumulator, departures));
        cut.feed(body, decoder::feed);
        decoder.end();
        DecoderCounters counters = decoder.counters();
        WireFacts wire = WireFacts.of(dialect.framing(), body);
        return new Decoding(
                accumulator.message(),
                counters.events() - (counters.lastEventUnterminated() ? 1 : 0),
                counters.comments(),
                wire.hasExactSentinel(),
                counters.lastEventUnterminated(),
                counters.unparsableEvents() + wire.nearlySentinels(),
                Optional.ofNullable(counters.failure()),
                List.copyOf(departures.byKind.values()));
    }

    /** The same with another message: one that was put together elsewhere from the same bytes. */
    public Decoding with(Message other) {
        return new Decoding(
                other,
                eventCount,
                commentLines,
                doneSentinel,
                undispatchedTailEvent,
                unparsableData,
                failure,
                departures);
    }

    private static final class FirstDepartures implements DeltaHandler {
        private final Map<Deviation, TokenDelta.Departure> byKind = new LinkedHashMap<>();

        @Override
        public void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {
            byKind.putIfAbsent(deviation, new TokenDelta.Departure(deviation, eventNumber, byteOffset));
        }
    }
}
