package io.streamgauge.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.provider.Framing;
import io.streamgauge.server.plan.EventIndex;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recorded body, ready to be sent: its bytes once outside of the heap, where sockets take them from, and its events
 * found.
 *
 * <p>Both are made when first asked for, so that a large corpus costs only what is served. Any thread may ask.
 */
final class ReplayBody implements ReplayPlan.Bytes {
    private final ServedRecording recording;
    private final HttpHeaders headers;
    private final long[] ttftNanos;
    private final long[] gapsNanos;
    private @Nullable EventIndex index;
    private @Nullable EventTokens tokens;
    private @Nullable ByteBuf bytes;
    private @Nullable ReplayBody whole;
    private @Nullable ReplayBody otherForm;

    ReplayBody(ServedRecording recording) {
        this.recording = recording;
        headers = AnswerHeaders.recorded(recording);
        ttftNanos = recording.timing().ttftNanos();
        gapsNanos = recording.timing().gapsNanos();
    }

    ServedRecording recording() {
        return recording;
    }

    /** The headers to send again; to be copied by whoever adds to them. */
    HttpHeaders headers() {
        return headers;
    }

    RecordedTiming timing() {
        return recording.timing();
    }

    /** See {@link RecordedTiming#ttftNanos()}; not to be changed. */
    long[] ttftNanos() {
        return ttftNanos;
    }

    /** See {@link RecordedTiming#gapsNanos()}; not to be changed. */
    long[] gapsNanos() {
        return gapsNanos;
    }

    /** How it is cut into events, if it is. */
    Optional<Framing> framing() {
        return recording.framing() == ServedRecording.Framed.AS_DIALECT
                ? Optional.of(recording.dialect().framing())
                : Optional.empty();
    }

    @Override
    public int length() {
        return recording.body().remaining();
    }

    synchronized EventIndex index() {
        if (index == null) {
            index = framing()
                    .map(framing -> EventIndex.of(framing, copy()))
                    .orElseGet(() -> EventIndex.unframed(length()));
        }
        return index;
    }

    /** The tokens that its events bring; there are none in a text without events. */
    synchronized EventTokens tokens() {
        if (tokens == null) {
            tokens = EventTokens.of(recording, index());
        }
        return tokens;
    }

    /** The bytes, to be changed at will. */
    byte[] copy() {
        byte[] copy = new byte[length()];
        recording.body().get(copy);
        return copy;
    }

    /** The same answer for a request that does not ask for a stream; this body itself where it never was one. */
    synchronized ReplayBody whole() {
        if (recording.framing() == ServedRecording.Framed.NOT) {
            return this;
        }
        if (whole == null) {
            whole = new ReplayBody(WholeAnswer.of(recording));
        }
        return whole;
    }

    /** The same answer in Gemini's other form; an error has only one. */
    synchronized ReplayBody otherForm() {
        if (recording.framing() == ServedRecording.Framed.NOT) {
            return this;
        }
        if (otherForm == null) {
            otherForm = new ReplayBody(GeminiForms.other(recording, index()));
        }
        return otherForm;
    }

    @Override
    public ByteBuf retainedBytes(int start, int length) {
        return bytes().retainedSlice(start, length);
    }

    private synchronized ByteBuf bytes() {
        if (bytes == null) {
            ByteBuffer body = recording.body();
            bytes = body.isDirect()
                    ? Unpooled.wrappedBuffer(body)
                    : Unpooled.directBuffer(length()).writeBytes(body).asReadOnly();
        }
        return bytes;
    }

    /** Lets go of the bytes; what streams still hold stays theirs. */
    synchronized void release() {
        if (bytes != null) {
            bytes.release();
            bytes = null;
        }
        if (whole != null) {
            whole.release();
        }
        if (otherForm != null) {
            otherForm.release();
        }
    }
}
