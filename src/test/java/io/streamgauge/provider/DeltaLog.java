package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes down every call as one line, so that a test can show what it expects. */
final class DeltaLog implements DeltaHandler {
    private final List<String> lines = new ArrayList<>();

    /** All lines. */
    List<String> all() {
        return List.copyOf(lines);
    }

    /** What a reader of the answer cares about: all but the beginnings of events, deviations and signs of life. */
    List<String> deltas() {
        return lines.stream()
                .filter(line ->
                        Stream.of("event ", "deviation ", "ping", "terminal").noneMatch(line::startsWith))
                .toList();
    }

    /** The names of the deviations, in order. */
    List<String> deviations() {
        return lines.stream()
                .filter(line -> line.startsWith("deviation "))
                .map(line -> line.substring(line.indexOf(' ') + 1, line.indexOf(" event ")))
                .toList();
    }

    @Override
    public void onEventBegin(long eventNumber) {
        lines.add("event " + eventNumber);
    }

    @Override
    public void onTerminalEvent() {
        lines.add("terminal");
    }

    @Override
    public void onStart(ByteSlice responseId, ByteSlice model) {
        lines.add("start " + sound(responseId) + " " + sound(model));
    }

    @Override
    public void onText(int choice, int part, ByteSlice text) {
        lines.add("text " + place(choice, part) + quoted(text));
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice text) {
        lines.add("reasoning " + place(choice, part) + quoted(text));
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice text) {
        lines.add("refusal " + place(choice, part) + quoted(text));
    }

    @Override
    public void onToolCall(ToolCallDelta call) {
        String line = "tool " + place(call.choice(), call.index()) + "id=" + sound(call.id()) + " name="
                + sound(call.name()) + " arguments=" + sound(call.arguments());
        String form = call.form() == ToolCallDelta.Form.FRAGMENT ? "" : " " + call.form();
        lines.add(line + form + (call.kind() == ToolCallDelta.Kind.FUNCTION ? "" : " " + call.kind()));
    }

    @Override
    public void onToolCallEnd(int choice, int index) {
        lines.add("tool end " + choice + "/" + index);
    }

    @Override
    public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
        lines.add("opaque " + kind + " " + place(choice, part) + sound(payload));
    }

    @Override
    public void onUsage(TokenUsage usage) {
        lines.add("usage " + usage);
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        lines.add("finish " + choice + " " + reason + " " + sound(raw));
    }

    @Override
    public void onPing() {
        lines.add("ping");
    }

    @Override
    public void onError(ProviderError error) {
        lines.add("error type=" + sound(error.type()) + " code=" + sound(error.code()) + " message="
                + sound(error.message()) + " raw=" + sound(error.raw()));
    }

    @Override
    public void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {
        lines.add("deviation " + deviation + " event " + eventNumber + " byte " + byteOffset);
    }

    @Override
    public void onEnd(EndReason reason) {
        lines.add("end " + reason);
    }

    private static String place(int choice, int part) {
        return choice + "/" + part + " ";
    }

    private static String quoted(ByteSlice text) {
        return "\"" + sound(text) + "\"";
    }

    /** Handlers are promised well-formed UTF-8. */
    private static String sound(ByteSlice slice) {
        String text = slice.copyUtf8();
        assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), slice.copyBytes(), "ill-formed UTF-8 was handed out");
        return text;
    }
}
