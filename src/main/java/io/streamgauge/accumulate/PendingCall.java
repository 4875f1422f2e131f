package io.streamgauge.accumulate;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.ToolCallDelta;
import org.jspecify.annotations.Nullable;

/** A tool call that may still grow. */
final class PendingCall {
    /** How far the call has come. */
    enum Progress {
        /** Pieces may follow. */
        OPEN,
        /** The provider said that the arguments are whole. */
        ENDED
    }

    private final BoundedText id;
    private final BoundedText name;
    private final BoundedText arguments;
    private int choice;
    private int index;
    private ToolCallDelta.Kind kind = ToolCallDelta.Kind.FUNCTION;
    private Progress progress = Progress.OPEN;
    private boolean onlyFallback;

    @Nullable
    private JsonCursor cursor;

    PendingCall(AccumulatorLimits limits) {
        id = new BoundedText(limits.maxIdBytes());
        name = new BoundedText(limits.maxIdBytes());
        arguments = new BoundedText(limits.maxArgumentBytes());
    }

    /** Forgets all that came, and stands for another call from now on. */
    void begin(int choice, int index) {
        this.choice = choice;
        this.index = index;
        id.clear();
        name.clear();
        arguments.clear();
        kind = ToolCallDelta.Kind.FUNCTION;
        progress = Progress.OPEN;
        onlyFallback = false;
        forgetReading();
    }

    private void forgetReading() {
        if (cursor != null) {
            cursor.reset();
        }
    }

    int choice() {
        return choice;
    }

    int index() {
        return index;
    }

    boolean isOpen() {
        return progress == Progress.OPEN;
    }

    ToolCallDelta.Kind kind() {
        return kind;
    }

    boolean isServerCall() {
        return kind == ToolCallDelta.Kind.SERVER;
    }

    void end() {
        progress = Progress.ENDED;
    }

    void kind(ToolCallDelta.Kind stated) {
        kind = stated == ToolCallDelta.Kind.FUNCTION ? kind : stated;
    }

    BoundedText id() {
        return id;
    }

    BoundedText name() {
        return name;
    }

    BoundedText arguments() {
        return arguments;
    }

    /** Takes arguments by the rules of their form. Answers whether there was room. */
    boolean take(ByteSlice text, ToolCallDelta.Form form) {
        if (text.isEmpty()) {
            return true;
        }
        boolean replaces = form == ToolCallDelta.Form.WHOLE || onlyFallback;
        if (form == ToolCallDelta.Form.FALLBACK && (!arguments.isEmpty() || isEmptyObject(text))) {
            return true;
        }
        onlyFallback = form == ToolCallDelta.Form.FALLBACK;
        if (replaces) {
            forgetReading();
            return arguments.replace(text);
        }
        return arguments.append(text);
    }

    /** An empty object to fall back on says no more than no arguments at all. */
    private static boolean isEmptyObject(ByteSlice text) {
        int last = text.length() - 1;
        if (last < 1 || text.byteAt(0) != '{' || text.byteAt(last) != '}') {
            return false;
        }
        for (int i = 1; i < last; i++) {
            if (text.byteAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Whether the arguments so far are one whole JSON text. Reads only what came since it was last asked. */
    boolean hasWholeArguments() {
        if (arguments.isEmpty()) {
            return false;
        }
        if (cursor == null) {
            cursor = new JsonCursor();
        }
        cursor.advance(arguments.array(), arguments.length());
        return cursor.state() == JsonCursor.State.DONE;
    }

    /**
     * Whether the text is {@code {}} with another object behind it, which some servers send when they learn the
     * arguments late.
     */
    boolean hasRepeatedArguments() {
        return beginsWithEmptyObject() && hasWholeArguments() && lastObject() > 0;
    }

    /** A look at the first bytes, which spares nearly every call the reading of the rest. */
    private boolean beginsWithEmptyObject() {
        byte[] text = arguments.array();
        int at = 1;
        while (at < arguments.length() && text[at] <= ' ') {
            at++;
        }
        return at < arguments.length() - 1 && text[0] == '{' && text[at] == '}';
    }

    /** Where the last of several objects begins; 0 unless {@link #hasRepeatedArguments()}. */
    int lastObject() {
        return cursor == null ? 0 : cursor.start();
    }
}
