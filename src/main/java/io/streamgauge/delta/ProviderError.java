package io.streamgauge.delta;

import io.streamgauge.bytes.ByteSlice;

/** A failure as the provider words it: a reused view, valid only until {@link DeltaHandler#onError} returns. */
public final class ProviderError {
    private final ByteSlice type = new ByteSlice();
    private final ByteSlice code = new ByteSlice();
    private final ByteSlice message = new ByteSlice();
    private final ByteSlice raw = new ByteSlice();

    /** Forgets everything. */
    public ProviderError clear() {
        type.clear();
        code.clear();
        message.clear();
        raw.clear();
        return this;
    }

    /** The kind of failure, such as {@code overloaded_error} or {@code RESOURCE_EXHAUSTED}; empty when not given. */
    public ByteSlice type() {
        return type;
    }

    /** The provider's code, a number or a word; empty when not given. */
    public ByteSlice code() {
        return code;
    }

    /** The message for people; empty when not given. */
    public ByteSlice message() {
        return message;
    }

    /** The error object as it stands on the wire; JSON unless the body was not. */
    public ByteSlice raw() {
        return raw;
    }
}
