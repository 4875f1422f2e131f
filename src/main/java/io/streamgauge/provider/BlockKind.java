package io.streamgauge.provider;

import io.streamgauge.delta.ToolCallDelta;

/** What one block, item or step of a message holds, in words common to the protocols that have such things. */
enum BlockKind {
    /** Text for people. */
    TEXT,
    /** Reasoning. */
    REASONING,
    /** A call that the application answers, with JSON arguments. */
    FUNCTION_CALL,
    /** A call that the application answers, with free text for arguments. */
    CUSTOM_CALL,
    /** A call that the provider answers itself. */
    SERVER_CALL,
    /** Anything else: results of the provider's own tools, lists, markers. */
    OTHER;

    boolean isCall() {
        return this == FUNCTION_CALL || this == CUSTOM_CALL || this == SERVER_CALL;
    }

    /** Who runs the tool; a block that was not announced as a call is taken for one of a function. */
    ToolCallDelta.Kind toolKind() {
        return switch (this) {
            case SERVER_CALL -> ToolCallDelta.Kind.SERVER;
            case CUSTOM_CALL -> ToolCallDelta.Kind.CUSTOM;
            default -> ToolCallDelta.Kind.FUNCTION;
        };
    }
}
