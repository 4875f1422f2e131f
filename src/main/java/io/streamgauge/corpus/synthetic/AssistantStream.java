package io.streamgauge.corpus.synthetic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Speaks one run of an assistant: the states of the run, of its steps and of its message, and the deltas in between.
 */
final class AssistantStream {
    private final Take take;
    private final String runId;
    private final String stepId;
    private final String messageId;
    private final String threadId;
    private int tokens;

    AssistantStream(Take take, String kind) {
        this.take = take;
        take.about(kind, "synthetic-gpt-2026-04-01");
        take.features("named-events");
        runId = "run_" + take.dice.id(24);
        stepId = "step_" + take.dice.id(24);
        messageId = "msg_" + take.dice.id(24);
        threadId = "thread_" + take.dice.id(24);
    }

    AssistantStream begin() {
        run("created", "queued", null, null, null);
        run("queued", "queued", null, null, null);
        run("in_progress", "in_progress", null, null, null);
        return this;
    }

    private void event(String name, Map<String, @Nullable Object> data) {
        take.wire.event(name, JsonStyle.COMPACT.write(data));
    }

    private void run(
            String event,
            String status,
            @Nullable Object requiredAction,
            @Nullable Object lastError,
            @Nullable Object usage) {
        event(
                "thread.run." + event,
                Json.object(
                        "id",
                        runId,
                        "object",
                        "thread.run",
                        "created_at",
                        take.requestSeconds(),
                        "assistant_id",
                        "asst_synthetic",
                        "thread_id",
                        threadId,
                        "status",
                        status,
                        "required_action",
                        requiredAction,
                        "last_error",
                        lastError,
                        "model",
                        take.model(),
                        "instructions",
                        null,
                        "tools",
                        Json.array(),
                        "metadata",
                        Json.object(),
                        "temperature",
                        1.0,
                        "incomplete_details",
                        null,
                        "usage",
                        usage));
    }

    private void step(String event, String status, Map<String, @Nullable Object> details, @Nullable Object usage) {
        event(
                "thread.run.step." + event,
                Json.object(
                        "id", stepId,
                        "object", "thread.run.step",
                        "created_at", take.requestSeconds(),
                        "run_id", runId,
                        "assistant_id", "asst_synthetic",
                        "thread_id", threadId,
                        "type", details.get("type"),
                        "status", status,
                        "last_error", null,
                        "step_details", details,
                        "usage", usage));
    }

    private void message(String event, String status, List<@Nullable Object> content) {
        event(
                "thread.message." + event,
                Json.object(
                        "id",
                        messageId,
                        "object",
                        "thread.message",
                        "created_at",
                        take.requestSeconds(),
                        "assistant_id",
                        "asst_synthetic",
                        "thread_id",
                        threadId,
                        "run_id",
                        runId,
                        "status",
                        status,
                        "role",
                        "assistant",
                        "content",
                        content,
                        "metadata",
                        Json.object()));
    }

    private static Map<String, @Nullable Object> text(String value) {
        return Json.object("value", value, "annotations", Json.array());
    }

    private Map<String, @Nullable Object> messageCreation() {
        return Json.object("type", "message_creation", "message_creation", Json.object("message_id", messageId));
    }

    void message(String words) {
        step("created", "in_progress", messageCreation(), null);
        step("in_progress", "in_progress", messageCreation(), null);
        message("created", "in_progress", Json.array());
        message("in_progress", "in_progress", Json.array());
        for (String piece : take.chunker.tokens(words)) {
            take.said.choice(0).text(piece);
            Map<String, @Nullable Object> part = Json.object(
                    "index", 0, "type", "text", "text", tokens++ == 0 ? text(piece) : Json.object("value", piece));
            event(
                    "thread.message.delta",
                    Json.object(
                            "id",
                            messageId,
                            "object",
                            "thread.message.delta",
                            "delta",
                            Json.object("content", Json.array(part))));
        }
        message("completed", "completed", Json.array(Json.object("type", "text", "text", text(words))));
        step("completed", "completed", messageCreation(), usage());
    }

    private Map<String, @Nullable Object> usage() {
        return Json.object("prompt_tokens", 31, "completion_tokens", tokens, "total_tokens", 31 + tokens);
    }

    void complete() {
        take.said.choice(0).finish("completed");
        take.said.usage(Json.object("input", 31, "output", tokens, "total", 31 + tokens), usage());
        run("completed", "completed", null, null, usage());
        done();
    }

    private void done() {
        take.said.sentinel();
        take.wire.event("done", "[DONE]");
    }

    /** The run waits for the results of these calls. */
    void calls(List<ToolUse> calls) {
        Map<String, @Nullable Object> details = Json.object("type", "tool_calls", "tool_calls", Json.array());
        step("created", "in_progress", details, null);
        step("in_progress", "in_progress", details, null);
        List<@Nullable Object> whole = Json.array();
        for (int index = 0; index < calls.size(); index++) {
            call(index, calls.get(index));
            whole.add(Json.object(
                    "id", calls.get(index).id(),
                    "type", "function",
                    "function",
                            Json.object(
                                    "name",
                                    calls.get(index).name(),
                                    "arguments",
                                    calls.get(index).raw())));
        }
        take.said.choice(0).finish("requires_action");
        run(
                "requires_action",
                "requires_action",
                Json.object("type", "submit_tool_outputs", "submit_tool_outputs", Json.object("tool_calls", whole)),
                null,
                null);
        done();
    }

    private void call(int index, ToolUse call) {
        SaidCall said = take.said.choice(0).call(call, SaidCall.Form.TEXT);
        stepDelta(Json.object(
                "index",
                index,
                "id",
                call.id(),
                "type",
                "function",
                "function",
                Json.object("name", call.name(), "arguments", "", "output", null)));
        for (String fragment : take.chunker.fragments(call.raw(), ChatStream.USUAL_FRAGMENT)) {
            said.fragment(fragment);
            stepDelta(Json.object("index", index, "type", "function", "function", Json.object("arguments", fragment)));
        }
    }

    private void stepDelta(Map<String, @Nullable Object> entry) {
        Map<String, @Nullable Object> details = Json.object("type", "tool_calls", "tool_calls", Json.array(entry));
        event(
                "thread.run.step.delta",
                Json.object(
                        "id",
                        stepId,
                        "object",
                        "thread.run.step.delta",
                        "delta",
                        Json.object("step_details", details)));
    }

    void fail(String code, String message) {
        Map<String, @Nullable Object> error = Json.object("code", code, "message", message);
        take.said.error(error);
        take.said.choice(0).finish("failed");
        run("failed", "failed", null, error, null);
        done();
    }
}
