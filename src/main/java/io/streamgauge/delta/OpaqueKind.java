package io.streamgauge.delta;

/** What an opaque payload is. */
public enum OpaqueKind {
    /**
     * Proof of reasoning that must be sent back unchanged: Anthropic signatures, Gemini thought signatures, encrypted
     * reasoning.
     */
    SIGNATURE,
    /** A reference to a source, as JSON. */
    CITATION,
    /** Base64 of an image, or JSON that holds it. */
    IMAGE,
    /** Base64 of sound. */
    AUDIO,
    /** What the model says it will do with its tools, as a piece of text; must be sent back with the calls. */
    TOOL_PLAN,
    /** The result of a tool that the provider ran itself, as JSON. */
    TOOL_RESULT,
    /** Anything else worth keeping, as JSON. */
    OTHER
}
