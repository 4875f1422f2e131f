package io.streamgauge.benchmarks.peers;

import io.streamgauge.benchmarks.AnswerSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a message together as a careful application does: calls by their index, and where there is none by their id. A
 * server that gives every call the index 0 begins another one with another id.
 */
final class WholeMessage implements Answer {
    private final AnswerSink sink;
    private final List<Choice> choices = new ArrayList<>();

    WholeMessage(AnswerSink sink) {
        this.sink = sink;
    }

    private static final class Choice {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder reasoning = new StringBuilder();
        private final List<Call> calls = new ArrayList<>();
    }

    private static final class Call {
        private final int index;
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();

        Call(int index) {
            this.index = index;
        }

        boolean isMeant(int index, String id, String name) {
            if (index != NO_INDEX) {
                return index == this.index;
            }
            return id.isEmpty() ? name.isEmpty() : id.equals(this.id);
        }

        boolean isAnother(String id, String name) {
            return !name.isEmpty() && !id.isEmpty() && !this.id.isEmpty() && !id.equals(this.id);
        }
    }

    @Override
    public void text(int choice, String text) {
        choice(choice).text.append(text);
    }

    @Override
    public void reasoning(int choice, String text) {
        choice(choice).reasoning.append(text);
    }

    @Override
    public void toolCall(int choice, int index, String id, String name, String arguments) {
        List<Call> calls = choice(choice).calls;
        Call call = newest(calls, index, id, name);
        if (call == null || call.isAnother(id, name)) {
            call = new Call(index);
            calls.add(call);
        }
        call.id = call.id.isEmpty() ? id : call.id;
        call.name = call.name.isEmpty() ? name : call.name;
        call.arguments.append(arguments);
    }

    private static @Nullable Call newest(List<Call> calls, int index, String id, String name) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).isMeant(index, id, name)) {
                return calls.get(i);
            }
        }
        return null;
    }

    private Choice choice(int index) {
        while (choices.size() <= index) {
            choices.add(new Choice());
        }
        return choices.get(index);
    }

    @Override
    public void end() {
        for (Choice choice : choices) {
            sink.piece(choice.reasoning.toString());
            sink.piece(choice.text.toString());
            for (Call call : choice.calls) {
                sink.piece(call.id);
                sink.piece(call.name);
                sink.piece(call.arguments.toString());
            }
        }
    }
}
