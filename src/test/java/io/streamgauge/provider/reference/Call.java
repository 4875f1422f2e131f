package io.streamgauge.provider.reference;

import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.ToolCallDelta;

/** What one event says of one call, filled in word by word. */
final class Call {
    final int choice;
    final int index;
    String id = "";
    String name = "";
    String arguments = "";
    ToolCallDelta.Form form = ToolCallDelta.Form.FRAGMENT;
    private ToolCallDelta.Kind kind = ToolCallDelta.Kind.FUNCTION;

    Call(int choice, int index) {
        this.choice = choice;
        this.index = index;
    }

    Call named(String id, String name) {
        this.id = id;
        this.name = name;
        return this;
    }

    Call with(String arguments) {
        this.arguments = arguments;
        return this;
    }

    Call form(ToolCallDelta.Form form) {
        this.form = form;
        return this;
    }

    Call kind(ToolCallDelta.Kind kind) {
        this.kind = kind;
        return this;
    }

    TokenDelta.Tool delta() {
        return new TokenDelta.Tool(choice, index, id, name, arguments, form, kind);
    }
}
