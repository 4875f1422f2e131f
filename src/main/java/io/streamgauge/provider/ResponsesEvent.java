package io.streamgauge.provider;

/** The events of OpenAI Responses: those of the published schema, and those that servers send beside it. */
enum ResponsesEvent implements WireWord {
    OUTPUT_TEXT_DELTA("response.output_text.delta", Role.PIECE, Channel.TEXT),
    FUNCTION_ARGUMENTS_DELTA("response.function_call_arguments.delta", Role.PIECE, Channel.FUNCTION),
    REASONING_SUMMARY_DELTA("response.reasoning_summary_text.delta", Role.PIECE, Channel.SUMMARY),
    REASONING_TEXT_DELTA("response.reasoning_text.delta", Role.PIECE, Channel.REASONING),
    CUSTOM_INPUT_DELTA("response.custom_tool_call_input.delta", Role.PIECE, Channel.CUSTOM),
    CODE_DELTA("response.code_interpreter_call_code.delta", Role.PIECE, Channel.SERVER),
    MCP_ARGUMENTS_DELTA("response.mcp_call_arguments.delta", Role.PIECE, Channel.SERVER),
    SHELL_COMMAND_DELTA("response.shell_call_command.delta", Role.PIECE, Channel.FUNCTION),
    PATCH_DELTA("response.apply_patch_call_operation_diff.delta", Role.PIECE, Channel.FUNCTION),
    REFUSAL_DELTA("response.refusal.delta", Role.PIECE, Channel.REFUSAL),
    TRANSCRIPT_DELTA("response.audio.transcript.delta", Role.TRANSCRIPT),
    AUDIO_DELTA("response.audio.delta", Role.AUDIO),
    ANNOTATION_ADDED("response.output_text.annotation.added", Role.ANNOTATION, Channel.TEXT),

    ITEM_ADDED("response.output_item.added", Role.ITEM_ADDED),
    ITEM_DONE("response.output_item.done", Role.ITEM_DONE),
    OUTPUT_TEXT_DONE("response.output_text.done", Role.WHOLE, Channel.TEXT),
    REFUSAL_DONE("response.refusal.done", Role.WHOLE, Channel.REFUSAL),
    REASONING_SUMMARY_DONE("response.reasoning_summary_text.done", Role.WHOLE, Channel.SUMMARY),
    REASONING_TEXT_DONE("response.reasoning_text.done", Role.WHOLE, Channel.REASONING),
    FUNCTION_ARGUMENTS_DONE("response.function_call_arguments.done", Role.WHOLE, Channel.FUNCTION),
    CUSTOM_INPUT_DONE("response.custom_tool_call_input.done", Role.WHOLE, Channel.CUSTOM),
    CODE_DONE("response.code_interpreter_call_code.done", Role.WHOLE, Channel.SERVER),
    MCP_ARGUMENTS_DONE("response.mcp_call_arguments.done", Role.WHOLE, Channel.SERVER),

    CREATED("response.created", Role.PROGRESS),
    QUEUED("response.queued", Role.PROGRESS),
    IN_PROGRESS("response.in_progress", Role.PROGRESS),
    COMPLETED("response.completed", Role.COMPLETED),
    INCOMPLETE("response.incomplete", Role.INCOMPLETE),
    FAILED("response.failed", Role.FAILED),
    CANCELLED("response.cancelled", Role.CANCELLED),
    ERROR("error", Role.ERROR),
    KEEPALIVE("keepalive", Role.KEEPALIVE),

    CONTENT_PART_ADDED("response.content_part.added"),
    CONTENT_PART_DONE("response.content_part.done"),
    SUMMARY_PART_ADDED("response.reasoning_summary_part.added"),
    SUMMARY_PART_DONE("response.reasoning_summary_part.done"),
    REASONING_PART_ADDED("response.reasoning_part.added"),
    REASONING_PART_DONE("response.reasoning_part.done"),
    WEB_SEARCH_IN_PROGRESS("response.web_search_call.in_progress"),
    WEB_SEARCH_SEARCHING("response.web_search_call.searching"),
    WEB_SEARCH_COMPLETED("response.web_search_call.completed"),
    FILE_SEARCH_IN_PROGRESS("response.file_search_call.in_progress"),
    FILE_SEARCH_SEARCHING("response.file_search_call.searching"),
    FILE_SEARCH_COMPLETED("response.file_search_call.completed"),
    CODE_IN_PROGRESS("response.code_interpreter_call.in_progress"),
    CODE_INTERPRETING("response.code_interpreter_call.interpreting"),
    CODE_COMPLETED("response.code_interpreter_call.completed"),
    IMAGE_IN_PROGRESS("response.image_generation_call.in_progress"),
    IMAGE_GENERATING("response.image_generation_call.generating"),
    IMAGE_COMPLETED("response.image_generation_call.completed"),
    /** A preview; the image itself comes with its item. */
    IMAGE_PARTIAL("response.image_generation_call.partial_image"),
    MCP_CALL_IN_PROGRESS("response.mcp_call.in_progress"),
    MCP_CALL_COMPLETED("response.mcp_call.completed"),
    MCP_CALL_FAILED("response.mcp_call.failed"),
    MCP_LIST_IN_PROGRESS("response.mcp_list_tools.in_progress"),
    MCP_LIST_COMPLETED("response.mcp_list_tools.completed"),
    MCP_LIST_FAILED("response.mcp_list_tools.failed"),
    SHELL_COMMAND_ADDED("response.shell_call_command.added"),
    SHELL_COMMAND_DONE("response.shell_call_command.done"),
    SHELL_OUTPUT_DELTA("response.shell_call_output_content.delta"),
    SHELL_OUTPUT_DONE("response.shell_call_output_content.done"),
    PATCH_DONE("response.apply_patch_call_operation_diff.done"),
    AUDIO_DONE("response.audio.done"),
    TRANSCRIPT_DONE("response.audio.transcript.done"),
    UNKNOWN("", Role.UNKNOWN);

    /** What a decoder does with an event. */
    enum Role {
        /** A piece of a channel of an item. */
        PIECE,
        /** All of a channel, for those who did not collect the pieces. */
        WHOLE,
        AUDIO,
        TRANSCRIPT,
        ANNOTATION,
        ITEM_ADDED,
        ITEM_DONE,
        PROGRESS,
        COMPLETED,
        INCOMPLETE,
        FAILED,
        CANCELLED,
        ERROR,
        KEEPALIVE,
        /** Tells what other events tell as well. */
        NOTICE,
        UNKNOWN
    }

    /** What of an item an event is about. */
    enum Channel {
        TEXT(BlockKind.TEXT),
        REFUSAL(BlockKind.TEXT),
        REASONING(BlockKind.REASONING),
        SUMMARY(BlockKind.REASONING),
        FUNCTION(BlockKind.FUNCTION_CALL),
        CUSTOM(BlockKind.CUSTOM_CALL),
        SERVER(BlockKind.SERVER_CALL),
        NONE(BlockKind.OTHER);

        private final BlockKind kind;

        Channel(BlockKind kind) {
            this.kind = kind;
        }

        /** What an item holds that is used so without having been announced. */
        BlockKind kind() {
            return kind;
        }
    }

    static final WordTable<ResponsesEvent> WORDS = WordTable.of(UNKNOWN);

    private final String wire;
    private final Role role;
    private final Channel channel;

    ResponsesEvent(String wire) {
        this(wire, Role.NOTICE);
    }

    ResponsesEvent(String wire, Role role) {
        this(wire, role, Channel.NONE);
    }

    ResponsesEvent(String wire, Role role, Channel channel) {
        this.wire = wire;
        this.role = role;
        this.channel = channel;
    }

    @Override
    public String wire() {
        return wire;
    }

    Role role() {
        return role;
    }

    Channel channel() {
        return channel;
    }
}
