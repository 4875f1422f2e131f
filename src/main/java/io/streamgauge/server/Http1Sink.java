package io.streamgauge.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * One answer on an HTTP/1.1 connection: each write a chunk of its own. A reader of version 1.0 knows no chunks and gets
 * the bare bytes up to the end of the connection.
 */
final class Http1Sink implements ResponseSink {
    private final ChannelHandlerContext context;
    private final HttpVersion version;
    private final boolean keepAlive;

    /**
     * Makes the sink of one request.
     *
     * @param version the request's
     * @param keepAlive whether the connection is to serve another
     */
    Http1Sink(ChannelHandlerContext context, HttpVersion version, boolean keepAlive) {
        this.context = context;
        this.version = version;
        this.keepAlive = keepAlive;
    }

    /** Sends an answer that is there as a whole. */
    void whole(Answer.Whole answer) {
        HttpHeaders headers = answer.headers();
        headers.set(HttpHeaderNames.CONTENT_LENGTH, answer.body().readableBytes());
        announceEndOfConnection(headers);
        write(new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                answer.body(),
                headers,
                DefaultHttpHeadersFactory.trailersFactory().newEmptyHeaders()));
        flush();
    }

    @Override
    public void head(int status, HttpHeaders headers) {
        if (!headers.contains(HttpHeaderNames.CONTENT_LENGTH) && version.compareTo(HttpVersion.HTTP_1_1) >= 0) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        announceEndOfConnection(headers);
        write(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), headers));
    }

    private void announceEndOfConnection(HttpHeaders headers) {
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (version.compareTo(HttpVersion.HTTP_1_1) < 0) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
    }

    @Override
    public void body(ByteBuf bytes) {
        write(new DefaultHttpContent(bytes));
    }

    @Override
    public void end() {
        write(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    /** A failure comes to the connection as an exception, which closes it; nobody waits for a single write. */
    private void write(Object message) {
        var unused = context.write(message, context.voidPromise());
    }

    @Override
    public void flush() {
        context.flush();
    }

    @Override
    public boolean isWritable() {
        return context.channel().isWritable();
    }
}
