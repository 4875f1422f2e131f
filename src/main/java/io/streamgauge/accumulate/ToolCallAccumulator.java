package io.streamgauge.accumulate;

import io.streamgauge.accumulate.AccumulatorLimits.Limit;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.Utf8Strings;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.ToolCallDelta;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the pieces of tool calls together, as real servers send them. The rules, in their order:
 *
 * <ol>
 *   <li>An empty id, name or piece says nothing.
 *   <li>Id and name are set once. Repeating them says nothing, changing them is a deviation, and they are never
 *       appended to.
 *   <li>A piece with an index belongs to the newest call of that index. It begins a call of its own if it brings a
 *       name, and either another id than that call has, or no id while the arguments of that call are whole: servers
 *       that give every call index 0 do this. Another id without a name goes on with the call.
 *   <li>A piece without an index belongs to the call of its id. A new id begins a call; so does a name, unless it only
 *       repeats the name of the last call whose arguments are visibly unfinished. A piece with neither goes on with the
 *       last open call of its choice.
 *   <li>Arguments may come before the name.
 *   <li>A fragment is appended, a whole text replaces, a fallback counts only if nothing else comes.
 *   <li>Of {@code {}} with another object behind it the latter counts.
 *   <li>Nothing is judged before the call, its choice or the stream has ended: arguments that parse may still go on. A
 *       second finish resets nothing.
 *   <li>No arguments mean {@code {}}; arguments that are not JSON are kept as they are.
 * </ol>
 *
 * <p>Each byte is copied once, and looked at only when a rule needs to know whether arguments are whole.
 */
public final class ToolCallAccumulator implements DeltaHandler {
    private static final int MAX_FINISHED_CHOICES = Long.SIZE;

    private final AccumulatorLimits limits;
    private final ToolCallCopier copier;
    private final List<PendingCall> calls = new ArrayList<>();
    private final Deque<PendingCall> spareCalls = new ArrayDeque<>();
    private final Consumer<PendingCall> toSpare = spareCalls::addLast;
    private final DeviationCounts deviations = new DeviationCounts();
    private final Set<Limit> exceeded = EnumSet.noneOf(Limit.class);
    private long finishedChoices;

    @Nullable
    private EndReason end;

    /** Makes an accumulator with default limits. */
    public ToolCallAccumulator() {
        this(AccumulatorLimits.DEFAULTS);
    }

    /** Makes an accumulator that keeps no more than {@code limits} allow. */
    public ToolCallAccumulator(AccumulatorLimits limits) {
        this(limits, new Utf8Strings());
    }

    ToolCallAccumulator(AccumulatorLimits limits, Utf8Strings strings) {
        this.limits = limits;
        copier = new ToolCallCopier(strings);
    }

    @Override
    public void onToolCall(ToolCallDelta delta) {
        @Nullable PendingCall call = delta.index() == ToolCallDelta.NO_INDEX ? byIdOrName(delta) : byIndex(delta);
        call = call == null ? begin(delta) : call;
        if (call != null) {
            add(delta, call);
        }
    }

    @Override
    public void onToolCallEnd(int choice, int index) {
        @Nullable PendingCall call = index == ToolCallDelta.NO_INDEX ? lastOpen(choice) : newest(choice, index);
        if (call != null) {
            call.end();
        }
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        finishedChoices |= choice < MAX_FINISHED_CHOICES ? 1L << choice : 0;
    }

    @Override
    public void onEnd(EndReason reason) {
        end = reason;
        for (int i = 0; i < calls.size(); i++) {
            if (isSettled(calls.get(i)) && calls.get(i).hasRepeatedArguments()) {
                deviations.add(Deviation.REPEATED_TOOL_ARGUMENTS);
            }
        }
    }

    /**
     * Copies of the calls of {@code choice} that are for the application to run, in the order they began. Costs a check
     * of all their arguments.
     */
    public List<ToolCall> toolCalls(int choice) {
        return copies(choice, false);
    }

    /** Copies of the calls of {@code choice} that the provider ran itself. */
    public List<ToolCall> serverToolCalls(int choice) {
        return copies(choice, true);
    }

    /** Whether the application has any call of {@code choice} to run. */
    public boolean hasToolCalls(int choice) {
        return calls.stream().anyMatch(call -> call.choice() == choice && !call.isServerCall());
    }

    /** The departures that only show when pieces are put together, and how often they were seen. */
    public Map<Deviation, Integer> deviations() {
        return Collections.unmodifiableMap(deviations.copy());
    }

    DeviationCounts deviationCounts() {
        return deviations;
    }

    /** The limits that were exceeded, so that something is missing. */
    public Set<Limit> exceeded() {
        return Set.copyOf(exceeded);
    }

    /** Makes this ready for another stream; space is kept. */
    public void reset() {
        calls.forEach(toSpare);
        calls.clear();
        deviations.clear();
        exceeded.clear();
        finishedChoices = 0;
        end = null;
    }

    private @Nullable PendingCall byIndex(ToolCallDelta delta) {
        @Nullable PendingCall call = newest(delta.choice(), delta.index());
        if (call == null || !beginsAnother(delta, call)) {
            return call;
        }
        deviations.add(Deviation.SHARED_TOOL_CALL_INDEX);
        return null;
    }

    private static boolean beginsAnother(ToolCallDelta delta, PendingCall call) {
        if (delta.name().isEmpty() || call.name().isEmpty()) {
            return false;
        }
        if (!delta.id().isEmpty()) {
            return !call.id().isEmpty() && !call.id().contentEquals(delta.id());
        }
        boolean repeatsWhole =
                delta.form() == ToolCallDelta.Form.WHOLE && call.name().contentEquals(delta.name());
        return !(repeatsWhole && call.arguments().contentEquals(delta.arguments())) && call.hasWholeArguments();
    }

    private @Nullable PendingCall byIdOrName(ToolCallDelta delta) {
        if (!delta.id().isEmpty()) {
            return withId(delta.choice(), delta.id());
        }
        @Nullable PendingCall last = lastOpen(delta.choice());
        if (last == null || delta.name().isEmpty()) {
            return last;
        }
        boolean visiblyUnfinished = !last.arguments().isEmpty() && !last.hasWholeArguments();
        return visiblyUnfinished && last.name().contentEquals(delta.name()) ? last : null;
    }

    private @Nullable PendingCall begin(ToolCallDelta delta) {
        if (calls.size() == limits.maxToolCalls()) {
            exceeded.add(Limit.TOOL_CALLS);
            return null;
        }
        PendingCall call = spareCalls.isEmpty() ? new PendingCall(limits) : spareCalls.removeFirst();
        call.begin(delta.choice(), delta.index());
        calls.add(call);
        return call;
    }

    private void add(ToolCallDelta delta, PendingCall call) {
        call.kind(delta.kind());
        if (!call.id().setOnce(delta.id()) || !call.name().setOnce(delta.name())) {
            exceeded.add(Limit.ID_BYTES);
        }
        if (isChanged(call.id(), delta.id()) || isChanged(call.name(), delta.name())) {
            deviations.add(Deviation.CHANGED_TOOL_CALL);
        }
        if (!call.take(delta.arguments(), delta.form())) {
            exceeded.add(Limit.ARGUMENT_BYTES);
        }
    }

    private static boolean isChanged(BoundedText known, ByteSlice stated) {
        return !stated.isEmpty() && !known.isEmpty() && !known.contentEquals(stated);
    }

    // Pieces nearly always belong to one of the newest calls, so all searches begin there.

    private @Nullable PendingCall newest(int choice, int index) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            PendingCall call = calls.get(i);
            if (call.choice() == choice && call.index() == index) {
                return call;
            }
        }
        return null;
    }

    private @Nullable PendingCall withId(int choice, ByteSlice id) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            PendingCall call = calls.get(i);
            if (call.choice() == choice && call.id().contentEquals(id)) {
                return call;
            }
        }
        return null;
    }

    private @Nullable PendingCall lastOpen(int choice) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            PendingCall call = calls.get(i);
            if (call.choice() == choice && call.isOpen()) {
                return call;
            }
        }
        return null;
    }

    private List<ToolCall> copies(int choice, boolean serverCalls) {
        List<ToolCall> copies = new ArrayList<>();
        for (PendingCall call : calls) {
            if (call.choice() == choice && call.isServerCall() == serverCalls) {
                copies.add(copier.copy(call, isSettled(call)));
            }
        }
        return List.copyOf(copies);
    }

    private boolean isSettled(PendingCall call) {
        boolean choiceFinished = call.choice() < MAX_FINISHED_CHOICES && (finishedChoices & 1L << call.choice()) != 0;
        return choiceFinished || (end != null && end.isComplete());
    }
}
