package io.streamgauge.server;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Takes one answer in the order head, body, end, whatever the version of HTTP below. Used on the connection's event
 * loop.
 *
 * <p>Nothing but {@link #flush()} touches the socket. Bytes that the reader does not take stay in memory, so whoever
 * writes asks {@link #isWritable()} first and waits to be told.
 */
interface ResponseSink {
    /** Begins an answer; its length is known if the headers say so. The headers are taken over. */
    void head(int status, HttpHeaders headers);

    /** Adds to the body; the buffer is taken over. */
    void body(ByteBuf bytes);

    /** Ends the answer in order. */
    void end();

    /** Sends what was added. */
    void flush();

    /** Whether the reader keeps up; when it does again, the answer's {@link StreamPlayer#onWritable()} is called. */
    boolean isWritable();
}
