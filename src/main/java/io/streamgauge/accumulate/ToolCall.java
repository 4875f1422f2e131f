package io.streamgauge.accumulate;

import io.streamgauge.delta.ToolCallDelta;

/**
 * One tool call, put together. A copy, free to be kept.
 *
 * @param choice the choice it belongs to
 * @param index the provider's index, or {@link ToolCallDelta#NO_INDEX}
 * @param id the id; empty when the provider gave none
 * @param name the tool's name; empty when none came
 * @param kind who runs the tool
 * @param arguments the text of the arguments as it was sent, never repaired and never replaced
 * @param status what can be said about that text
 * @param errorOffset where in the UTF-8 bytes of {@code arguments} the text stops being JSON, or -1
 * @param problem for people, what is wrong with the arguments; empty when nothing is
 */
public record ToolCall(
        int choice,
        int index,
        String id,
        String name,
        ToolCallDelta.Kind kind,
        String arguments,
        Status status,
        int errorOffset,
        String problem) {
    /** What can be said about the arguments. */
    public enum Status {
        /**
         * One JSON text, or the free text of a {@link ToolCallDelta.Kind#CUSTOM} tool, of which nothing can be checked.
         */
        VALID,
        /** Nothing came, which stands for {@code {}}. */
        EMPTY,
        /**
         * Not JSON. The model or the server wrote it so, or the token limit cut it off; running the tool would be a
         * guess.
         */
        INVALID,
        /** The stream broke off, is still running, or exceeded a limit: there may be more. The tool must not be run. */
        INCOMPLETE
    }

    /** The arguments as JSON: {@code {}} for an empty call, otherwise as they were sent. */
    public String argumentsJson() {
        return status == Status.EMPTY ? "{}" : arguments;
    }

    /** Whether the tool may be run with these arguments. */
    public boolean isRunnable() {
        return status == Status.VALID || status == Status.EMPTY;
    }
}
