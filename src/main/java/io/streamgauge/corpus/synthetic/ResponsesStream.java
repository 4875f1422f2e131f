package io.streamgauge.corpus.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the Responses protocol: numbers its events, opens and closes output items, and repeats everything at the end
 * as the protocol wants it.
 */
final class ResponsesStream {
    /** Where the name of an event stands. */
    enum Naming {
        BEFORE_DATA,
        BEHIND_DATA,
        NOWHERE
    }

    private final Take take;
    private final String id;
    private final List<String> itemTypes = new ArrayList<>();
    private final List<@Nullable Object> output = new ArrayList<>();
    private Naming naming = Naming.BEFORE_DATA;
    private boolean obfuscated = true;
    private Map<String, @Nullable Object> extras = Json.object();
    private int sequenceNumber;
    private int textTokens;
    private int reasoningTokens;

    ResponsesStream(Take take) {
        this(take, "resp_" + take.dice.hex(50));
    }

    ResponsesStream(Take take, String id) {
        this.take = take;
        this.id = id;
    }

    ResponsesStream named(Naming where) {
        naming = where;
        return this;
    }

    ResponsesStream withoutObfuscation() {
        obfuscated = false;
        return this;
    }

    /** Members that this provider adds to the response object. */
    ResponsesStream with(Map<String, @Nullable Object> members) {
        extras = members;
        return this;
    }

    /** One event; {@code members} stand between its type and its number. */
    void event(String type, Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> event = Json.join(Json.object("type", type), members);
        event.put("sequence_number", sequenceNumber++);
        String data = JsonStyle.COMPACT.write(event);
        switch (naming) {
            case BEFORE_DATA -> take.wire.event(type, data);
            case BEHIND_DATA -> take.wire.lines("data: " + data, "event: " + type);
            case NOWHERE -> take.wire.event(data);
        }
    }

    ResponsesStream open() {
        event("response.created", Json.object("response", response("in_progress", null, null)));
        event("response.in_progress", Json.object("response", response("in_progress", null, null)));
        return this;
    }

    /** An id for an item, as long as they are. */
    String itemId(String prefix) {
        return prefix + '_' + take.dice.hex(50);
    }

    /** Announces an item and answers its index. */
    int add(Map<String, @Nullable Object> item) {
        int index = itemTypes.size();
        itemTypes.add(String.valueOf(item.get("type")));
        take.said.peculiarity("output_items", List.copyOf(itemTypes));
        output.add(null);
        event("response.output_item.added", Json.object("item", item, "output_index", index));
        return index;
    }

    void done(int index, Map<String, @Nullable Object> item) {
        output.set(index, item);
        event("response.output_item.done", Json.object("item", item, "output_index", index));
    }

    /** A piece of something that belongs to an item. */
    void delta(String type, String itemId, int index, Map<String, @Nullable Object> more, String piece) {
        Map<String, @Nullable Object> members = Json.join(more, Json.object("delta", piece, "item_id", itemId));
        if (obfuscated) {
            members.put("obfuscation", take.dice.id(take.dice.between(1, 16)));
        }
        members.put("output_index", index);
        event(type, members);
    }

    /** A step of an item that has nothing to say but that it was reached. */
    void step(String type, String itemId, int index) {
        event(type, Json.object("item_id", itemId, "output_index", index));
    }

    /** A message of one part of text, from its announcement to its end. */
    void message(String text, double tokensPerDelta) {
        message(text, tokensPerDelta, Json.array());
    }

    void message(String text, double tokensPerDelta, List<@Nullable Object> annotations) {
        String itemId = itemId("msg");
        int index = add(message(itemId, "in_progress", Json.array()));
        part("response.content_part.added", itemId, index, outputText("", Json.array()));
        for (String piece : take.chunker.deltas(text, tokensPerDelta)) {
            say(itemId, index, piece);
        }
        for (int i = 0; i < annotations.size(); i++) {
            event(
                    "response.output_text.annotation.added",
                    Json.join(
                            Json.object("annotation", annotations.get(i), "annotation_index", i),
                            Json.object("content_index", 0, "item_id", itemId, "output_index", index)));
        }
        closeMessage(itemId, index, text, annotations);
    }

    void say(String itemId, int index, String piece) {
        take.said.choice(0).text(piece);
        textTokens += take.chunker.count(piece);
        delta(
                "response.output_text.delta",
                itemId,
                index,
                Json.object("content_index", 0, "logprobs", Json.array()),
                piece);
    }

    void closeMessage(String itemId, int index, String text, List<@Nullable Object> annotations) {
        event(
                "response.output_text.done",
                Json.object(
                        "content_index", 0,
                        "item_id", itemId,
                        "logprobs", Json.array(),
                        "output_index", index,
                        "text", text));
        part("response.content_part.done", itemId, index, outputText(text, annotations));
        done(index, message(itemId, "completed", Json.array(outputText(text, annotations))));
    }

    void part(String type, String itemId, int index, Map<String, @Nullable Object> part) {
        event(type, Json.object("content_index", 0, "item_id", itemId, "output_index", index, "part", part));
    }

    static Map<String, @Nullable Object> message(String itemId, String status, List<@Nullable Object> content) {
        return Json.object("id", itemId, "type", "message", "status", status, "content", content, "role", "assistant");
    }

    static Map<String, @Nullable Object> outputText(String text, List<@Nullable Object> annotations) {
        return Json.object("type", "output_text", "annotations", annotations, "logprobs", Json.array(), "text", text);
    }

    /** Reasoning that shows a summary in one part. */
    void reasoningSummary(String text, double tokensPerDelta) {
        String itemId = itemId("rs");
        int index = add(Json.object("id", itemId, "type", "reasoning", "summary", Json.array()));
        Map<String, @Nullable Object> summary = Json.object("summary_index", 0);
        event(
                "response.reasoning_summary_part.added",
                Json.join(Json.object("item_id", itemId, "output_index", index, "part", summaryText("")), summary));
        for (String piece : take.chunker.deltas(text, tokensPerDelta)) {
            noteReasoning(piece);
            delta("response.reasoning_summary_text.delta", itemId, index, summary, piece);
        }
        event(
                "response.reasoning_summary_text.done",
                Json.join(Json.object("item_id", itemId, "output_index", index, "text", text), summary));
        event(
                "response.reasoning_summary_part.done",
                Json.join(Json.object("item_id", itemId, "output_index", index, "part", summaryText(text)), summary));
        done(index, Json.object("id", itemId, "type", "reasoning", "summary", Json.array(summaryText(text))));
    }

    /** Reasoning of which nothing is shown. */
    void silentReasoning() {
        String itemId = itemId("rs");
        reasoningTokens += 64;
        int index = add(Json.object("id", itemId, "type", "reasoning", "summary", Json.array()));
        done(index, Json.object("id", itemId, "type", "reasoning", "summary", Json.array()));
    }

    void noteReasoning(String piece) {
        take.said.choice(0).reasoning(piece);
        reasoningTokens += take.chunker.count(piece);
    }

    private static Map<String, @Nullable Object> summaryText(String text) {
        return Json.object("type", "summary_text", "text", text);
    }

    /** A function call, from its announcement to its end. */
    void call(ToolUse call) {
        String itemId = itemId("fc");
        int index = add(functionCall(itemId, call, "in_progress", ""));
        SaidCall said = take.said.choice(0).call(call, SaidCall.Form.TEXT);
        for (String fragment : take.chunker.fragments(call.raw(), ChatStream.USUAL_FRAGMENT)) {
            said.fragment(fragment);
            textTokens++;
            delta("response.function_call_arguments.delta", itemId, index, Json.object(), fragment);
        }
        event(
                "response.function_call_arguments.done",
                Json.object("arguments", call.raw(), "item_id", itemId, "output_index", index));
        done(index, functionCall(itemId, call, "completed", call.raw()));
    }

    static Map<String, @Nullable Object> functionCall(String itemId, ToolUse call, String status, String arguments) {
        return Json.object(
                "id",
                itemId,
                "type",
                "function_call",
                "status",
                status,
                "arguments",
                arguments,
                "call_id",
                call.id(),
                "name",
                call.name());
    }

    void complete() {
        take.said.choice(0).finish("completed");
        event("response.completed", Json.object("response", response("completed", noteUsage(), null)));
    }

    void incomplete(String reason) {
        take.said.choice(0).finish("incomplete:" + reason);
        Map<String, @Nullable Object> response = response("incomplete", noteUsage(), null);
        response.put("incomplete_details", Json.object("reason", reason));
        event("response.incomplete", Json.object("response", response));
    }

    /** The terminal event of an answer that failed. */
    void failed(String code, String message) {
        event(
                "response.failed",
                Json.object("response", response("failed", null, Json.object("code", code, "message", message))));
    }

    private Map<String, @Nullable Object> noteUsage() {
        int input = take.dice.between(20, 480);
        int outputTokens = textTokens + reasoningTokens;
        Map<String, @Nullable Object> raw = Json.object(
                "input_tokens",
                input,
                "input_tokens_details",
                Json.object("cached_tokens", 0),
                "output_tokens",
                outputTokens,
                "output_tokens_details",
                Json.object("reasoning_tokens", reasoningTokens),
                "total_tokens",
                input + outputTokens);
        Map<String, @Nullable Object> normalised = Json.object(
                "input", input,
                "output", outputTokens,
                "total", input + outputTokens,
                "cached", 0,
                "reasoning", reasoningTokens);
        take.said.usage(normalised, raw);
        return raw;
    }

    private Map<String, @Nullable Object> response(
            String status, @Nullable Object usage, @Nullable Map<String, @Nullable Object> error) {
        Map<String, @Nullable Object> response = Json.object(
                "id",
                id,
                "object",
                "response",
                "created_at",
                take.requestSeconds(),
                "status",
                status,
                "background",
                false,
                "completed_at",
                status.equals("completed") ? take.requestSeconds() + 9 : null,
                "error",
                error,
                "incomplete_details",
                null,
                "instructions",
                "Answer briefly. Say what you do not know. Use the metric system, and °C.",
                "max_output_tokens",
                null,
                "model",
                take.model(),
                "output",
                List.copyOf(finishedItems()),
                "parallel_tool_calls",
                true,
                "previous_response_id",
                null,
                "reasoning",
                Json.object("effort", "low", "summary", "auto"),
                "store",
                false,
                "temperature",
                1.0,
                "text",
                Json.object("format", Json.object("type", "text"), "verbosity", "medium"),
                "tool_choice",
                "auto",
                "tools",
                Json.array(Tools.tideDescription()),
                "top_p",
                1.0,
                "truncation",
                "disabled",
                "usage",
                usage,
                "user",
                null,
                "metadata",
                Json.object());
        return Json.join(response, extras);
    }

    private List<Object> finishedItems() {
        List<Object> finished = new ArrayList<>();
        for (@Nullable Object item : output) {
            if (item != null) {
                finished.add(item);
            }
        }
        return finished;
    }
}
