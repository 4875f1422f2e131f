package io.streamgauge.corpus;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.MessageAccumulator;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.DeltaTee;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenDeltas;
import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.StreamDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the event with which a stream departs from what is expected.
 *
 * <p>Keeps every delta with the number of its event and searches by halves for the first beginning of the stream whose
 * message has departed; so it is made only for bodies that did. What has departed stays so, as far as this is used.
 */
final class DepartureFinder {
    /** Where an event begins. */
    record Place(long event, long byteOffset) {}

    private record Step(long event, TokenDelta delta) {}

    private final List<Step> steps = new ArrayList<>();
    private final List<Long> eventOffsets = new ArrayList<>();
    private final long bodyLength;
    private long event;

    DepartureFinder(Dialect dialect, byte[] body, Fragments fragments) {
        bodyLength = body.length;
        EventParser parser =
                dialect.framing().newParser(ParserLimits.DEFAULTS, found -> eventOffsets.add(found.byteOffset()));
        parser.feed(body, 0, body.length);
        parser.end();
        DeltaHandler copies = TokenDeltas.copyingTo(delta -> steps.add(new Step(event, delta)));
        StreamDecoder decoder = new StreamDecoder(dialect, new DeltaTee(new EventCounter(), copies));
        fragments.feed(body, decoder::feed);
        decoder.end();
    }

    private final class EventCounter implements DeltaHandler {
        @Override
        public void onEventBegin(long eventNumber) {
            event = eventNumber;
        }
    }

    Place find(Predicate<Message> departed) {
        if (!departed.test(messageOf(steps.size()))) {
            return new Place(eventOffsets.size(), bodyLength);
        }
        int sound = 0;
        int astray = steps.size();
        while (astray - sound > 1) {
            int middle = (sound + astray) >>> 1;
            if (departed.test(messageOf(middle))) {
                astray = middle;
            } else {
                sound = middle;
            }
        }
        return place(steps.get(astray - 1).event);
    }

    private Place place(long number) {
        return new Place(number, number < eventOffsets.size() ? eventOffsets.get((int) number) : bodyLength);
    }

    private Message messageOf(int count) {
        MessageAccumulator accumulator = new MessageAccumulator();
        steps.subList(0, count).forEach(step -> TokenDeltas.replay(step.delta, accumulator));
        return accumulator.message();
    }
}
