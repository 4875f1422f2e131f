package io.streamgauge.corpus;

import io.streamgauge.provider.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * What a recording means. Whatever is empty was not stated and is not compared.
 *
 * @param dialect the protocol
 * @param main what the first choice says
 * @param choices what each choice says, where there are several
 * @param serverToolCalls calls the provider ran itself
 * @param usage the counters
 * @param error the failure the provider reports
 * @param noError whether the file says {@code "error": null}: there is no failure, at least none within the framing
 * @param eventCount events that the framing dispatches, so without a last one that lacks its end
 * @param commentLines SSE comments
 * @param doneSentinel whether {@code [DONE]} came, to the letter
 * @param undispatchedTailEvent whether the last event lacks its end
 * @param unparsableData events whose payload should be JSON and is not
 */
public record Expectation(
        Dialect dialect,
        Choice main,
        List<Choice> choices,
        Optional<List<Call>> serverToolCalls,
        Optional<Usage> usage,
        Optional<Failure> error,
        boolean noError,
        OptionalLong eventCount,
        OptionalLong commentLines,
        Optional<Boolean> doneSentinel,
        Optional<Boolean> undispatchedTailEvent,
        OptionalLong unparsableData) {
    /** What one choice says; the finish reason is the provider's own word. */
    public record Choice(
            int index,
            Optional<String> text,
            Optional<String> reasoning,
            Optional<String> refusal,
            Optional<List<Call>> toolCalls,
            Optional<String> finishReason) {}

    /**
     * One tool call.
     *
     * @param arguments a JSON value to be compared by meaning, or a text where the arguments are not JSON
     * @param argumentsRaw their exact text
     */
    public record Call(
            Optional<String> id, Optional<String> name, Optional<JsonNode> arguments, Optional<String> argumentsRaw) {}

    /** Token counters. */
    public record Usage(
            OptionalLong input,
            OptionalLong output,
            OptionalLong total,
            OptionalLong cacheRead,
            OptionalLong cacheWrite,
            OptionalLong reasoning) {}

    /** A failure; a code may be a number or a word. */
    public record Failure(Optional<String> type, Optional<String> code, Optional<String> message) {}

    static Expectation read(JsonNode root) throws Fields.MalformedField {
        Fields fields = Fields.of(root);
        String api = fields.requiredText("api");
        Optional<Fields> usage = fields.object("usage");
        Optional<Fields> error = fields.object("error");
        return new Expectation(
                Dialect.byWireName(api)
                        .orElseThrow(() -> new Fields.MalformedField("api", "no dialect is called " + api)),
                choice(fields),
                fields.objects("choices", Expectation::choice).orElse(List.of()),
                fields.objects("server_tool_calls", Expectation::call),
                usage.isPresent() ? Optional.of(usage(usage.get())) : Optional.empty(),
                error.isPresent() ? Optional.of(failure(error.get())) : Optional.empty(),
                root.path("error").isNull(),
                fields.count("event_count"),
                fields.count("comment_lines"),
                fields.flag("has_done_sentinel"),
                fields.flag("undispatched_tail_event"),
                fields.count("unparsable_data"));
    }

    private static Choice choice(Fields fields) throws Fields.MalformedField {
        return new Choice(
                fields.integer("index").orElse(0),
                fields.text("text"),
                fields.text("reasoning"),
                fields.text("refusal"),
                fields.objects("tool_calls", Expectation::call),
                fields.text("finish_reason"));
    }

    private static Call call(Fields fields) throws Fields.MalformedField {
        return new Call(fields.text("id"), fields.text("name"), fields.any("arguments"), fields.text("arguments_raw"));
    }

    private static Usage usage(Fields fields) throws Fields.MalformedField {
        OptionalLong cacheRead = fields.count("cache_read");
        return new Usage(
                fields.count("input"),
                fields.count("output"),
                fields.count("total"),
                cacheRead.isPresent() ? cacheRead : fields.count("cached"),
                fields.count("cache_write"),
                fields.count("reasoning"));
    }

    private static Failure failure(Fields fields) throws Fields.MalformedField {
        Optional<String> type = fields.text("type");
        return new Failure(
                type.isPresent() ? type : fields.text("status"), fields.word("code"), fields.text("message"));
    }
}
