package io.streamgauge.delta;

import io.streamgauge.bytes.ByteSlice;

/** Tells two handlers the same, the first one first. Made to be extended by whoever listens to more than deltas. */
public class DeltaTee implements DeltaHandler {
    private final DeltaHandler first;
    private final DeltaHandler second;

    /** Makes a handler that passes everything on to both. */
    public DeltaTee(DeltaHandler first, DeltaHandler second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void onEventBegin(long eventNumber) {
        first.onEventBegin(eventNumber);
        second.onEventBegin(eventNumber);
    }

    @Override
    public void onTerminalEvent() {
        first.onTerminalEvent();
        second.onTerminalEvent();
    }

    @Override
    public void onStart(ByteSlice responseId, ByteSlice model) {
        first.onStart(responseId, model);
        second.onStart(responseId, model);
    }

    @Override
    public void onText(int choice, int part, ByteSlice text) {
        first.onText(choice, part, text);
        second.onText(choice, part, text);
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice text) {
        first.onReasoning(choice, part, text);
        second.onReasoning(choice, part, text);
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice text) {
        first.onRefusal(choice, part, text);
        second.onRefusal(choice, part, text);
    }

    @Override
    public void onToolCall(ToolCallDelta call) {
        first.onToolCall(call);
        second.onToolCall(call);
    }

    @Override
    public void onToolCallEnd(int choice, int index) {
        first.onToolCallEnd(choice, index);
        second.onToolCallEnd(choice, index);
    }

    @Override
    public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
        first.onOpaque(kind, choice, part, payload);
        second.onOpaque(kind, choice, part, payload);
    }

    @Override
    public void onUsage(TokenUsage usage) {
        first.onUsage(usage);
        second.onUsage(usage);
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        first.onFinish(choice, reason, raw);
        second.onFinish(choice, reason, raw);
    }

    @Override
    public void onPing() {
        first.onPing();
        second.onPing();
    }

    @Override
    public void onError(ProviderError error) {
        first.onError(error);
        second.onError(error);
    }

    @Override
    public void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {
        first.onDeviation(deviation, eventNumber, byteOffset);
        second.onDeviation(deviation, eventNumber, byteOffset);
    }

    @Override
    public void onEnd(EndReason reason) {
        first.onEnd(reason);
        second.onEnd(reason);
    }
}
