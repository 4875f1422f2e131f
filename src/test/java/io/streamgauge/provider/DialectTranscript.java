package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.Random;

/** What a decoder says about a body, a line per delta, in a form that a test can put on display. */
final class DialectTranscript implements DeltaHandler {
    private static final long SEED = 20260817;

    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    /** Checks what is said of a body. Single quotes stand for double ones in both, so that JSON can be read in Java. */
    static void assertDeltas(Dialect dialect, String body, String... expected) {
        assertEquals(
                String.join("\n", expected).replace('\'', '"'),
                String.join("\n", of(dialect, body.replace('\'', '"'))));
    }

    /** The transcript of a body, after checking that it is the same however the body is cut. */
    static List<String> of(Dialect dialect, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> whole = decode(dialect, bytes, bytes.length);
        assertEquals(whole, decode(dialect, bytes, 1), "byte by byte");
        for (int cut = 1; cut < bytes.length; cut++) {
            assertEquals(whole, decode(dialect, bytes, cut, bytes.length), "cut at " + cut);
        }
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            int size = 1 + random.nextInt(64);
            assertEquals(whole, decode(dialect, bytes, size), "fragments of " + size + ", seed " + SEED);
        }
        return whole;
    }

    /** The transcript of a body that arrives in fragments of these sizes, the last of which is repeated. */
    static List<String> decode(Dialect dialect, byte[] body, int... sizes) {
        DialectTranscript transcript = new DialectTranscript();
        StreamDecoder decoder = new StreamDecoder(dialect, transcript);
        feed(decoder, body, sizes);
        decoder.end();
        return transcript.lines;
    }

    private static void feed(StreamDecoder decoder, byte[] body, int... sizes) {
        int at = 0;
        for (int i = 0; at < body.length; i++) {
            int size = Math.min(sizes[Math.min(i, sizes.length - 1)], body.length - at);
            Cuts.feed(decoder, body, at, size);
            at += size;
        }
    }

    @Override
    public void onStart(ByteSlice responseId, ByteSlice model) {
        lines.add("start " + responseId + " " + model);
    }

    @Override
    public void onText(int choice, int part, ByteSlice text) {
        lines.add("text " + choice + "/" + part + " " + text);
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice text) {
        lines.add("reasoning " + choice + "/" + part + " " + text);
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice text) {
        lines.add("refusal " + choice + "/" + part + " " + text);
    }

    @Override
    public void onToolCall(ToolCallDelta call) {
        String who = call.kind() == ToolCallDelta.Kind.FUNCTION ? "" : " " + call.kind();
        String form = call.form() == ToolCallDelta.Form.FRAGMENT ? " " : " " + call.form() + " ";
        String arguments = call.arguments().isEmpty() ? "" : form + call.arguments();
        lines.add("call " + call.choice() + "/" + call.index() + who + " [" + call.id() + " " + call.name() + "]"
                + arguments);
    }

    @Override
    public void onToolCallEnd(int choice, int index) {
        lines.add("call-end " + choice + "/" + index);
    }

    @Override
    public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
        lines.add("opaque " + kind + " " + choice + "/" + part + " " + payload);
    }

    @Override
    public void onUsage(TokenUsage usage) {
        lines.add("usage in " + usage.input() + " out " + usage.output() + " total " + usage.total() + " read "
                + usage.cacheRead() + " write " + usage.cacheWrite() + " reasoning " + usage.reasoning());
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        lines.add("finish " + choice + " " + reason + " " + raw);
    }

    @Override
    public void onPing() {
        lines.add("ping");
    }

    @Override
    public void onError(ProviderError error) {
        lines.add("error [" + error.type() + " " + error.code() + "] " + error.message());
    }

    @Override
    public void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {
        lines.add("deviation " + deviation + " in event " + eventNumber);
    }

    @Override
    public void onTerminalEvent() {
        lines.add("terminal");
    }

    @Override
    public void onEnd(EndReason reason) {
        lines.add("end " + reason);
    }
}
