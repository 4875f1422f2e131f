package io.streamgauge.corpus;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.ToolCall;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/** Compares what came out of a body with what was expected. A field that is not stated is not compared. */
final class Comparison {
    private final Expectation expected;
    private final Decoding actual;
    private final List<Finding> findings = new ArrayList<>();

    private Comparison(Expectation expected, Decoding actual) {
        this.expected = expected;
        this.actual = actual;
    }

    static List<Finding> of(Expectation expected, Decoding actual) {
        Comparison comparison = new Comparison(expected, actual);
        comparison.choice("", expected.main());
        comparison.choices();
        expected.serverToolCalls()
                .ifPresent(calls -> comparison.calls(
                        "server_tool_calls", calls, m -> m.first().serverToolCalls()));
        expected.usage().ifPresent(comparison::usage);
        expected.error().ifPresent(comparison::error);
        if (expected.noError()) {
            comparison.noError();
        }
        comparison.counts();
        return comparison.findings;
    }

    private void choices() {
        for (int i = 0; i < expected.choices().size(); i++) {
            choice("choices[" + i + "].", expected.choices().get(i));
        }
        int stated = Math.max(1, expected.choices().size());
        int found = actual.message().choices().size();
        if (found > stated) {
            findings.add(new Finding(
                    "choices", count(stated), count(found), m -> m.choices().size() > stated));
        }
    }

    private static String count(int choices) {
        return choices == 1 ? "1 choice" : choices + " choices";
    }

    private void choice(String path, Expectation.Choice choice) {
        int index = choice.index();
        text(path + "text", choice.text(), m -> at(m, index).text());
        text(path + "reasoning", reasoning(choice), m -> at(m, index).reasoning());
        text(path + "refusal", choice.refusal(), m -> at(m, index).refusal());
        choice.toolCalls()
                .ifPresent(calls ->
                        calls(path + "tool_calls", calls, m -> at(m, index).toolCalls()));
        word(path + "finish_reason", choice.finishReason(), m -> at(m, index).finishWord());
    }

    /** That there is no reasoning says only that a reader who does not look into the details has seen none. */
    private Optional<String> reasoning(Expectation.Choice choice) {
        boolean inDetails = actual.message().deviations().containsKey(Deviation.REASONING_IN_DETAILS);
        return choice.reasoning().filter(stated -> !(stated.isEmpty() && inDetails));
    }

    private static Message.Choice at(Message message, int index) {
        return message.choices().stream()
                .filter(choice -> choice.index() == index)
                .findFirst()
                .orElse(Message.Choice.silent(index));
    }

    /** A text that grows: it departs with the piece that brings the first wrong character. */
    private void text(String field, Optional<String> stated, Function<Message, String> reader) {
        String found = reader.apply(actual.message());
        if (stated.isPresent() && !stated.get().equals(found)) {
            int at = Finding.firstDifference(stated.get(), found);
            findings.add(Finding.excerpt(
                    field, stated.get(), found, at, m -> reader.apply(m).length() > at));
        }
    }

    /** A value that is there at once: it departs where it becomes what it is in the end. */
    private void word(String field, Optional<String> stated, Function<Message, String> reader) {
        String found = reader.apply(actual.message());
        if (stated.isPresent() && !stated.get().equals(found)) {
            findings.add(new Finding(
                    field,
                    stated.get(),
                    found,
                    m -> !found.isEmpty() && reader.apply(m).equals(found)));
        }
    }

    private void calls(String field, List<Expectation.Call> stated, Function<Message, List<ToolCall>> reader) {
        List<ToolCall> found = reader.apply(actual.message());
        for (int i = 0; i < Math.min(stated.size(), found.size()); i++) {
            int index = i;
            call(field + '[' + i + ']', stated.get(i), m -> {
                List<ToolCall> calls = reader.apply(m);
                return index < calls.size() ? Optional.of(calls.get(index)) : Optional.empty();
            });
        }
        if (stated.size() != found.size()) {
            findings.add(new Finding(
                    field,
                    stated.size() + " calls",
                    found.size() + " calls",
                    m -> reader.apply(m).size() > stated.size()));
        }
    }

    private void call(String field, Expectation.Call stated, Function<Message, Optional<ToolCall>> reader) {
        Function<Message, String> arguments =
                m -> reader.apply(m).map(ToolCall::arguments).orElse("");
        word(field + ".id", stated.id(), m -> reader.apply(m).map(ToolCall::id).orElse(""));
        word(
                field + ".name",
                stated.name(),
                m -> reader.apply(m).map(ToolCall::name).orElse(""));
        text(field + ".arguments_raw", stated.argumentsRaw(), arguments);
        if (stated.arguments().isPresent()) {
            JsonNode value = stated.arguments().get();
            if (value.isString()) {
                text(field + ".arguments", Optional.of(value.asString()), arguments);
            } else {
                json(field + ".arguments", value, reader);
            }
        }
    }

    /** Arguments are compared by their meaning, and placed by the text that means something else. */
    private void json(String field, JsonNode stated, Function<Message, Optional<ToolCall>> reader) {
        String found = reader.apply(actual.message())
                .map(call -> CanonicalJson.ofText(call.argumentsJson()))
                .orElse("");
        String expectedJson = CanonicalJson.of(stated);
        if (!expectedJson.equals(found)) {
            int at = Finding.firstDifference(expectedJson, found);
            findings.add(Finding.excerpt(
                    field,
                    expectedJson,
                    found,
                    at,
                    m -> reader.apply(m).map(call -> call.arguments().length()).orElse(0) > at));
        }
    }

    private void usage(Expectation.Usage stated) {
        counter("usage.input", stated.input(), TokenUsage::input);
        counter("usage.output", stated.output(), TokenUsage::output);
        counter("usage.total", stated.total(), TokenUsage::total);
        counter("usage.cache_read", stated.cacheRead(), TokenUsage::cacheRead);
        counter("usage.cache_write", stated.cacheWrite(), TokenUsage::cacheWrite);
        counter("usage.reasoning", stated.reasoning(), TokenUsage::reasoning);
    }

    private void counter(String field, OptionalLong stated, ToLongFunction<TokenUsage> reader) {
        long found = reader.applyAsLong(actual.message().usage());
        if (stated.isPresent() && stated.getAsLong() != found) {
            String word = found == TokenUsage.UNKNOWN ? "not stated" : Long.toString(found);
            findings.add(new Finding(
                    field,
                    Long.toString(stated.getAsLong()),
                    word,
                    m -> found != TokenUsage.UNKNOWN && reader.applyAsLong(m.usage()) == found));
        }
    }

    private void error(Expectation.Failure stated) {
        Optional<TokenDelta.Failure> found = actual.message().error();
        if (found.isEmpty()) {
            findings.add(Finding.atTheEnd("error", stated.message().orElse("an error"), "no error"));
            return;
        }
        word(
                "error.type",
                stated.type(),
                m -> m.error().map(TokenDelta.Failure::type).orElse(""));
        word(
                "error.code",
                stated.code(),
                m -> m.error().map(TokenDelta.Failure::code).orElse(""));
        word(
                "error.message",
                stated.message(),
                m -> m.error().map(TokenDelta.Failure::message).orElse(""));
    }

    /**
     * An error in a field that the framing tells to ignore is none for a reader that keeps to the letter, who writes
     * expectations.
     */
    private void noError() {
        boolean outside = actual.message().deviations().containsKey(Deviation.PAYLOAD_OUTSIDE_FRAMING);
        actual.message()
                .error()
                .filter(error -> !outside)
                .ifPresent(error -> findings.add(new Finding(
                        "error", "no error", error.message(), m -> m.error().isPresent())));
    }

    private void counts() {
        total("event_count", expected.eventCount(), actual.eventCount());
        total("comment_lines", expected.commentLines(), actual.commentLines());
        total("unparsable_data", expected.unparsableData(), actual.unparsableData());
        flag("has_done_sentinel", expected.doneSentinel(), actual.doneSentinel());
        flag("undispatched_tail_event", expected.undispatchedTailEvent(), actual.undispatchedTailEvent());
        actual.failure().ifPresent(failure -> findings.add(Finding.atTheEnd("failure", "none", failure.describe())));
        if (!actual.message().exceeded().isEmpty()) {
            findings.add(
                    Finding.atTheEnd("exceeded", "no limit", actual.message().exceeded()));
        }
    }

    private void total(String field, OptionalLong stated, long found) {
        if (stated.isPresent() && stated.getAsLong() != found) {
            findings.add(Finding.atTheEnd(field, stated.getAsLong(), found));
        }
    }

    private void flag(String field, Optional<Boolean> stated, boolean found) {
        if (stated.isPresent() && stated.get() != found) {
            findings.add(Finding.atTheEnd(field, stated.get(), found));
        }
    }
}
