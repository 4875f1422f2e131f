package io.streamgauge.accumulate;

import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one stream said, put together. A copy, free to be kept.
 *
 * @param responseId the first id the stream gave itself; empty when it gave none
 * @param model the first model it named; empty when it named none
 * @param choices the answers in the order of their index; none when nothing was said
 * @param usage the last counters, a copy of your own
 * @param error the first failure the provider reported
 * @param end how the stream ended; empty while it is running
 * @param deviations how often the stream departed from its protocol, by kind
 * @param opaque what must be kept or sent back but is not for people, in order of arrival
 * @param exceeded the limits that were exceeded, so that something is missing
 */
public record Message(
        String responseId,
        String model,
        List<Choice> choices,
        TokenUsage usage,
        Optional<TokenDelta.Failure> error,
        Optional<EndReason> end,
        Map<Deviation, Integer> deviations,
        List<TokenDelta.Opaque> opaque,
        Set<AccumulatorLimits.Limit> exceeded) {
    /**
     * One of the answers.
     *
     * @param index which one, from 0
     * @param text the answer
     * @param reasoning what the model thought, or the summary of it that the provider shows
     * @param refusal the words of a refusal that was sent apart from the answer
     * @param toolCalls the calls the application is asked to run
     * @param serverToolCalls the calls the provider ran itself
     * @param finishReason why it ended. Where servers say it several times the last word counts, but a plain "stop"
     *     does not take back a more exact one; and "stop" with tool calls means {@link FinishReason#TOOL_CALLS}, for
     *     many servers say no better
     * @param finishWord the provider's own word that counted; empty when there was none
     */
    public record Choice(
            int index,
            String text,
            String reasoning,
            String refusal,
            List<ToolCall> toolCalls,
            List<ToolCall> serverToolCalls,
            Optional<FinishReason> finishReason,
            String finishWord) {
        /** A choice that says nothing. */
        public static Choice silent(int index) {
            return new Choice(index, "", "", "", List.of(), List.of(), Optional.empty(), "");
        }
    }

    /** The first choice, or one that says nothing. */
    public Choice first() {
        return choices.isEmpty() ? Choice.silent(0) : choices.get(0);
    }

    /** The text of the first choice. */
    public String text() {
        return first().text();
    }

    /** Whether the stream ended and everything the model said is here. */
    public boolean isComplete() {
        return end.filter(EndReason::isComplete).isPresent() && exceeded.isEmpty();
    }
}
