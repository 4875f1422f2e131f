package io.streamgauge.accumulate;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonTape;
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
    private final int choice;
    private final int index;
    private ToolCallDelta.Kind kind = ToolCallDelta.Kind.FUNCTION;
    private Progress progress = Progress.OPEN;
    private boolean onlyFallback;

    @Nullable
    private JsonCursor cursor;

    PendingCall(int choice, int index, AccumulatorLimits limits) {
        this.choice = choice;
        this.index = index;
        id = new BoundedText(limits.maxIdBytes());
        name = new BoundedText(limits.maxIdBytes());
        arguments = new BoundedText(limits.maxArgumentBytes());
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
            cursor = null;
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
     * A copy of the call as it stands.
     *
     * @param settled whether the stream has come far enough that nothing can follow
     */
    ToolCall toToolCall(boolean settled) {
        if (!settled && isOpen()) {
            return copy(0, ToolCall.Status.INCOMPLETE, -1, "the call was not ended");
        }
        if (arguments.isFull()) {
            return copy(0, ToolCall.Status.INCOMPLETE, -1, "the arguments exceed their limit");
        }
        if (arguments.isEmpty()) {
            return copy(0, ToolCall.Status.EMPTY, -1, "");
        }
        return kind == ToolCallDelta.Kind.CUSTOM ? copy(0, ToolCall.Status.VALID, -1, "") : checked();
    }

    private ToolCall checked() {
        JsonTape json = new JsonTape();
        if (json.parse(arguments.array(), 0, arguments.length())) {
            return copy(0, ToolCall.Status.VALID, -1, "");
        }
        if (hasRepeatedArguments()) {
            return copy(lastObject(), ToolCall.Status.VALID, -1, "");
        }
        int at = json.errorOffset();
        String problem = at == arguments.length()
                ? "the arguments end before their JSON does"
                : "the arguments stop being JSON at byte " + at;
        return copy(0, ToolCall.Status.INVALID, at, problem);
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

    private int lastObject() {
        return cursor == null ? 0 : cursor.start();
    }

    private ToolCall copy(int from, ToolCall.Status status, int errorOffset, String problem) {
        ByteSlice text = new ByteSlice().wrap(arguments.array(), from, arguments.length() - from);
        return new ToolCall(
                choice, index, id.copyUtf8(), name.copyUtf8(), kind, text.copyUtf8(), status, errorOffset, problem);
    }
}
