package io.streamgauge.accumulate;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.Utf8Strings;
import io.streamgauge.delta.FinishReason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one choice has said so far, tool calls excepted. */
final class ChoiceText {
    private final int maxWordBytes;
    private final BoundedText text;
    private final BoundedText reasoning;
    private final BoundedText refusal;
    private final BoundedText finishWord;
    private int index;

    @Nullable
    private FinishReason finish;

    ChoiceText(AccumulatorLimits limits) {
        maxWordBytes = limits.maxIdBytes();
        text = new BoundedText(limits.maxTextBytes());
        reasoning = new BoundedText(limits.maxTextBytes());
        refusal = new BoundedText(limits.maxTextBytes());
        finishWord = new BoundedText(limits.maxIdBytes());
    }

    /** Forgets all that was said, and stands for a choice from now on. */
    void begin(int choice) {
        index = choice;
        text.clear();
        reasoning.clear();
        refusal.clear();
        finishWord.clear();
        finish = null;
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
        return finishWord.replace(raw);
    }

    Message.Choice copy(Utf8Strings strings, List<ToolCall> toolCalls, List<ToolCall> serverToolCalls) {
        boolean asksForTools = finish == FinishReason.STOP && !toolCalls.isEmpty();
        return new Message.Choice(
                index,
                text.copy(strings),
                reasoning.copy(strings),
                refusal.copy(strings),
                toolCalls,
                serverToolCalls,
                asksForTools ? Optional.of(FinishReason.TOOL_CALLS) : Optional.ofNullable(finish),
                finishWord.copy(strings));
    }
}
