package io.streamgauge.provider;

/** The events of Anthropic Messages. */
enum AnthropicEvent implements WireWord {
    CONTENT_BLOCK_DELTA("content_block_delta"),
    CONTENT_BLOCK_START("content_block_start"),
    CONTENT_BLOCK_STOP("content_block_stop"),
    PING("ping"),
    MESSAGE_START("message_start"),
    MESSAGE_DELTA("message_delta"),
    MESSAGE_STOP("message_stop"),
    ERROR("error"),
    UNKNOWN("");

    private final String wire;

    AnthropicEvent(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
