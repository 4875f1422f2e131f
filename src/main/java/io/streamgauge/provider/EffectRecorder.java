package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a decoder and its handler and notes what an event led to, so that {@link RepeatedEvent} can do the
 * same for the next event of the same shape. Everything is passed on as it comes.
 */
final class EffectRecorder implements DeltaHandler {
    /** What an event led to. */
    enum Effect {
        NOTHING,
        TEXT,
        REASONING,
        REFUSAL,
        /** A piece of a call's arguments, and neither id nor name. */
        ARGUMENTS,
        /** Several deltas, or one of another kind. */
        OTHER
    }

    private final DeltaHandler handler;
    private final ByteSlice value = new ByteSlice();
    private Effect effect = Effect.NOTHING;
    private boolean usageFollows;
    private @Nullable Deviation deviation;
    private long deviationOffset;
    private int choice;
    private int part;
    private ToolCallDelta.Kind kind = ToolCallDelta.Kind.FUNCTION;

    EffectRecorder(DeltaHandler handler) {
        this.handler = handler;
    }

    void begin() {
        effect = Effect.NOTHING;
        usageFollows = false;
        deviation = null;
    }

    /** What was noticed before the piece, if anything. */
    @Nullable
    Deviation deviation() {
        return deviation;
    }

    /** Where in the body it was noticed. */
    long deviationOffset() {
        return deviationOffset;
    }

    /** Whether counters were handed out behind the piece. */
    boolean usageFollows() {
        return usageFollows;
    }

    Effect effect() {
        return effect;
    }

    int choice() {
        return choice;
    }

    /** The part of a text, or the index of a call. */
    int part() {
        return part;
    }

    ToolCallDelta.Kind kind() {
        return kind;
    }

    /** Where the characters that were handed out lie; valid as long as what the decoder handed out. */
    ByteSlice value() {
        return value;
    }

    private void note(Effect only, int choice, int part, ByteSlice text) {
        effect = effect == Effect.NOTHING && !usageFollows ? only : Effect.OTHER;
        this.choice = choice;
        this.part = part;
        value.wrap(text);
    }

    @Override
    public void onEventBegin(long eventNumber) {
        handler.onEventBegin(eventNumber);
    }

    @Override
    public void onTerminalEvent() {
        effect = Effect.OTHER;
        handler.onTerminalEvent();
    }

    @Override
    public void onStart(ByteSlice responseId, ByteSlice model) {
        effect = Effect.OTHER;
        handler.onStart(responseId, model);
    }

    @Override
    public void onText(int choice, int part, ByteSlice text) {
        note(Effect.TEXT, choice, part, text);
        handler.onText(choice, part, text);
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice text) {
        note(Effect.REASONING, choice, part, text);
        handler.onReasoning(choice, part, text);
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice text) {
        note(Effect.REFUSAL, choice, part, text);
        handler.onRefusal(choice, part, text);
    }

    @Override
    public void onToolCall(ToolCallDelta call) {
        boolean isPiece = call.form() == ToolCallDelta.Form.FRAGMENT
                && call.id().isEmpty()
                && call.name().isEmpty();
        note(isPiece ? Effect.ARGUMENTS : Effect.OTHER, call.choice(), call.index(), call.arguments());
        kind = call.kind();
        handler.onToolCall(call);
    }

    @Override
    public void onToolCallEnd(int choice, int index) {
        effect = Effect.OTHER;
        handler.onToolCallEnd(choice, index);
    }

    @Override
    public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
        effect = Effect.OTHER;
        handler.onOpaque(kind, choice, part, payload);
    }

    @Override
    public void onUsage(TokenUsage usage) {
        effect = effect == Effect.NOTHING || usageFollows ? Effect.OTHER : effect;
        usageFollows = true;
        handler.onUsage(usage);
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        effect = Effect.OTHER;
        handler.onFinish(choice, reason, raw);
    }

    @Override
    public void onPing() {
        effect = Effect.OTHER;
        handler.onPing();
    }

    @Override
    public void onError(ProviderError error) {
        effect = Effect.OTHER;
        handler.onError(error);
    }

    @Override
    public void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {
        boolean isOnlyOne = effect == Effect.NOTHING && !usageFollows && this.deviation == null;
        effect = isOnlyOne && isOfTheForm(deviation) ? effect : Effect.OTHER;
        this.deviation = deviation;
        deviationOffset = byteOffset;
        handler.onDeviation(deviation, eventNumber, byteOffset);
    }

    /**
     * Whether it lies in the form of the event alone, not in what came before, so that the next such event has it too.
     */
    private static boolean isOfTheForm(Deviation deviation) {
        return deviation == Deviation.DELTA_SHAPE || deviation == Deviation.REASONING_IN_DETAILS;
    }

    @Override
    public void onEnd(EndReason reason) {
        handler.onEnd(reason);
    }
}
