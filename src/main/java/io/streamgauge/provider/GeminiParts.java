package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.OpaqueKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The parts of Gemini candidates. Each is known by the one field that holds it. */
final class GeminiParts {
    /** More candidates than can be asked for; those from here on number their calls together. */
    static final int MAX_CANDIDATES = 64;

    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName THOUGHT = JsonName.of("thought");
    private static final JsonName SIGNATURE = JsonName.of("thoughtSignature");
    private static final JsonName FUNCTION_CALL = JsonName.of("functionCall");
    private static final JsonName INLINE_DATA = JsonName.of("inlineData");
    private static final JsonName MIME_TYPE = JsonName.of("mimeType");
    private static final JsonName FILE_DATA = JsonName.of("fileData");
    private static final JsonName EXECUTABLE_CODE = JsonName.of("executableCode");
    private static final JsonName TOOL_CALL = JsonName.of("toolCall");
    private static final JsonName TOOL_TYPE = JsonName.of("toolType");
    private static final JsonName ARGS = JsonName.of("args");

    /** What the provider's own tools, and the application's, answered. */
    private static final JsonName[] RESULTS = {
        JsonName.of("codeExecutionResult"), JsonName.of("toolResponse"), JsonName.of("functionResponse")
    };

    private static final byte[] IMAGE = "image/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AUDIO = "audio/".getBytes(StandardCharsets.US_ASCII);
    private static final ByteSlice CODE_EXECUTION = ByteSlice.ofUtf8("code_execution");
    private static final ByteSlice UNNAMED = new ByteSlice();

    private final JsonEventDecoder decoder;
    private final JsonTape json;
    private GeminiCalls[] calls = new GeminiCalls[0];

    GeminiParts(JsonEventDecoder decoder) {
        this.decoder = decoder;
        this.json = decoder.json;
    }

    void part(int choice, int part) {
        int text = json.field(part, TEXT);
        if (json.is(text, JsonKind.STRING)) {
            if (json.is(json.field(part, THOUGHT), JsonKind.TRUE)) {
                decoder.reasoning(choice, 0, text);
            } else {
                decoder.text(choice, 0, text);
            }
            decoder.opaque(OpaqueKind.SIGNATURE, choice, 0, json.field(part, SIGNATURE));
        } else {
            otherPart(choice, part);
        }
    }

    private void otherPart(int choice, int part) {
        GeminiCalls calls = calls(choice);
        int call = json.field(part, FUNCTION_CALL);
        boolean isCall = json.is(call, JsonKind.OBJECT);
        if (isCall) {
            calls.functionCall(call);
        }
        int code = json.field(part, EXECUTABLE_CODE);
        if (json.isPresent(code)) {
            calls.serverCall(code, TOOL_TYPE, CODE_EXECUTION, code);
        }
        int tool = json.field(part, TOOL_CALL);
        if (json.isPresent(tool)) {
            calls.serverCall(tool, TOOL_TYPE, UNNAMED, json.field(tool, ARGS));
        }
        for (JsonName name : RESULTS) {
            decoder.opaque(OpaqueKind.TOOL_RESULT, choice, calls.latest(), json.field(part, name));
        }
        int data = json.field(part, INLINE_DATA);
        decoder.opaque(dataKind(data), choice, 0, data);
        decoder.opaque(OpaqueKind.OTHER, choice, 0, json.field(part, FILE_DATA));
        decoder.opaque(OpaqueKind.SIGNATURE, choice, isCall ? calls.latest() : 0, json.field(part, SIGNATURE));
    }

    private OpaqueKind dataKind(int data) {
        ByteSlice type = json.string(json.field(data, MIME_TYPE), decoder.slice);
        if (type.startsWith(IMAGE)) {
            return OpaqueKind.IMAGE;
        }
        return type.startsWith(AUDIO) ? OpaqueKind.AUDIO : OpaqueKind.OTHER;
    }

    /** Ends the arguments of a candidate that is finished, if they are still being streamed. */
    void finish(int choice) {
        if (Math.min(choice, MAX_CANDIDATES - 1) < calls.length) {
            calls(choice).finishStreamed();
        }
    }

    private GeminiCalls calls(int choice) {
        int place = Math.min(choice, MAX_CANDIDATES - 1);
        if (place >= calls.length) {
            int known = calls.length;
            calls = Arrays.copyOf(calls, place + 1);
            for (int i = known; i <= place; i++) {
                calls[i] = new GeminiCalls(decoder, i);
            }
        }
        return calls[place];
    }

    void reset() {
        for (GeminiCalls known : calls) {
            known.reset();
        }
    }
}
