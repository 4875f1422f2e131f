package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the deltas of one stream together in the plainest way, so that they can be compared with what others read from
 * the same bytes.
 */
final class RecordedMessage implements DeltaHandler {
    final StringBuilder text = new StringBuilder();
    final StringBuilder reasoning = new StringBuilder();
    final StringBuilder refusal = new StringBuilder();
    final Map<Integer, Call> calls = new LinkedHashMap<>();
    private final Map<OpaqueKind, Integer> opaque = new EnumMap<>(OpaqueKind.class);
    TokenUsage usage = new TokenUsage();
    String finish = "";
    String errorMessage = "";
    String errorType = "";
    String errorCode = "";
    int pings;
    int errors;
    EndReason end = EndReason.TRUNCATED;

    /** A tool call, put together by its index alone. */
    static final class Call {
        String id = "";
        String name = "";
        ToolCallDelta.Kind kind = ToolCallDelta.Kind.FUNCTION;
        String fallback = "";
        final StringBuilder pieces = new StringBuilder();

        String arguments() {
            return pieces.isEmpty() ? fallback : pieces.toString();
        }
    }

    List<Call> callsFor(boolean application) {
        return calls.values().stream()
                .filter(call -> (call.kind != ToolCallDelta.Kind.SERVER) == application)
                .toList();
    }

    int opaque(OpaqueKind kind) {
        return opaque.getOrDefault(kind, 0);
    }

    @Override
    public void onText(int choice, int part, ByteSlice piece) {
        text.append(piece.copyUtf8());
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice piece) {
        reasoning.append(piece.copyUtf8());
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice piece) {
        refusal.append(piece.copyUtf8());
    }

    @Override
    public void onToolCall(ToolCallDelta delta) {
        Call call = calls.computeIfAbsent(delta.index(), index -> new Call());
        call.kind = delta.kind();
        call.id = call.id.isEmpty() ? delta.id().copyUtf8() : call.id;
        call.name = call.name.isEmpty() ? delta.name().copyUtf8() : call.name;
        if (delta.form() == ToolCallDelta.Form.FALLBACK) {
            call.fallback = delta.arguments().copyUtf8();
            return;
        }
        if (delta.form() == ToolCallDelta.Form.WHOLE && !delta.arguments().isEmpty()) {
            call.pieces.setLength(0);
        }
        call.pieces.append(delta.arguments().copyUtf8());
    }

    @Override
    public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
        opaque.merge(kind, 1, Integer::sum);
    }

    @Override
    public void onUsage(TokenUsage known) {
        usage = known.copy();
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        finish = raw.copyUtf8();
    }

    @Override
    public void onPing() {
        pings++;
    }

    @Override
    public void onError(ProviderError error) {
        errors++;
        errorMessage = error.message().copyUtf8();
        errorType = error.type().copyUtf8();
        errorCode = error.code().copyUtf8();
    }

    @Override
    public void onEnd(EndReason reason) {
        end = reason;
    }
}
