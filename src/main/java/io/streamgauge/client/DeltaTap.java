package io.streamgauge.client;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import java.util.Optional;

/** Passes every delta on and remembers what the outcome is made of. */
final class DeltaTap implements DeltaHandler {
    private final DeltaHandler out;

    private Optional<EndReason> end = Optional.empty();
    private Optional<VendorError> error = Optional.empty();
    private boolean terminalSeen;
    private boolean contentSeen;

    DeltaTap(DeltaHandler out) {
        this.out = out;
    }

    Optional<EndReason> end() {
        return end;
    }

    /** The first failure that the provider reported. */
    Optional<VendorError> error() {
        return error;
    }

    boolean terminalSeen() {
        return terminalSeen;
    }

    boolean contentSeen() {
        return contentSeen;
    }

    @Override
    public void onEventBegin(long eventNumber) {
        out.onEventBegin(eventNumber);
    }

    @Override
    public void onTerminalEvent() {
        terminalSeen = true;
        out.onTerminalEvent();
    }

    @Override
    public void onStart(ByteSlice responseId, ByteSlice model) {
        out.onStart(responseId, model);
    }

    @Override
    public void onText(int choice, int part, ByteSlice text) {
        contentSeen = true;
        out.onText(choice, part, text);
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice text) {
        contentSeen = true;
        out.onReasoning(choice, part, text);
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice text) {
        contentSeen = true;
        out.onRefusal(choice, part, text);
    }

    @Override
    public void onToolCall(ToolCallDelta call) {
        contentSeen = true;
        out.onToolCall(call);
    }

    @Override
    public void onToolCallEnd(int choice, int index) {
        out.onToolCallEnd(choice, index);
    }

    @Override
    public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
        out.onOpaque(kind, choice, part, payload);
    }

    @Override
    public void onUsage(TokenUsage usage) {
        out.onUsage(usage);
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        out.onFinish(choice, reason, raw);
    }

    @Override
    public void onPing() {
        out.onPing();
    }

    @Override
    public void onError(ProviderError reported) {
        if (error.isEmpty()) {
            error = Optional.of(VendorError.copyOf(reported));
        }
        out.onError(reported);
    }

    @Override
    public void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {
        out.onDeviation(deviation, eventNumber, byteOffset);
    }

    @Override
    public void onEnd(EndReason reason) {
        end = Optional.of(reason);
        out.onEnd(reason);
    }
}
