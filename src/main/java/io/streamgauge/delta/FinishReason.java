package io.streamgauge.delta;

/** Why a choice ended, in words common to all providers; the provider's own word is always kept beside it. */
public enum FinishReason {
    /** The model came to its end, or to a stop sequence. */
    STOP,
    /** The token limit or the context window was reached. */
    LENGTH,
    /** The model waits for the results of its tool calls. */
    TOOL_CALLS,
    /** A filter held the answer back or cut it off. */
    CONTENT_FILTER,
    /** The model declined. */
    REFUSAL,
    /** The provider paused a long turn; it can be continued. */
    PAUSE,
    /** Somebody cancelled the answer. */
    CANCELLED,
    /** The provider failed. */
    ERROR,
    /** A word this version does not know. */
    OTHER
}
