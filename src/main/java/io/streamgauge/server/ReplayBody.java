package io.streamgauge.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A recorded body, ready to be sent: its bytes once outside of the heap, where sockets take them from, and its events
 * found.
 *
 * <p>Both are made when first asked for, so that a large corpus costs only what is served. Any thread may ask.
 */
final class ReplayBody {
    private final ServedRecording recording;
    private final HttpHeaders headers;
    private @Nullable EventIndex index;
    private @Nullable ByteBuf bytes;
    private @Nullable ReplayBody whole;
    private @Nullable ReplayBody otherForm;

    ReplayBody(ServedRecording recording) {
        this.recording = recording;
        headers = AnswerHeaders.recorded(recording);
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

    int length() {
        return recording.body().remaining();
    }

    synchronized EventIndex index() {
        if (index == null) {
            index = recording.framing() == ServedRecording.Framed.AS_DIALECT
                    ? EventIndex.of(recording.dialect().framing(), copyOfBody())
                    : EventIndex.unframed(length());
        }
        return index;
    }

    private byte[] copyOfBody() {
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

    /** A slice that shares the bytes; the caller has to release it. */
    ByteBuf retainedBytes(int start, int length) {
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
