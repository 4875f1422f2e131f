package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the deltas of a stream together by the simplest rules that recordings of real streams need. */
final class DecodedAnswer implements DeltaHandler {
    /** One choice, as it grows. */
    static final class Choice {
        final StringBuilder text = new StringBuilder();
        final StringBuilder reasoning = new StringBuilder();
        final StringBuilder refusal = new StringBuilder();
        final StringBuilder plan = new StringBuilder();
        final List<Call> calls = new ArrayList<>();
        String finish = "";
    }

    /** One tool call, as it grows. */
    static final class Call {
        final int index;
        String id = "";
        String name = "";
        String fallback = "";
        final StringBuilder pieces = new StringBuilder();

        Call(int index) {
            this.index = index;
        }

        String arguments() {
            return pieces.isEmpty() ? fallback : pieces.toString();
        }
    }

    final Map<Integer, Choice> choices = new TreeMap<>();
    TokenUsage usage = new TokenUsage();
    String errorMessage = "";
    String errorType = "";
    boolean failed;
    EndReason end = EndReason.TRUNCATED;

    Choice choice(int choice) {
        return choices.computeIfAbsent(choice, key -> new Choice());
    }

    @Override
    public void onText(int choice, int part, ByteSlice text) {
        choice(choice).text.append(text.copyUtf8());
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice text) {
        choice(choice).reasoning.append(text.copyUtf8());
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice text) {
        choice(choice).refusal.append(text.copyUtf8());
    }

    @Override
    public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
        if (kind == OpaqueKind.TOOL_PLAN) {
            choice(choice).plan.append(payload.copyUtf8());
        }
    }

    @Override
    public void onToolCall(ToolCallDelta delta) {
        Call call = call(choice(delta.choice()).calls, delta);
        call.id = call.id.isEmpty() ? delta.id().copyUtf8() : call.id;
        call.name = call.name.isEmpty() ? delta.name().copyUtf8() : call.name;
        String arguments = delta.arguments().copyUtf8();
        switch (delta.form()) {
            case FRAGMENT -> call.pieces.append(arguments);
            case WHOLE -> {
                if (!arguments.isEmpty()) {
                    call.pieces.setLength(0);
                    call.pieces.append(arguments);
                }
            }
            case FALLBACK -> call.fallback = arguments;
        }
    }

    private static Call call(List<Call> calls, ToolCallDelta delta) {
        String id = delta.id().copyUtf8();
        for (Call call : calls) {
            if (delta.index() == ToolCallDelta.NO_INDEX
                    ? !id.isEmpty() && id.equals(call.id)
                    : call.index == delta.index()) {
                return call;
            }
        }
        boolean continues = delta.index() == ToolCallDelta.NO_INDEX
                && id.isEmpty()
                && delta.name().isEmpty();
        if (continues && !calls.isEmpty()) {
            return calls.get(calls.size() - 1);
        }
        calls.add(new Call(delta.index()));
        return calls.get(calls.size() - 1);
    }

    @Override
    public void onUsage(TokenUsage usage) {
        this.usage = usage.copy();
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        choice(choice).finish = raw.copyUtf8();
    }

    @Override
    public void onError(ProviderError error) {
        failed = true;
        errorMessage = error.message().copyUtf8();
        errorType = error.type().copyUtf8();
    }

    @Override
    public void onEnd(EndReason reason) {
        end = reason;
    }
}
