package io.streamgauge.delta;

import io.streamgauge.bytes.ByteSlice;

/** What one event says about one tool call: a reused view, valid only until {@link DeltaHandler#onToolCall} returns. */
public final class ToolCallDelta {
    /** The index of a call to which the provider gave none. */
    public static final int NO_INDEX = -1;

    /** How {@link #arguments()} is to be understood. */
    public enum Form {
        /** A piece to append; may be empty. */
        FRAGMENT,
        /** The whole text of the arguments; replaces what came before, when it is not empty. */
        WHOLE,
        /** Arguments that count only if no piece follows, such as the {@code input} of an Anthropic block start. */
        FALLBACK
    }

    /** Who runs the tool. */
    public enum Kind {
        /** The application, with JSON arguments. */
        FUNCTION,
        /** The application, with free text for arguments. */
        CUSTOM,
        /** The provider itself, within the answer. */
        SERVER
    }

    private final ByteSlice id = new ByteSlice();
    private final ByteSlice name = new ByteSlice();
    private final ByteSlice arguments = new ByteSlice();
    private int choice;
    private int index = NO_INDEX;
    private Form form = Form.FRAGMENT;
    private Kind kind = Kind.FUNCTION;

    /** Makes this view say nothing about call {@code index} of {@code choice}; fill in what is known. */
    public ToolCallDelta begin(int choice, int index) {
        this.choice = choice;
        this.index = index;
        form = Form.FRAGMENT;
        kind = Kind.FUNCTION;
        id.clear();
        name.clear();
        arguments.clear();
        return this;
    }

    /** Sets how the arguments are to be understood. */
    public ToolCallDelta form(Form form) {
        this.form = form;
        return this;
    }

    /** Sets who runs the tool. */
    public ToolCallDelta kind(Kind kind) {
        this.kind = kind;
        return this;
    }

    /** The choice the call belongs to. */
    public int choice() {
        return choice;
    }

    /** The provider's index of the call within its choice, or {@link #NO_INDEX}. */
    public int index() {
        return index;
    }

    /** The id; empty when the event gives none. */
    public ByteSlice id() {
        return id;
    }

    /** The tool's name; empty when the event gives none. */
    public ByteSlice name() {
        return name;
    }

    /** A piece or all of the arguments, as {@link #form()} says. */
    public ByteSlice arguments() {
        return arguments;
    }

    /** How {@link #arguments()} is to be understood. */
    public Form form() {
        return form;
    }

    /** Who runs the tool. */
    public Kind kind() {
        return kind;
    }
}
