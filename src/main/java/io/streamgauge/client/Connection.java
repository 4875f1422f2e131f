package io.streamgauge.client;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.streamgauge.transport.Origin;
import io.streamgauge.transport.ReadStamps;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: the end of its pipeline, and one exchange after the other. All on the thread of its loop. */
final class Connection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private enum State {
        /** Not ready to send on. */
        CONNECTING,
        /** A request is out, and its answer is not over. */
        BUSY,
        /** The answer is over and left the connection in order. */
        REUSABLE,
        /** Waits in the pool for another request. */
        IDLE
    }

    private final LoopConnections owner;
    private final Origin origin;
    private final ReadStamps stamps;
    private final Channel channel;

    private @Nullable Exchange exchange;
    private @Nullable ChannelFuture written;
    private ConnectionSpan span = ConnectionSpan.REUSED;
    private long askedNanos;
    private long connectedNanos;
    private State state = State.CONNECTING;
    /** What the server said about the connection in the head of the response at hand. */
    private boolean isKeptAlive;
    /** An informational response is being passed over: RFC 9110, section 15.2. */
    private boolean isInformational;

    private long idleSinceNanos;

    Connection(LoopConnections owner, Origin origin, Channel channel) {
        this.owner = owner;
        this.origin = origin;
        this.channel = channel;
        stamps = new ReadStamps(owner.clock(), this::onReadDone);
    }

    ReadStamps stamps() {
        return stamps;
    }

    Origin origin() {
        return origin;
    }

    /** When it was last given back. */
    long idleSinceNanos() {
        return idleSinceNanos;
    }

    /** Becomes the connection of {@code first} once it stands. */
    void openFor(Exchange first, long nanos) {
        exchange = first;
        askedNanos = nanos;
    }

    /** The socket is connected; with TLS the handshake is next. */
    void onConnected() {
        connectedNanos = owner.clock().nanoTime();
        if (!origin.tls()) {
            onReady(0);
        }
    }

    private void onReady(long tlsNanos) {
        span = new ConnectionSpan(false, connectedNanos - askedNanos, tlsNanos);
        if (exchange != null) {
            send(exchange);
        }
    }

    /** Takes an idle connection for another exchange. */
    void reuseFor(Exchange next) {
        span = ConnectionSpan.REUSED;
        exchange = next;
        send(next);
    }

    private void send(Exchange sender) {
        state = State.BUSY;
        stamps.awaitFlush();
        written = channel.writeAndFlush(asHttp(sender.request()));
        written.addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        sender.onSent(stamps.sendNanos(), span);
    }

    private static FullHttpRequest asHttp(StreamRequest request) {
        FullHttpRequest http = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, request.target(), Unpooled.wrappedBuffer(request.body()));
        http.headers().set(HttpHeaderNames.HOST, request.origin().authority());
        request.headers().forEach(http.headers()::set);
        http.headers().set(HttpHeaderNames.CONTENT_LENGTH, request.body().length);
        return http;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (exchange == null) {
                close(); // nobody asked for anything
            } else if (((HttpObject) message).decoderResult().isFailure()) {
                String reason = String.valueOf(
                        ((HttpObject) message).decoderResult().cause().getMessage());
                exchange.onBroken(new StreamFailure.Protocol(reason), stamps.readNanos());
            } else {
                onMessage(exchange, message);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void onMessage(Exchange current, Object message) {
        if (message instanceof HttpResponse response) {
            isInformational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (!isInformational) {
                isKeptAlive = HttpUtil.isKeepAlive(response);
                current.onHead(response, stamps.readNanos());
            }
        }
        if (message instanceof HttpContent content && !isInformational) {
            current.onContent(content.content(), stamps, owner.feeder());
            if (message instanceof LastHttpContent) {
                bodyEnded(current);
            }
        }
    }

    private void bodyEnded(Exchange current) {
        if (state == State.BUSY && isKeptAlive && written != null && written.isSuccess()) {
            state = State.REUSABLE;
        }
        current.onBodyEnd(stamps.readNanos());
    }

    private void onReadDone() {
        if (exchange != null) {
            exchange.onReadDone();
        }
    }

    /** The exchange is over: a connection in order becomes idle, any other is closed. */
    void release(Exchange ended) {
        if (exchange != ended) {
            return;
        }
        exchange = null;
        if (state == State.REUSABLE && channel.isActive()) {
            state = State.IDLE;
            idleSinceNanos = owner.clock().nanoTime();
            setReading(true);
            owner.becameIdle(this);
        } else {
            close();
        }
    }

    /** Ends whatever happens here. */
    void cancel() {
        if (exchange == null) {
            close();
        } else {
            exchange.fail(new StreamFailure.Cancelled());
        }
    }

    /** Nobody waits for it: what is left to tell comes from the channel as it becomes inactive. */
    void close() {
        ChannelFuture unused = channel.close();
    }

    void setReading(boolean on) {
        channel.config().setAutoRead(on);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                onReady(owner.clock().nanoTime() - connectedNanos);
            } else {
                onConnectFailed(handshake.cause());
            }
        }
    }

    void onConnectFailed(Throwable cause) {
        if (exchange != null) {
            exchange.fail(new StreamFailure.Connect(LoopConnections.reason(cause)));
        }
        close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (exchange != null) {
            exchange.onBroken(exchange.lost("the server closed the connection"), stamps.readNanos());
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (exchange == null) {
            close();
        } else if (cause instanceof IOException) {
            exchange.onBroken(
                    exchange.lost(LoopConnections.reason(cause)), owner.clock().nanoTime());
        } else {
            LOG.error("a stream of {} failed", exchange.request(), cause);
            exchange.fail(new StreamFailure.Protocol("a listener or codec failed: " + LoopConnections.reason(cause)));
        }
    }
}
