package io.streamgauge.provider;

import io.streamgauge.bytes.JsonName;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.event.StreamEvent;

/** Anthropic's retired text completions: pieces of text, the last of which says why it is the last. */
final class AnthropicCompleteDecoder extends JsonEventDecoder {
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName MODEL = JsonName.of("model");
    private static final JsonName COMPLETION = JsonName.of("completion");
    private static final JsonName STOP_REASON = JsonName.of("stop_reason");

    private enum Event implements WireWord {
        COMPLETION("completion"),
        PING("ping"),
        ERROR("error"),
        UNKNOWN("");

        private final String wire;

        Event(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private static final FinishWords STOP_REASONS =
            new FinishWords().with(FinishReason.STOP, "stop_sequence").with(FinishReason.LENGTH, "max_tokens");
    private static final WordTable<Event> EVENTS = WordTable.of(Event.UNKNOWN);

    private final NamedEvents<Event> events = new NamedEvents<>(this, EVENTS);

    AnthropicCompleteDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void decode(StreamEvent event, int root) {
        switch (events.type(event, json.field(root, TYPE))) {
            case COMPLETION -> completion(root);
            case PING -> out.onPing();
            case ERROR -> error(root);
            case UNKNOWN -> unknownEvent();
        }
    }

    private void completion(int root) {
        if (!identity.isComplete()) {
            start(json.field(root, ID), json.field(root, MODEL));
        }
        text(0, 0, json.field(root, COMPLETION));
        int reason = json.field(root, STOP_REASON);
        if (!json.string(reason, slice).isEmpty() && !isOver()) {
            finish(0, STOP_REASONS.meaning(slice), slice);
            terminated();
        }
    }

    @Override
    boolean hasProtocolEnd() {
        return true;
    }
}
