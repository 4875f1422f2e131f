package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.bytes.Utf8;
import io.streamgauge.delta.ProviderError;

/**
 * Reads the error shapes of all vendors: an object with message, type, code or status; a plain string; wrapped in
 * {@code error} or an array or neither.
 */
final class ErrorReader {
    private static final JsonName MESSAGE = JsonName.of("message");
    private static final JsonName DETAIL = JsonName.of("detail");
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName CODE = JsonName.of("code");

    private final ProviderError error = new ProviderError();

    /** The view of an error node; valid until the next call and as long as the tape's text. */
    ProviderError read(JsonTape json, int node) {
        error.clear();
        json.raw(node, error.raw());
        if (json.is(node, JsonKind.STRING)) {
            json.string(node, error.message());
            return error;
        }
        json.string(json.field(node, MESSAGE), error.message());
        if (error.message().isEmpty()) {
            word(json, json.field(node, DETAIL), error.message());
        }
        word(json, json.field(node, TYPE), error.type());
        if (error.type().isEmpty()) {
            word(json, json.field(node, STATUS), error.type());
        }
        word(json, json.field(node, CODE), error.code());
        return error;
    }

    /** The view of an error of which there is only its type, as a string node; valid as for {@link #read}. */
    ProviderError readWord(JsonTape json, int node) {
        error.clear();
        json.raw(node, error.raw());
        json.string(node, error.type());
        return error;
    }

    /** The view of a failure that is found in a node and not told by it; valid as for {@link #read}. */
    ProviderError explain(ByteSlice reason, JsonTape json, int node) {
        error.clear();
        json.raw(node, error.raw());
        error.message().wrap(reason);
        return error;
    }

    /** The view of an error that is plain words; valid until the next call and as long as {@code text}. */
    ProviderError readText(ByteSlice text) {
        readPage(text).message().wrap(error.raw());
        return error;
    }

    /** The view of a page that came in place of a stream; valid until the next call and as long as {@code text}. */
    ProviderError readPage(ByteSlice text) {
        error.clear().raw().wrap(text);
        if (Utf8.firstIllFormed(text.array(), text.offset(), text.end()) != text.end()) {
            byte[] wellFormed = Utf8.encode(text.copyUtf8());
            error.raw().wrap(wellFormed, 0, wellFormed.length);
        }
        return error;
    }

    private static void word(JsonTape json, int node, ByteSlice target) {
        if (json.is(node, JsonKind.STRING)) {
            json.string(node, target);
        } else if (json.isPresent(node)) {
            json.raw(node, target);
        }
    }

    /**
     * The error within a whole body: {@code {"error":...}}, the same as the one element of an array, or the body
     * itself.
     */
    static int unwrap(JsonTape json) {
        int body = json.root();
        if (json.first(body) != JsonTape.MISSING) {
            body = json.first(body);
        }
        int error = json.field(body, JsonEventDecoder.ERROR);
        return json.isPresent(error) ? error : body;
    }
}
