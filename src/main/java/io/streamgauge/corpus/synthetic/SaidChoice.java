package io.streamgauge.corpus.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a stream has said in one choice so far. */
final class SaidChoice {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private final List<SaidCall> calls = new ArrayList<>();
    private @Nullable String finish;

    void text(String piece) {
        text.append(piece);
    }

    void reasoning(String piece) {
        reasoning.append(piece);
    }

    void refusal(String piece) {
        refusal.append(piece);
    }

    SaidCall call(ToolUse call, SaidCall.Form form) {
        SaidCall said = new SaidCall(call, form);
        calls.add(said);
        return said;
    }

    void finish(String reason) {
        finish = reason;
    }

    boolean hasReasoning() {
        return !reasoning.isEmpty();
    }

    int calls() {
        return calls.size();
    }

    Map<String, @Nullable Object> expectation() {
        return Json.object(
                "text", text.toString(),
                "reasoning", reasoning.toString(),
                "refusal", refusal.isEmpty() ? null : refusal.toString(),
                "tool_calls", calls.stream().map(SaidCall::expectation).toList(),
                "finish_reason", finish);
    }
}
