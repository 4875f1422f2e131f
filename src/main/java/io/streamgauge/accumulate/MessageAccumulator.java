package io.streamgauge.accumulate;

import io.streamgauge.accumulate.AccumulatorLimits.Limit;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.Utf8Strings;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenDeltas;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the deltas of one stream together.
 *
 * <p>Text is copied once into growing buffers; strings are made only by {@link #message()}, which may be called at any
 * time, during the stream too. {@link #reset()} keeps the buffers, so that an accumulator that has seen messages as
 * large allocates no more for another than what {@link #message()} returns.
 *
 * <p>Of several finish words of a choice the last counts, because Gemini and its imitators say STOP early and the real
 * reason at the end; but a plain "stop" never takes back a more exact word, because gateways send "tool_calls" and then
 * "stop". Text behind a finish word still counts. Of several ids, models and errors the first counts, of several usage
 * counters the last.
 */
public final class MessageAccumulator implements DeltaHandler {
    private static final Comparator<ChoiceText> BY_INDEX = Comparator.comparingInt(ChoiceText::index);

    private final AccumulatorLimits limits;
    private final ToolCallAccumulator toolCalls;
    private final BoundedText responseId;
    private final BoundedText model;
    private final Utf8Strings strings = new Utf8Strings();
    private final List<ChoiceText> choices = new ArrayList<>();
    private final Deque<ChoiceText> spareChoices = new ArrayDeque<>();
    private final Consumer<ChoiceText> toSpare = spareChoices::addLast;
    private final List<TokenDelta.Opaque> opaque = new ArrayList<>();
    private final DeviationCounts deviations = new DeviationCounts();
    private final Set<Limit> exceeded = EnumSet.noneOf(Limit.class);
    private final TokenUsage usage = new TokenUsage();
    private long opaqueBytes;

    private TokenDelta.@Nullable Failure error;

    @Nullable
    private EndReason end;

    /** Makes an accumulator with default limits. */
    public MessageAccumulator() {
        this(AccumulatorLimits.DEFAULTS);
    }

    /** Makes an accumulator that keeps no more than {@code limits} allow. */
    public MessageAccumulator(AccumulatorLimits limits) {
        this.limits = limits;
        toolCalls = new ToolCallAccumulator(limits, strings);
        responseId = new BoundedText(limits.maxIdBytes());
        model = new BoundedText(limits.maxIdBytes());
    }

    @Override
    public void onStart(ByteSlice responseId, ByteSlice model) {
        note(this.responseId.setOnce(responseId), Limit.ID_BYTES);
        note(this.model.setOnce(model), Limit.ID_BYTES);
    }

    @Override
    public void onText(int choice, int part, ByteSlice text) {
        @Nullable ChoiceText said = choice(choice);
        note(said == null || said.text().append(text), Limit.TEXT_BYTES);
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice text) {
        @Nullable ChoiceText said = choice(choice);
        note(said == null || said.reasoning().append(text), Limit.TEXT_BYTES);
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice text) {
        @Nullable ChoiceText said = choice(choice);
        note(said == null || said.refusal().append(text), Limit.TEXT_BYTES);
    }

    @Override
    public void onToolCall(ToolCallDelta call) {
        if (choice(call.choice()) != null) {
            toolCalls.onToolCall(call);
        }
    }

    @Override
    public void onToolCallEnd(int choice, int index) {
        toolCalls.onToolCallEnd(choice, index);
    }

    @Override
    public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
        long size = (long) payload.length() + AccumulatorLimits.OPAQUE_OVERHEAD_BYTES;
        boolean fits = size <= limits.maxOpaqueBytes() - opaqueBytes;
        note(fits, Limit.OPAQUE_BYTES);
        if (fits) {
            opaqueBytes += size;
            opaque.add(new TokenDelta.Opaque(kind, choice, part, strings.copy(payload)));
        }
    }

    @Override
    public void onUsage(TokenUsage usage) {
        this.usage.update(usage);
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        @Nullable ChoiceText said = choice(choice);
        note(said == null || said.finish(reason, raw), Limit.ID_BYTES);
        toolCalls.onFinish(choice, reason, raw);
    }

    @Override
    public void onError(ProviderError error) {
        if (this.error == null) {
            this.error = TokenDeltas.failure(error);
        }
    }

    @Override
    public void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {
        deviations.add(deviation);
    }

    @Override
    public void onEnd(EndReason reason) {
        end = reason;
        toolCalls.onEnd(reason);
    }

    /** A copy of everything said so far. Costs a copy of all text and a check of all tool arguments. */
    public Message message() {
        List<Message.Choice> said = new ArrayList<>(choices.size());
        for (ChoiceText choice : choices) {
            said.add(choice.copy(
                    strings, toolCalls.toolCalls(choice.index()), toolCalls.serverToolCalls(choice.index())));
        }
        DeviationCounts seen = new DeviationCounts();
        seen.addAll(deviations);
        seen.addAll(toolCalls.deviationCounts());
        Set<Limit> missing = EnumSet.noneOf(Limit.class);
        missing.addAll(exceeded);
        missing.addAll(toolCalls.exceeded());
        return new Message(
                responseId.copy(strings),
                model.copy(strings),
                List.copyOf(said),
                usage.copy(),
                Optional.ofNullable(error),
                Optional.ofNullable(end),
                Collections.unmodifiableMap(seen.copy()),
                List.copyOf(opaque),
                Collections.unmodifiableSet(missing));
    }

    /**
     * Points {@code target} at the text of {@code choice} so far; empty when it has said nothing.
     *
     * @return {@code target}, valid until the next delta
     */
    public ByteSlice text(int choice, ByteSlice target) {
        for (ChoiceText said : choices) {
            if (said.index() == choice) {
                return said.text().view(target);
            }
        }
        return target.clear();
    }

    /** Makes this ready for another stream; space is kept. */
    public void reset() {
        toolCalls.reset();
        responseId.clear();
        model.clear();
        choices.forEach(toSpare);
        choices.clear();
        opaque.clear();
        deviations.clear();
        exceeded.clear();
        usage.clear();
        opaqueBytes = 0;
        error = null;
        end = null;
    }

    private @Nullable ChoiceText choice(int index) {
        for (int i = choices.size() - 1; i >= 0; i--) {
            if (choices.get(i).index() == index) {
                return choices.get(i);
            }
        }
        if (choices.size() == limits.maxChoices()) {
            exceeded.add(Limit.CHOICES);
            return null;
        }
        ChoiceText said = spareChoices.isEmpty() ? new ChoiceText(limits) : spareChoices.removeFirst();
        said.begin(index);
        choices.add(said);
        choices.sort(BY_INDEX);
        return said;
    }

    private void note(boolean fits, Limit limit) {
        if (!fits) {
            exceeded.add(limit);
        }
    }
}
