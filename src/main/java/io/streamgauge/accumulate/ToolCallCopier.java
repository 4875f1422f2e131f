package io.streamgauge.accumulate;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.bytes.Utf8Strings;
import io.streamgauge.delta.ToolCallDelta;

/** Copies calls and checks their arguments, in space that all calls share. */
final class ToolCallCopier {
    private final JsonTape json = new JsonTape();
    private final ByteSlice text = new ByteSlice();
    private final Utf8Strings strings;

    ToolCallCopier(Utf8Strings strings) {
        this.strings = strings;
    }

    /**
     * A copy of the call as it stands.
     *
     * @param settled whether the stream has come far enough that nothing can follow
     */
    ToolCall copy(PendingCall call, boolean settled) {
        if (!settled && call.isOpen()) {
            return copy(call, ToolCall.Status.INCOMPLETE, "the call was not ended");
        }
        if (call.arguments().isFull()) {
            return copy(call, ToolCall.Status.INCOMPLETE, "the arguments exceed their limit");
        }
        if (call.arguments().isEmpty()) {
            return copy(call, ToolCall.Status.EMPTY, "");
        }
        return call.kind() == ToolCallDelta.Kind.CUSTOM ? copy(call, ToolCall.Status.VALID, "") : checked(call);
    }

    private ToolCall checked(PendingCall call) {
        BoundedText arguments = call.arguments();
        if (json.parse(arguments.view(text))) {
            return copy(call, ToolCall.Status.VALID, "");
        }
        if (call.hasRepeatedArguments()) {
            return copy(call, call.lastObject(), ToolCall.Status.VALID, -1, "");
        }
        int at = json.errorOffset();
        String problem = at == arguments.length()
                ? "the arguments end before their JSON does"
                : "the arguments stop being JSON at byte " + at;
        return copy(call, 0, ToolCall.Status.INVALID, at, problem);
    }

    private ToolCall copy(PendingCall call, ToolCall.Status status, String problem) {
        return copy(call, 0, status, -1, problem);
    }

    private ToolCall copy(PendingCall call, int from, ToolCall.Status status, int errorOffset, String problem) {
        BoundedText arguments = call.arguments();
        return new ToolCall(
                call.choice(),
                call.index(),
                call.id().copy(strings),
                call.name().copy(strings),
                call.kind(),
                strings.copy(arguments.array(), from, arguments.length() - from),
                status,
                errorOffset,
                problem);
    }
}
