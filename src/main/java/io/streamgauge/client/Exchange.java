package io.streamgauge.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.streamgauge.event.ParseFailure;
import io.streamgauge.provider.StreamDecoder;
import io.streamgauge.time.Scheduler;
import io.streamgauge.transport.ByteBufFeeder;
import io.streamgauge.transport.ReadStamps;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request and its answer, from the call to the outcome. All on the thread of its loop. */
final class Exchange implements ByteBufFeeder.Target, StreamCall {
    private enum State {
        /** Waits for a connection. */
        CONNECTING,
        /** The request is out; the response's head is next. */
        AWAITING_HEAD,
        /** The body is being decoded. */
        STREAMING,
        /** The body belongs to an error status and is being collected. */
        READING_ERROR,
        /** The terminal event or an error has come; the end of the body is next, but does not matter any more. */
        AFTER_END,
        /** The listener has been told the outcome. */
        CLOSED
    }

    private final EventLoop loop;
    private final Scheduler scheduler;
    private final StreamTimeouts timeouts;
    private final StreamRequest request;
    private final StreamListener listener;
    private final DeltaTap tap;
    private final StreamDecoder decoder;
    private final StreamDeadline deadline;
    private final CompletableFuture<StreamOutcome> closed = new CompletableFuture<>();

    private State state = State.CONNECTING;
    private @Nullable Connection connection;
    private int status;
    private @Nullable HttpHeaders headers;
    private @Nullable ErrorBody errorBody;

    private long bodyBytes;
    private long openRead = -1;
    private long openReadNanos;
    private int openReadBytes;

    Exchange(
            EventLoop loop,
            Scheduler scheduler,
            ClientOptions options,
            StreamRequest request,
            StreamListener listener) {
        this.loop = loop;
        this.scheduler = scheduler;
        this.timeouts = options.timeouts();
        this.request = request;
        this.listener = listener;
        tap = new DeltaTap(listener);
        decoder = new StreamDecoder(request.dialect(), options.parserLimits(), tap);
        deadline = new StreamDeadline(scheduler, timeouts, this::onExpired);
    }

    /** From here on the time counts. */
    void begin() {
        deadline.begin();
    }

    StreamRequest request() {
        return request;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** The connection is being made for this exchange, or was found idle. */
    void attach(Connection attached) {
        connection = attached;
    }

    /** The request has been handed to the socket. */
    void onSent(long sendNanos, ConnectionSpan span) {
        state = State.AWAITING_HEAD;
        deadline.expect(TimeoutKind.FIRST_BYTE, timeouts.firstByte(), sendNanos);
        if (deadline.isPaused()) {
            setReading(false);
        }
        listener.onSend(sendNanos, span);
    }

    void onHead(HttpResponse response, long stampNanos) {
        status = response.status().code();
        headers = response.headers();
        deadline.expect(TimeoutKind.IDLE, timeouts.idle(), stampNanos);
        listener.onHead(stampNanos, status, response.headers());
        if (status < 200 || status > 299) {
            errorBody = new ErrorBody();
            state = State.READING_ERROR;
            return;
        }
        state = State.STREAMING;
        String encoding = response.headers().get(HttpHeaderNames.CONTENT_ENCODING, "identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            close(
                    new StreamFailure.Protocol("content-encoding " + encoding + " although identity was asked for"),
                    stampNanos);
        }
    }

    /** A piece of the body, of the read that {@code stamps} tells. */
    void onContent(ByteBuf content, ReadStamps stamps, ByteBufFeeder feeder) {
        if (state == State.CLOSED || !content.isReadable()) {
            return;
        }
        if (openRead != stamps.readNumber()) {
            openRead = stamps.readNumber();
            openReadNanos = stamps.readNanos();
            openReadBytes = 0;
            if (state != State.AFTER_END) {
                deadline.onLife(openReadNanos);
            }
            listener.onRead(openReadNanos);
        }
        openReadBytes += content.readableBytes();
        bodyBytes += content.readableBytes();
        feeder.feed(content, this);
        checkDecoder();
    }

    @Override
    public void feed(byte[] source, int offset, int length) {
        listener.onBody(source, offset, length);
        if (errorBody == null) {
            decoder.feed(source, offset, length);
        } else {
            errorBody.append(source, offset, length);
        }
    }

    private void checkDecoder() {
        if (state != State.STREAMING) {
            return;
        }
        ParseFailure failure = decoder.counters().failure();
        if (failure != null) {
            close(asFailure(failure), openReadNanos);
        } else if (tap.terminalSeen() || tap.error().isPresent()) {
            state = State.AFTER_END;
            deadline.expect(TimeoutKind.IDLE, timeouts.afterEnd(), openReadNanos);
        }
    }

    private static StreamFailure asFailure(ParseFailure failure) {
        return failure.kind() == ParseFailure.Kind.MALFORMED_FRAMING
                ? new StreamFailure.Protocol(failure.describe())
                : new StreamFailure.Limit(failure.describe());
    }

    /** Everything of the read at hand has been decoded. */
    void onReadDone() {
        if (openReadBytes > 0) {
            int bytes = openReadBytes;
            openReadBytes = 0;
            listener.onReadEnd(openReadNanos, bytes);
        }
    }

    /** HTTP says that the body is over. */
    void onBodyEnd(long stampNanos) {
        close(null, stampNanos);
    }

    /** The connection is gone, or what comes from it can no longer be understood. */
    void onBroken(StreamFailure failure, long stampNanos) {
        close(isDecided() ? null : failure, stampNanos);
    }

    private void onExpired(StreamFailure.Timeout timeout) {
        close(isDecided() ? null : timeout, now());
    }

    /** Whether what is still to come cannot change the outcome. */
    private boolean isDecided() {
        return state == State.AFTER_END || state == State.READING_ERROR;
    }

    /** What it means that the connection was lost at this point. */
    StreamFailure lost(String how) {
        return state == State.CONNECTING || state == State.AWAITING_HEAD
                ? new StreamFailure.Connect(how + " before the response began")
                : new StreamFailure.Truncated(how + " after " + bodyBytes + " bytes of the body");
    }

    /** Ends the stream with a failure found elsewhere. */
    void fail(StreamFailure failure) {
        close(failure, now());
    }

    private void close(@Nullable StreamFailure failure, long nanos) {
        if (state == State.CLOSED) {
            return;
        }
        boolean hasBody = state == State.STREAMING || state == State.AFTER_END;
        state = State.CLOSED;
        deadline.stop();
        onReadDone();
        if (hasBody) {
            decoder.end();
        }
        StreamOutcome outcome = new StreamOutcome(
                Optional.ofNullable(failure == null ? ownFailure() : failure),
                status,
                tap.end(),
                nanos,
                bodyBytes,
                tap.contentSeen());
        if (connection != null) {
            connection.release(this);
        }
        try {
            listener.onClosed(outcome);
        } finally {
            closed.complete(outcome);
        }
    }

    /** What is wrong with a body that ended in order, if anything is. */
    private @Nullable StreamFailure ownFailure() {
        if (errorBody != null && headers != null) {
            return errorBody.failure(status, headers);
        }
        if (tap.error().isPresent()) {
            return new StreamFailure.ProviderReported(tap.error().get());
        }
        boolean isComplete = tap.end().isPresent() && tap.end().get().isComplete();
        return isComplete ? null : new StreamFailure.Truncated("the body ended before the stream did");
    }

    private long now() {
        return scheduler.clock().nanoTime();
    }

    @Override
    public void cancel() {
        loop.execute(() -> fail(new StreamFailure.Cancelled()));
    }

    @Override
    public void pause() {
        loop.execute(() -> {
            deadline.pause();
            setReading(false);
        });
    }

    @Override
    public void resume() {
        loop.execute(() -> {
            if (state != State.CLOSED) {
                deadline.resume();
                setReading(true);
            }
        });
    }

    private void setReading(boolean on) {
        if (connection != null && state != State.CLOSED) {
            connection.setReading(on);
        }
    }

    @Override
    public CompletableFuture<StreamOutcome> closed() {
        return closed;
    }
}
