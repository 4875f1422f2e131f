package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.event.StreamEvent;

/**
 * Gemini interactions: one interaction of steps, ended by an event that holds its status, which is the word of the
 * finish, and mostly by {@code [DONE]} behind that. The part of a delta and the index of a call are those of their
 * step.
 */
final class GeminiInteractionsDecoder extends JsonEventDecoder {
    private static final JsonName EVENT_TYPE = JsonName.of("event_type");
    private static final JsonName INTERACTION = JsonName.of("interaction");
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName MODEL = JsonName.of("model");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName USAGE = JsonName.of("usage");
    private static final JsonName INPUT_TOKENS = JsonName.of("total_input_tokens");
    private static final JsonName OUTPUT_TOKENS = JsonName.of("total_output_tokens");
    private static final JsonName TOTAL_TOKENS = JsonName.of("total_tokens");
    private static final JsonName CACHED_TOKENS = JsonName.of("total_cached_tokens");
    private static final JsonName THOUGHT_TOKENS = JsonName.of("total_thought_tokens");

    private static final FinishWords STATUSES = new FinishWords()
            .with(FinishReason.STOP, "completed")
            .with(FinishReason.TOOL_CALLS, "requires_action")
            .with(FinishReason.LENGTH, "incomplete", "budget_exceeded")
            .with(FinishReason.CANCELLED, "cancelled")
            .with(FinishReason.ERROR, "failed");

    private final NamedEvents<InteractionEvent> events = new NamedEvents<>(this, InteractionEvent.WORDS);
    private final InteractionSteps steps = new InteractionSteps(this);
    private final ByteSlice status = new ByteSlice();

    GeminiInteractionsDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void decode(StreamEvent event, int root) {
        if (isOver() || progress == Progress.FAILED) {
            return;
        }
        switch (events.type(event, json.field(root, EVENT_TYPE)).role()) {
            case DELTA -> steps.delta(root);
            case START -> steps.start(root);
            case STOP -> steps.stop(root);
            case BEGINNING -> interaction(root);
            case END -> end(event, root);
            case ERROR -> error(root);
            case NOTICE -> {}
            case UNKNOWN -> unknownEvent();
        }
    }

    private int interaction(int root) {
        int interaction = json.field(root, INTERACTION);
        if (!json.isPresent(interaction)) {
            deviation(Deviation.MISSING_FIELD);
        } else if (!identity.isComplete()) {
            start(json.field(interaction, ID), json.field(interaction, MODEL));
        }
        return interaction;
    }

    private void end(StreamEvent event, int root) {
        int interaction = interaction(root);
        usage(json.field(interaction, USAGE));
        json.string(json.field(interaction, STATUS), status);
        if (status.isEmpty()) {
            statusOfEvent(event, json.field(root, EVENT_TYPE));
        }
        FinishReason reason = STATUSES.meaning(status);
        if (reason == FinishReason.ERROR) {
            int error = json.field(interaction, ERROR);
            error(saysSomething(error) ? error : interaction);
        } else {
            steps.closeAll();
        }
        finish(0, reason, status);
        terminated();
    }

    /** The status by which the event itself is named, as in {@code interaction.cancelled}. */
    private void statusOfEvent(StreamEvent event, int type) {
        if (json.is(type, JsonKind.STRING)) {
            json.string(type, status);
        } else {
            status.wrap(event.type());
        }
        int dot = 0;
        while (dot < status.length() && status.byteAt(dot) != '.') {
            dot++;
        }
        int from = Math.min(dot + 1, status.length());
        status.wrap(status.array(), status.offset() + from, status.length() - from);
    }

    private void usage(int node) {
        usage.input(tokens(json.field(node, INPUT_TOKENS)));
        usage.output(tokens(json.field(node, OUTPUT_TOKENS)));
        usage.total(tokens(json.field(node, TOTAL_TOKENS)));
        usage.cacheRead(tokens(json.field(node, CACHED_TOKENS)));
        usage.reasoning(tokens(json.field(node, THOUGHT_TOKENS)));
        tellUsage(node);
    }

    @Override
    boolean hasProtocolEnd() {
        return true;
    }

    @Override
    boolean sentinelIsEnough() {
        return false;
    }

    @Override
    public void reset() {
        super.reset();
        steps.reset();
    }
}
