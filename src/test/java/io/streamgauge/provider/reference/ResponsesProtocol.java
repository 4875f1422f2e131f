package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** OpenAI Responses; protocols.md 3 and 11.6. Behind the event that ends the response nothing counts. */
final class ResponsesProtocol extends Protocol {
    private static final String RESPONSE = "response.";

    /** What of an item the events {@code response.X.delta} and {@code .done} tell. */
    private static final Map<String, ResponseItem.Channel> CHANNELS = Map.of(
            "output_text", ResponseItem.Channel.TEXT,
            "refusal", ResponseItem.Channel.REFUSAL,
            "reasoning_text", ResponseItem.Channel.REASONING,
            "reasoning_summary_text", ResponseItem.Channel.SUMMARY,
            "function_call_arguments", ResponseItem.Channel.FUNCTION,
            "custom_tool_call_input", ResponseItem.Channel.CUSTOM,
            "code_interpreter_call_code", ResponseItem.Channel.SERVER,
            "mcp_call_arguments", ResponseItem.Channel.SERVER);

    /** The same, but what their {@code .done} tells the end of the item tells as well. */
    private static final Map<String, ResponseItem.Channel> PIECES_ONLY = Map.of(
            "shell_call_command", ResponseItem.Channel.FUNCTION,
            "apply_patch_call_operation_diff", ResponseItem.Channel.FUNCTION);

    /** Events that tell what others tell as well. */
    private static final Set<String> NOTICES = Set.of(
            "content_part.added",
            "content_part.done",
            "reasoning_summary_part.added",
            "reasoning_summary_part.done",
            "reasoning_part.added",
            "reasoning_part.done",
            "web_search_call.in_progress",
            "web_search_call.searching",
            "web_search_call.completed",
            "file_search_call.in_progress",
            "file_search_call.searching",
            "file_search_call.completed",
            "code_interpreter_call.in_progress",
            "code_interpreter_call.interpreting",
            "code_interpreter_call.completed",
            "image_generation_call.in_progress",
            "image_generation_call.generating",
            "image_generation_call.completed",
            "image_generation_call.partial_image",
            "mcp_call.in_progress",
            "mcp_call.completed",
            "mcp_call.failed",
            "mcp_list_tools.in_progress",
            "mcp_list_tools.completed",
            "mcp_list_tools.failed",
            "shell_call_command.added",
            "shell_call_command.done",
            "shell_call_output_content.delta",
            "shell_call_output_content.done",
            "apply_patch_call_operation_diff.done",
            "audio.done",
            "audio.transcript.done");

    private final ResponseItems items = new ResponseItems(this);
    private boolean hasBegun;

    ResponsesProtocol(DeltaHandler handler) {
        super(handler, true, false);
    }

    @Override
    void event(Frame.Event event, Json root) {
        if (isOver() || hasAnyFinished()) {
            return;
        }
        String type = type(event, root.get("type"));
        if (!hasBegun) {
            begin(type, root.get("sequence_number"));
        }
        if (type.equals("error")) {
            error(root);
        } else if (type.equals("keepalive")) {
            handler.onPing();
        } else if (type.startsWith(RESPONSE)) {
            event(type.substring(RESPONSE.length()), root);
        } else {
            unknownEvent();
        }
    }

    /** A stream that begins further on in its count is the rest of another. */
    private void begin(String type, Json number) {
        hasBegun = true;
        if (!number.is(Json.Kind.NUMBER)) {
            deviation(Deviation.MISSING_FIELD);
        } else if (!type.equals("response.created") && number.count() > 0) {
            items.resumed();
        }
    }

    private void event(String type, Json root) {
        int dot = type.lastIndexOf('.');
        String about = type.substring(0, Math.max(dot, 0));
        boolean isPiece = type.endsWith(".delta");
        boolean isWhole = type.endsWith(".done");
        if (CHANNELS.containsKey(about) && isPiece) {
            items.piece(CHANNELS.get(about), root);
        } else if (CHANNELS.containsKey(about) && isWhole) {
            items.whole(CHANNELS.get(about), root);
        } else if (PIECES_ONLY.containsKey(about) && isPiece) {
            items.piece(PIECES_ONLY.get(about), root);
        } else {
            otherEvent(type, root);
        }
    }

    private void otherEvent(String type, Json root) {
        switch (type) {
            case "output_item.added" -> items.added(root);
            case "output_item.done" -> items.done(root);
            case "output_text.annotation.added" -> items.annotation(root);
            case "audio.delta" -> opaque(OpaqueKind.AUDIO, 0, items.latest(), root.get("delta"));
            case "audio.transcript.delta" -> text(0, items.latest(), root.get("delta"));
            case "created", "queued", "in_progress" -> response(root);
            case "completed", "incomplete", "failed", "cancelled" -> end(type, response(root));
            default -> {
                if (!NOTICES.contains(type)) {
                    unknownEvent();
                }
            }
        }
    }

    private Json response(Json root) {
        Json response = root.get("response");
        if (!response.is(Json.Kind.OBJECT)) {
            deviation(Deviation.MISSING_FIELD);
        }
        start(response.get("id"), response.get("model"));
        return response;
    }

    private void end(String status, Json response) {
        items.recover(response.get("output").elements);
        countTokens(response.get("usage"));
        String reason = response.get("incomplete_details").get("reason").string();
        switch (status) {
            case "completed" -> {
                items.closeAll();
                finish(0, FinishReason.STOP, status);
            }
            case "incomplete" -> finish(0, meaningOf(reason), reason.isEmpty() ? status : status + ":" + reason);
            case "cancelled" -> finish(0, FinishReason.CANCELLED, status);
            default -> {
                error(response.get("error").saysSomething() ? response.get("error") : response);
                finish(0, FinishReason.ERROR, status);
            }
        }
        terminated();
    }

    private static FinishReason meaningOf(String reason) {
        boolean isLength = List.of("max_output_tokens", "max_tokens").contains(reason);
        boolean isFilter = reason.equals("content_filter");
        return isLength ? FinishReason.LENGTH : isFilter ? FinishReason.CONTENT_FILTER : FinishReason.OTHER;
    }

    private void countTokens(Json object) {
        usage.input(object.get("input_tokens").count());
        usage.output(object.get("output_tokens").count());
        usage.total(object.get("total_tokens").count());
        usage.cacheRead(object.get("input_tokens_details").get("cached_tokens").count());
        usage.cacheWrite(
                object.get("input_tokens_details").get("cache_write_tokens").count());
        usage.reasoning(
                object.get("output_tokens_details").get("reasoning_tokens").count());
        usage(object);
    }
}
