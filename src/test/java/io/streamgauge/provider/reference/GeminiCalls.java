package io.streamgauge.provider.reference;

import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.ToolCallDelta;
import java.util.ArrayList;
import java.util.List;

/** The calls of one candidate, numbered as they come; protocols.md 5.2. */
final class GeminiCalls {
    /** So many ids are remembered. */
    private static final int MAX_IDS = 256;

    private final Protocol protocol;
    private final int choice;
    private final List<String> ids = new ArrayList<>();
    private int count;

    /** The arguments that come in pieces just now; null when none do. */
    private PathArguments streamed;

    GeminiCalls(Protocol protocol, int choice) {
        this.protocol = protocol;
        this.choice = choice;
    }

    int latest() {
        return Math.max(0, count - 1);
    }

    /** A call that the provider answers itself: whole as soon as it is told. */
    void serverCall(Json value, String usualName, Json arguments) {
        String type = value.get("toolType").string();
        Call call = new Call(choice, count++).named(value.get("id").string(), type.isEmpty() ? usualName : type);
        protocol.call(whole(call, arguments).kind(ToolCallDelta.Kind.SERVER));
        protocol.callEnd(choice, latest());
    }

    private static Call whole(Call call, Json arguments) {
        return arguments.isPresent() ? call.form(ToolCallDelta.Form.WHOLE).with(arguments.word()) : call;
    }

    /** The beginning of a call if it has a name, and otherwise the rest of the one before. */
    void functionCall(Json value) {
        boolean isBeginning = !value.get("name").string().isEmpty();
        String id = value.get("id").string();
        List<Json> pieces = value.get("partialArgs").elements;
        boolean goesOn = value.get("willContinue").is(Json.Kind.TRUE);
        if (isBeginning && !id.isEmpty() && ids.contains(id)) {
            boolean isSameCall = streamed != null && id.equals(ids.get(ids.size() - 1));
            if (!isSameCall) {
                return;
            }
        } else if (isBeginning) {
            begin(id, value);
            if (!goesOn && pieces.isEmpty()) {
                protocol.callEnd(choice, latest());
                return;
            }
            streamed = new PathArguments();
        } else if (streamed == null && !pieces.isEmpty()) {
            protocol.deviation(Deviation.UNANNOUNCED_BLOCK);
            streamed = new PathArguments();
            count++;
        }
        if (streamed != null) {
            pieces.forEach(streamed::add);
            piece(streamed.takeNews(), ToolCallDelta.Form.FRAGMENT);
            if (!goesOn) {
                close();
            }
        }
    }

    private void begin(String id, Json value) {
        closeForgotten();
        if (!id.isEmpty() && ids.size() < MAX_IDS) {
            ids.add(id);
        }
        Call call = new Call(choice, count++).named(id, value.get("name").string());
        protocol.call(whole(call, value.get("args")));
    }

    /** Ends arguments whose end was not sent. */
    void closeForgotten() {
        if (streamed != null) {
            protocol.deviation(Deviation.UNCLOSED_BLOCK);
            close();
        }
    }

    private void close() {
        boolean isReplaced = streamed.isOutOfOrder();
        piece(streamed.end(), isReplaced ? ToolCallDelta.Form.WHOLE : ToolCallDelta.Form.FRAGMENT);
        streamed = null;
        protocol.callEnd(choice, latest());
    }

    private void piece(String arguments, ToolCallDelta.Form form) {
        if (!arguments.isEmpty()) {
            protocol.call(new Call(choice, latest()).with(arguments).form(form));
        }
    }
}
