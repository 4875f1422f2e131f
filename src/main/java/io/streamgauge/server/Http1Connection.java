package io.streamgauge.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.streamgauge.server.fault.Ending;
import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP/1.1 connection: takes whole requests and answers them one after the other, in the order they came.
 *
 * <p>Requests that come while an answer is under way wait; when as many wait as may, nothing more is read. One timer
 * guards the connection: against a client that sends nothing while nothing is under way, and against a reader that
 * takes nothing.
 */
final class Http1Connection extends ChannelInboundHandlerAdapter implements StreamPlayer.Listener {
    /** How long a connection that is about to be closed still swallows what its client had on the way: 1 s. */
    static final long LINGER_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Http1Connection.class);

    private enum State {
        /** The next request has not come. */
        IDLE,
        /** An answer is being begun, further up on the stack. */
        BEGINNING,
        /** An answer is under way. */
        ANSWERING,
        /** No more requests are taken; the connection ends when everything is written. */
        CLOSING
    }

    private final ReplayService service;
    private final ServerLimits limits;
    private final Scheduler scheduler;
    private final LoopSends sends;
    private final ReadStamp reads;
    private final Channel channel;
    private final Timer guard;
    private final ArrayDeque<Object> waiting = new ArrayDeque<>();

    private State state = State.IDLE;
    private boolean keepAlive = true;
    private @Nullable StreamPlayer player;

    Http1Connection(
            Channel channel,
            ReplayService service,
            ServerLimits limits,
            Scheduler scheduler,
            LoopSends sends,
            ReadStamp reads) {
        this.channel = channel;
        this.service = service;
        this.limits = limits;
        this.scheduler = scheduler;
        this.sends = sends;
        this.reads = reads;
        guard = scheduler.newTimer(this::giveUp);
    }

    /** Whether something else written now would land in the middle of an answer. */
    boolean isAnswering() {
        return state != State.IDLE;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        guardFor(limits.idleMillis());
    }

    private void guardFor(long millis) {
        guard.armAt(scheduler.clock().nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void giveUp() {
        LOG.debug("closing {}, {} for too long", channel, state);
        close();
    }

    private void close() {
        var unused = channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object request) {
        if (state == State.CLOSING) {
            ReferenceCountUtil.release(request);
            return;
        }
        waiting.add(request);
        if (state == State.IDLE) {
            answerWaiting(context, reads.lastReadNanos());
        } else if (waiting.size() >= limits.maxPipelined()) {
            channel.config().setAutoRead(false);
        }
    }

    /** A loop, because an answer may be over before the call that began it returns. */
    private void answerWaiting(ChannelHandlerContext context, long firstRequestNanos) {
        long requestNanos = firstRequestNanos;
        while (state == State.IDLE && !waiting.isEmpty()) {
            state = State.BEGINNING;
            guard.disarm();
            begin(context, waiting.remove(), requestNanos);
            if (state == State.BEGINNING) {
                state = State.ANSWERING;
            }
            requestNanos = scheduler.clock().nanoTime();
        }
        if (state == State.IDLE) {
            guardFor(limits.idleMillis());
        }
        if (waiting.size() < limits.maxPipelined()) {
            channel.config().setAutoRead(true);
        }
    }

    private void begin(ChannelHandlerContext context, Object message, long requestNanos) {
        if (message instanceof FullHttpRequest request) {
            try {
                keepAlive = HttpUtil.isKeepAlive(request) && isUnderstood(request);
                send(context, answer(request), request.protocolVersion(), requestNanos);
            } finally {
                request.release();
            }
        } else {
            keepAlive = false;
            Answer refusal = service.refuse(
                    Refusal.BODY_TOO_LARGE,
                    "The request body is longer than " + limits.http().maxBodyBytes() + " bytes.");
            send(context, refusal, HttpVersion.HTTP_1_1, requestNanos);
        }
    }

    private static boolean isUnderstood(FullHttpRequest request) {
        return request.decoderResult().isSuccess()
                && request.protocolVersion().majorVersion() == HttpVersion.HTTP_1_1.majorVersion();
    }

    private Answer answer(FullHttpRequest request) {
        if (isUnderstood(request)) {
            return service.answer(new Request(
                    request.method().name(), request.uri(), request.headers(), request.content(), isFromLoopback()));
        }
        if (request.decoderResult().isSuccess()) {
            return service.refuse(
                    Refusal.WRONG_HTTP_VERSION, request.protocolVersion() + " is not spoken here: expected HTTP/1.1.");
        }
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            return service.refuse(
                    Refusal.URI_TOO_LONG,
                    "The request line is longer than " + limits.http().maxInitialLineBytes() + " bytes.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return service.refuse(
                    Refusal.HEADERS_TOO_LARGE,
                    "The header fields are longer than " + limits.http().maxHeaderBytes() + " bytes.");
        }
        return service.refuse(Refusal.BAD_REQUEST, "This is not an HTTP request: " + cause.getMessage());
    }

    private boolean isFromLoopback() {
        return channel.remoteAddress() instanceof InetSocketAddress peer
                && peer.getAddress().isLoopbackAddress();
    }

    private void send(ChannelHandlerContext context, Answer answer, HttpVersion version, long requestNanos) {
        if (answer instanceof Answer.Replay replay) {
            // Without a length or chunks only the end of the connection tells where a body ends.
            keepAlive &= version.compareTo(HttpVersion.HTTP_1_1) >= 0
                    || replay.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
            Http1Sink sink = new Http1Sink(context, version, keepAlive);
            player = new StreamPlayer(replay.plan(), replay.stream(), sink, sends, scheduler, this);
            player.start(replay.status(), replay.headers(), requestNanos);
        } else if (answer instanceof Answer.Whole whole) {
            new Http1Sink(context, version, keepAlive).whole(whole);
            endAnswer(context);
        }
    }

    private void endAnswer(ChannelHandlerContext context) {
        if (!keepAlive) {
            closeInOrder();
        } else if (state == State.BEGINNING) {
            state = State.IDLE;
        } else {
            state = State.IDLE;
            answerWaiting(context, scheduler.clock().nanoTime());
        }
    }

    /**
     * Says that nothing follows, and leaves the client time to read: closing at once would throw away what it has not.
     */
    private void closeInOrder() {
        state = State.CLOSING;
        releaseWaiting();
        channel.config().setAutoRead(true);
        guardFor(LINGER_MILLIS);
        var unused = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> endOutput());
    }

    private void endOutput() {
        if (channel instanceof DuplexChannel duplex) {
            var unused = duplex.shutdownOutput();
        } else {
            close();
        }
    }

    @Override
    public void onBlocked() {
        guardFor(limits.stallMillis());
    }

    @Override
    public void onUnblocked() {
        guard.disarm();
    }

    @Override
    public void onPlayed() {
        player = null;
        service.closed();
        endAnswer(channel.pipeline().context(this));
    }

    @Override
    public void onCutOff(Ending how) {
        player = null;
        service.closed();
        keepAlive = false;
        if (how == Ending.RESET) {
            reset();
        } else {
            closeInOrder();
        }
    }

    /** Everything that was written goes to the network first; a reader that does not take it has a second. */
    private void reset() {
        state = State.CLOSING;
        releaseWaiting();
        guardFor(LINGER_MILLIS);
        var unused = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            close();
        });
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (channel.isWritable() && player != null) {
            player.onWritable();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        state = State.CLOSING;
        guard.disarm();
        releaseWaiting();
        if (player != null) {
            player.cancel();
            player = null;
            service.closed();
        }
    }

    private void releaseWaiting() {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("closing {}", channel, cause);
        close();
    }
}
