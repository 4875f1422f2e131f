package io.streamgauge.record;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client: its requests go on as they come, one at a time, and the answers back. Reading stops on either side while
 * the other takes nothing.
 */
final class ProxyConnection extends ChannelInboundHandlerAdapter implements UpstreamLink.Owner {
    /** How long a connection that is about to be closed still swallows what its client had on the way: 1 s. */
    static final long LINGER_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ProxyConnection.class);

    private enum State {
        /** The next request has not come. */
        IDLE,
        /** A request waits for the link to the provider. */
        CONNECTING,
        /** The body of a request is on its way. */
        SENDING,
        /** The request is out; its answer is not over. */
        ANSWERING,
        /** Nothing more is taken; the connection ends when everything is written. */
        CLOSING
    }

    private final ProxyContext context;
    private final Channel client;
    private final Scheduler scheduler;
    private final Timer guard;
    private final ArrayDeque<HttpObject> waiting = new ArrayDeque<>();

    private State state = State.IDLE;
    private @Nullable UpstreamLink link;
    private @Nullable ProxyExchange exchange;
    private @Nullable HttpRequest unsent;
    private boolean linkKeptAlive;

    ProxyConnection(ProxyContext context, Channel client) {
        this.context = context;
        this.client = client;
        scheduler = context.schedulerOf(client.eventLoop());
        guard = scheduler.newTimer(this::close);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        guardFor(context.limits().idleMillis());
    }

    private void guardFor(long millis) {
        guard.armAt(scheduler.clock().nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void close() {
        ChannelFuture unused = client.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (state == State.CLOSING) {
            ReferenceCountUtil.release(message);
        } else {
            waiting.add((HttpObject) message);
            drain();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (link != null && link.isOpen()) {
            link.flush();
        }
    }

    /** Takes what can be taken now. What waits is at most what one read brought, for then reading stops. */
    private void drain() {
        while (!waiting.isEmpty() && (state == State.IDLE || (state == State.SENDING && isLinkWritable()))) {
            HttpObject message = waiting.remove();
            if (message instanceof HttpContent content && state == State.SENDING) {
                send(content);
            } else {
                if (message instanceof HttpRequest head) {
                    begin(head);
                }
                ReferenceCountUtil.release(message);
            }
        }
        client.config().setAutoRead(state == State.CLOSING || waiting.isEmpty());
    }

    private boolean isLinkWritable() {
        return link != null && link.isWritable();
    }

    private void begin(HttpRequest head) {
        guard.disarm();
        ProxyExchange begun = new ProxyExchange(context, head);
        exchange = begun;
        if (head.decoderResult().isFailure()) {
            refuse(HttpResponseStatus.BAD_REQUEST, "this is not an HTTP request");
        } else if (head.method().equals(HttpMethod.CONNECT)
                || head.protocolVersion().majorVersion() != 1) {
            refuse(HttpResponseStatus.NOT_IMPLEMENTED, "only requests of HTTP/1.1 are passed on");
        } else {
            if (HttpUtil.is100ContinueExpected(head)) {
                write(interim());
                client.flush();
            }
            unsent = new DefaultHttpRequest(
                    HttpVersion.HTTP_1_1,
                    head.method(),
                    context.upstream().target(head.uri()),
                    ForwardedHeaders.ofRequest(head, context.upstream().origin()));
            state = State.CONNECTING;
            if (link != null && link.isOpen()) {
                onReady();
            } else {
                link = UpstreamLink.connect(context, client.eventLoop(), this);
            }
        }
    }

    private static FullHttpResponse interim() {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER);
    }

    @Override
    public void onReady() {
        HttpRequest head = unsent;
        if (link == null || head == null) {
            return;
        }
        unsent = null;
        state = State.SENDING;
        link.send(head);
        drain();
        link.flush();
    }

    private void send(HttpContent content) {
        if (content.decoderResult().isFailure()) {
            content.release();
            LOG.warn("a client's request body is broken");
            close();
            return;
        }
        if (exchange != null) {
            exchange.sent(content.content());
        }
        if (content instanceof LastHttpContent) {
            state = State.ANSWERING;
        }
        if (link != null) {
            link.write(content);
        }
    }

    @Override
    public void onWritable() {
        if (state == State.SENDING) {
            drain();
            if (link != null) {
                link.flush();
            }
        }
    }

    @Override
    public void onHead(HttpResponse head) {
        ProxyExchange current = exchange;
        if (current == null || current.isAnswered()) {
            forget();
            close();
            return;
        }
        linkKeptAlive = HttpUtil.isKeepAlive(head);
        long sentNanos = link == null ? 0 : link.stamps().sendNanos();
        current.answered(
                head,
                state == State.ANSWERING,
                take -> context.archive().begin(take, client.eventLoop(), sentNanos, this::updateLinkReading));
        write(new DefaultHttpResponse(
                HttpVersion.HTTP_1_1,
                head.status(),
                ForwardedHeaders.ofResponse(head, current.version(), current.isKeptAlive())));
    }

    @Override
    public void onContent(HttpContent content) {
        if (exchange != null) {
            exchange.recording().ifPresent(live -> live.body(content.content()));
        }
        boolean isLast = content instanceof LastHttpContent;
        write(content);
        if (isLast) {
            answerEnds();
        }
    }

    /** A failure comes as an exception, which closes the connection; nobody waits for a single write. */
    private void write(Object message) {
        ChannelFuture unused = client.write(message, client.voidPromise());
    }

    /** What a read brought goes on before it is recorded. */
    @Override
    public void onReadDone() {
        client.flush();
        if (exchange != null && link != null) {
            long readNanos = link.stamps().readNanos();
            exchange.recording().ifPresent(live -> live.readDone(readNanos));
        }
        updateLinkReading();
    }

    private void updateLinkReading() {
        if (link != null && link.isOpen()) {
            boolean isBehind = exchange != null
                    && exchange.recording().filter(LiveRecording::isBehind).isPresent();
            link.setReading(client.isWritable() && !isBehind);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        updateLinkReading();
    }

    private void answerEnds() {
        client.flush();
        boolean isKeptAlive = exchange != null && exchange.isKeptAlive() && state == State.ANSWERING;
        endExchange(Ending.WHOLE);
        if (!linkKeptAlive || state != State.ANSWERING) {
            forget();
        }
        if (isKeptAlive) {
            state = State.IDLE;
            guardFor(context.limits().idleMillis());
            drain();
        } else {
            closeInOrder();
        }
    }

    private void endExchange(Ending ending) {
        if (exchange != null) {
            exchange.end(
                    ending,
                    link == null ? scheduler.clock().nanoTime() : link.stamps().readNanos());
            exchange = null;
        }
    }

    private void forget() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    @Override
    public void onLost(String reason) {
        ProxyExchange current = exchange;
        if (current == null) {
            link = null;
        } else if (current.isAnswered()) {
            LOG.warn(
                    "{} {} in the middle of an answer",
                    context.upstream().origin().authority(),
                    reason);
            endExchange(Ending.CUT_BY_PROVIDER);
            link = null;
            state = State.CLOSING;
            releaseWaiting();
            // Without an end of the body, so that the client sees as much of it as there is, and that this is not all.
            ChannelFuture unused = client.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            link = null;
            refuse(HttpResponseStatus.BAD_GATEWAY, context.upstream().origin().authority() + " " + reason);
        }
    }

    /** Answers in place of the provider, and ends the connection: what follows on it belongs to the refused request. */
    private void refuse(HttpResponseStatus status, String message) {
        LOG.warn("{}: {}", status, message);
        context.archive().listener().onPassed("a request", status.code() + ", " + message);
        exchange = null;
        unsent = null;
        write(Refusals.of(status, message));
        client.flush();
        closeInOrder();
    }

    /**
     * Says that nothing follows, and leaves the client time to read: closing at once would throw away what it has not.
     */
    private void closeInOrder() {
        state = State.CLOSING;
        releaseWaiting();
        client.config().setAutoRead(true);
        guardFor(LINGER_MILLIS);
        ChannelFuture unused = client.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (client instanceof DuplexChannel duplex) {
                var unusedToo = duplex.shutdownOutput();
            } else {
                close();
            }
        });
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        state = State.CLOSING;
        guard.disarm();
        releaseWaiting();
        endExchange(context.loops().group().isShuttingDown() ? Ending.CUT_BY_RECORDER : Ending.CUT_BY_CLIENT);
        forget();
    }

    private void releaseWaiting() {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("closing {}", client, cause);
        close();
    }
}
