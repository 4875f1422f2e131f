package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.FinishReason;
import java.util.Map;

/** Anthropic's retired text completions. */
final class CompleteProtocol extends Protocol {
    private static final Map<String, FinishReason> WORDS =
            Map.of("stop_sequence", FinishReason.STOP, "max_tokens", FinishReason.LENGTH);

    CompleteProtocol(DeltaHandler handler) {
        super(handler, true, true);
    }

    @Override
    void event(Frame.Event event, Json root) {
        switch (type(event, root.get("type"))) {
            case "completion" -> completion(root);
            case "ping" -> handler.onPing();
            case "error" -> error(root);
            default -> unknownEvent();
        }
    }

    private void completion(Json root) {
        start(root.get("id"), root.get("model"));
        text(0, 0, root.get("completion"));
        String word = root.get("stop_reason").string();
        if (!word.isEmpty() && !isOver()) {
            finish(0, meaning(WORDS, word), word);
            terminated();
        }
    }
}
