package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.delta.Deviation;
import io.streamgauge.event.StreamEvent;

/**
 * Tells the type of an event in protocols that say it twice, as the SSE event name and within the payload. The payload
 * decides, because gateways drop and mix up names; the name helps out where the payload is silent.
 */
final class NamedEvents<E extends Enum<E> & WireWord> {
    private final JsonEventDecoder decoder;
    private final WordFinder<E> finder;

    NamedEvents(JsonEventDecoder decoder, WordTable<E> types) {
        this.decoder = decoder;
        this.finder = new WordFinder<>(types);
    }

    /** The type of an event whose payload says {@code node} of it. */
    E type(StreamEvent event, int node) {
        if (!decoder.json.is(node, JsonKind.STRING)) {
            return finder.find(event.type());
        }
        E type = finder.find(decoder.json, node);
        if (!event.type().isEmpty() && !decoder.json.string(node, decoder.slice).contentEquals(event.type())) {
            decoder.deviation(Deviation.EVENT_NAME_MISMATCH);
        }
        return type;
    }
}
