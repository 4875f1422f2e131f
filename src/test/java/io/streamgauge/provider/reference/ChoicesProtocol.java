package io.streamgauge.provider.reference;

import static java.util.Map.entry;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import java.util.List;
import java.util.Map;

/** OpenAI's chunks of choices, and what compatible servers make of them; protocols.md 2, 8 and 11.4. */
abstract class ChoicesProtocol extends Protocol {
    /** A first choice with such a number is none: the server counts tokens. */
    private static final int FIRST_COUNT = 16;

    private static final Map<String, FinishReason> WORDS = Map.ofEntries(
            entry("stop", FinishReason.STOP),
            entry("end", FinishReason.STOP),
            entry("eos", FinishReason.STOP),
            entry("length", FinishReason.LENGTH),
            entry("max_tokens", FinishReason.LENGTH),
            entry("model_length", FinishReason.LENGTH),
            entry("tool_calls", FinishReason.TOOL_CALLS),
            entry("function_call", FinishReason.TOOL_CALLS),
            entry("content_filter", FinishReason.CONTENT_FILTER),
            entry("sensitive", FinishReason.CONTENT_FILTER),
            entry("abort", FinishReason.CANCELLED),
            entry("error", FinishReason.ERROR),
            entry("network_error", FinishReason.ERROR),
            entry("insufficient_system_resource", FinishReason.ERROR));

    private enum Numbers {
        UNKNOWN,
        CHOICES,
        TOKENS
    }

    private Numbers numbers = Numbers.UNKNOWN;

    ChoicesProtocol(DeltaHandler handler) {
        super(handler, false, true);
    }

    /** Tells all that a choice says but why it ended. */
    abstract void content(int number, Json choice);

    /** An error beside choices is told first, and they are told all the same. */
    @Override
    final boolean isBareError(Frame.Event event, Json root) {
        boolean hasChoices = root.get("choices").is(Json.Kind.ARRAY);
        if (hasError(event, root)) {
            return !hasChoices;
        }
        boolean isErrorObject = !hasChoices && root.get("object").string().equals("error");
        if (isErrorObject) {
            error(root);
        }
        return isErrorObject;
    }

    @Override
    final void event(Frame.Event event, Json root) {
        start(root.get("id"), root.get("model"));
        Json choices = root.get("choices");
        Json groq = root.get("x_groq");
        if (choices.is(Json.Kind.ARRAY)) {
            choices(choices.elements);
        } else if (!root.get("usage").isPresent() && !groq.isPresent()) {
            deviation(Deviation.MISSING_CHOICES);
        }
        countTokens(groq.get("usage"));
        if (groq.get("error").saysSomething()) {
            error(groq.get("error"));
        }
        countTokens(root.get("usage"));
    }

    private void choices(List<Json> choices) {
        for (int position = 0; position < choices.size(); position++) {
            if (choices.get(position).is(Json.Kind.OBJECT)) {
                choice(position, choices.get(position));
            }
        }
    }

    private void choice(int position, Json choice) {
        int number = number(choice.get("index").index(position));
        boolean isLate = isFinished(number);
        int before = pieces;
        spoke(number);
        content(number, choice);
        if (isLate && pieces > before) {
            deviation(Deviation.CONTENT_AFTER_FINISH);
        }
        if (choice.get("error").saysSomething()) {
            error(choice.get("error"));
        }
        finish(number, choice);
        countTokens(choice.get("usage"));
    }

    private int number(int index) {
        if (numbers == Numbers.UNKNOWN) {
            numbers = index < FIRST_COUNT ? Numbers.CHOICES : Numbers.TOKENS;
        }
        if (numbers == Numbers.TOKENS) {
            deviation(Deviation.CHOICE_INDEX_COUNTS_TOKENS);
            return 0;
        }
        return index;
    }

    private void finish(int number, Json choice) {
        Json common = choice.get("finish_reason");
        Json backend = choice.get("native_finish_reason");
        if (common.string().isEmpty()) {
            return;
        }
        boolean isBackendsFault = meaning(WORDS, backend.string()) == FinishReason.ERROR;
        Json word = isBackendsFault ? backend : common;
        FinishReason reason = meaning(WORDS, word.string());
        finish(number, reason, word.string());
        if (reason == FinishReason.ERROR) {
            failedWith(word);
        }
    }

    private void countTokens(Json object) {
        countTokens(this, object);
        usage(object);
    }

    /** Takes over the counters of a usage object of OpenAI; DeepSeek and Moonshot put cached tokens elsewhere. */
    static void countTokens(Teller teller, Json object) {
        teller.usage.input(object.get("prompt_tokens").count());
        teller.usage.output(object.get("completion_tokens").count());
        teller.usage.total(object.get("total_tokens").count());
        teller.usage.cacheRead(object.get("cached_tokens").count());
        teller.usage.cacheRead(object.get("prompt_cache_hit_tokens").count());
        Json prompt = object.get("prompt_tokens_details");
        teller.usage.cacheRead(prompt.get("cached_tokens").count());
        teller.usage.cacheWrite(prompt.get("cache_write_tokens").count());
        Json completion = object.get("completion_tokens_details");
        teller.usage.reasoning(completion.get("reasoning_tokens").count());
    }
}
