package io.streamgauge.accumulate;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.FinishReason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one choice has said so far, tool calls excepted. */
final class ChoiceText {
    private final int index;
    private final int maxWordBytes;
    private final BoundedText text;
    private final BoundedText reasoning;
    private final BoundedText refusal;

    @Nullable
    private FinishReason finish;

    private String finishWord = "";

    ChoiceText(int index, AccumulatorLimits limits) {
        this.index = index;
        maxWordBytes = limits.maxIdBytes();
        text = new BoundedText(limits.maxTextBytes());
        reasoning = new BoundedText(limits.maxTextBytes());
        refusal = new BoundedText(limits.maxTextBytes());
    }

    int index() {
        return index;
    }

    BoundedText text() {
        return text;
    }

    BoundedText reasoning() {
        return reasoning;
    }

    BoundedText refusal() {
        return refusal;
    }

    /**
     * Takes a word; a plain stop does not take back what an earlier word said more exactly. Answers whether there was
     * room for it.
     */
    boolean finish(FinishReason reason, ByteSlice raw) {
        if (reason == FinishReason.STOP && finish != null) {
            return true;
        }
        if (raw.length() > maxWordBytes) {
            return false;
        }
        finish = reason;
        finishWord = raw.copyUtf8();
        return true;
    }

    Message.Choice copy(List<ToolCall> toolCalls, List<ToolCall> serverToolCalls) {
        boolean asksForTools = finish == FinishReason.STOP && !toolCalls.isEmpty();
        return new Message.Choice(
                index,
                text.copyUtf8(),
                reasoning.copyUtf8(),
                refusal.copyUtf8(),
                toolCalls,
                serverToolCalls,
                asksForTools ? Optional.of(FinishReason.TOOL_CALLS) : Optional.ofNullable(finish),
                finishWord);
    }
}
