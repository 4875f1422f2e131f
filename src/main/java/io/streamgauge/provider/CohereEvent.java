package io.streamgauge.provider;

/** The events of Cohere's v2 chat. */
enum CohereEvent implements WireWord {
    CONTENT_DELTA("content-delta"),
    TOOL_CALL_DELTA("tool-call-delta"),
    TOOL_PLAN_DELTA("tool-plan-delta"),
    MESSAGE_START("message-start"),
    CONTENT_START("content-start"),
    CONTENT_END("content-end"),
    TOOL_CALL_START("tool-call-start"),
    TOOL_CALL_END("tool-call-end"),
    CITATION_START("citation-start"),
    CITATION_END("citation-end"),
    MESSAGE_END("message-end"),
    /** The prompt as the model saw it, when asked for. */
    DEBUG("debug"),
    UNKNOWN("");

    static final WordTable<CohereEvent> WORDS = WordTable.of(UNKNOWN);

    private final String wire;

    CohereEvent(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
