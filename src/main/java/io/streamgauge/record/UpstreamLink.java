package io.streamgauge.record;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.streamgauge.transport.HttpCodecs;
import io.streamgauge.transport.Origin;
import io.streamgauge.transport.ReadStamps;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One connection to the provider, on the event loop of the client it serves. */
final class UpstreamLink extends ChannelInboundHandlerAdapter {
    private enum State {
        CONNECTING,
        OPEN,
        CLOSED
    }

    private final ProxyContext context;
    private final EventLoop loop;
    private final Owner owner;
    private final ReadStamps stamps;
    private State state = State.CONNECTING;
    private @Nullable Channel channel;

    /** An answer that only says that another follows is being passed over. */
    private boolean isInterim;

    /** Whoever asks over this link; called on its loop. */
    interface Owner {
        /** Requests can be sent. */
        void onReady();

        void onHead(HttpResponse head);

        /** A piece of the body, which is the owner's now; the last one is a {@link LastHttpContent}. */
        void onContent(HttpContent content);

        /** All that a read brought has been handed over. */
        void onReadDone();

        /** Whether more can be written has changed. */
        void onWritable();

        /**
         * The link is of no more use. Called at most once, and not when the owner has closed it.
         *
         * @param reason for people, to follow the name of the provider
         */
        void onLost(String reason);
    }

    private UpstreamLink(ProxyContext context, EventLoop loop, Owner owner) {
        this.context = context;
        this.loop = loop;
        this.owner = owner;
        stamps = new ReadStamps(context.schedulerOf(loop).clock(), this::readDone);
    }

    /** Begins to connect; the owner hears how that went, not before this returns. */
    static UpstreamLink connect(ProxyContext context, EventLoop loop, Owner owner) {
        UpstreamLink link = new UpstreamLink(context, loop, owner);
        loop.execute(link::lookUp);
        return link;
    }

    private Origin origin() {
        return context.upstream().origin();
    }

    private void lookUp() {
        CompletableFuture<?> unused = context.addresses()
                .of(origin())
                .whenComplete((address, failure) -> loop.execute(() -> {
                    if (failure != null) {
                        lost(reason(failure));
                    } else if (state == State.CONNECTING) {
                        connect(address);
                    }
                }));
    }

    private void connect(InetSocketAddress address) {
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(context.loops().transport().clientChannel())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, context.limits().connectMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel made) {
                        channel = made;
                        made.pipeline().addLast(stamps);
                        if (origin().tls()) {
                            made.pipeline()
                                    .addLast(context.tls()
                                            .context()
                                            .newHandler(made.alloc(), origin().host(), origin().port()));
                        }
                        made.pipeline()
                                .addLast(HttpCodecs.client(context.limits().http()), UpstreamLink.this);
                    }
                })
                .connect(address);
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                lost(reason(done.cause()));
            } else if (state == State.CLOSED) {
                close();
            } else if (!origin().tls()) {
                ready();
            }
        });
    }

    private void ready() {
        if (state == State.CONNECTING) {
            state = State.OPEN;
            owner.onReady();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                ready();
            } else {
                lost(reason(handshake.cause()));
            }
        }
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isWritable() {
        return channel != null && channel.isWritable();
    }

    ReadStamps stamps() {
        return stamps;
    }

    /** Sends the head of a request; its first flush is when it counts as sent. */
    void send(HttpRequest head) {
        stamps.awaitFlush();
        write(head);
    }

    /** Sends a piece of a request, which is the link's now. */
    void write(HttpObject message) {
        if (channel == null || state != State.OPEN) {
            ReferenceCountUtil.release(message);
            return;
        }
        ChannelFuture unused = channel.write(message, channel.voidPromise());
    }

    void flush() {
        if (channel != null) {
            channel.flush();
        }
    }

    void setReading(boolean on) {
        if (channel != null) {
            channel.config().setAutoRead(on);
        }
    }

    /** Ends it; the owner hears nothing more. */
    void close() {
        state = State.CLOSED;
        if (channel != null) {
            ChannelFuture unused = channel.close();
        }
    }

    private void lost(String reason) {
        if (state != State.CLOSED) {
            close();
            owner.onLost(reason);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        HttpObject part = (HttpObject) message;
        if (state == State.CLOSED || part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            lost("sent what is no HTTP answer");
            return;
        }
        if (message instanceof HttpResponse head) {
            isInterim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (!isInterim) {
                owner.onHead(head);
            }
        }
        if (message instanceof HttpContent content) {
            if (isInterim) {
                content.release();
            } else {
                owner.onContent(content);
            }
        }
    }

    private void readDone() {
        if (state == State.OPEN) {
            owner.onReadDone();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (state == State.OPEN) {
            owner.onWritable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        lost("closed the connection");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        lost(reason(cause));
    }

    /** What went wrong, in words that follow the name of the provider. */
    private static String reason(@Nullable Throwable cause) {
        Throwable root = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
        String message = root == null || root.getMessage() == null ? "no reason given" : root.getMessage();
        if (root instanceof UnknownHostException) {
            return "cannot be found: no such host";
        }
        if (root instanceof SSLException) {
            return "offers no TLS that is trusted: " + message;
        }
        return (root instanceof ConnectException ? "cannot be reached: " : "was lost: ") + message;
    }
}
