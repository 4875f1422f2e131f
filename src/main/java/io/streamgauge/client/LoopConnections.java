package io.streamgauge.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.streamgauge.time.NanoClock;
import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;
import io.streamgauge.transport.ByteBufFeeder;
import io.streamgauge.transport.ClientTls;
import io.streamgauge.transport.HostAddresses;
import io.streamgauge.transport.HttpCodecs;
import io.streamgauge.transport.Origin;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The connections of one event loop, busy and idle. Everything here runs on that loop, so there are no locks. */
final class LoopConnections {
    private final EventLoop loop;
    private final Scheduler scheduler;
    private final ClientOptions options;
    private final HostAddresses addresses;
    private final ClientTls tls;
    private final Class<? extends Channel> channelClass;
    private final ByteBufFeeder feeder = new ByteBufFeeder();
    private final Timer evictor;

    private final Map<Origin, ArrayDeque<Connection>> idle = new HashMap<>();
    private final Set<Connection> open = new HashSet<>();
    private boolean isClosed;

    LoopConnections(
            EventLoop loop,
            Scheduler scheduler,
            Class<? extends Channel> channelClass,
            ClientOptions options,
            HostAddresses addresses,
            ClientTls tls) {
        this.loop = loop;
        this.scheduler = scheduler;
        this.channelClass = channelClass;
        this.options = options;
        this.addresses = addresses;
        this.tls = tls;
        evictor = scheduler.newTimer(this::closeStale);
    }

    EventLoop loop() {
        return loop;
    }

    NanoClock clock() {
        return scheduler.clock();
    }

    ByteBufFeeder feeder() {
        return feeder;
    }

    int size() {
        return open.size();
    }

    /** Does what may take long; on the caller's thread, so that the loop need not. */
    void prepare(StreamRequest request) {
        if (request.origin().tls()) {
            tls.context();
        }
    }

    Exchange newExchange(StreamRequest request, StreamListener listener) {
        return new Exchange(loop, scheduler, options, request, listener);
    }

    /** Gives {@code exchange} a connection: the one that became idle last, or a new one. */
    void serve(Exchange exchange) {
        exchange.begin();
        if (isClosed) {
            exchange.fail(new StreamFailure.Cancelled());
            return;
        }
        Origin origin = exchange.request().origin();
        @Nullable Connection found = pollIdle(origin);
        if (found != null) {
            exchange.attach(found);
            found.reuseFor(exchange);
        } else if (open.size() >= options.maxConnectionsPerLoop()) {
            exchange.fail(new StreamFailure.Limit(
                    "at most " + options.maxConnectionsPerLoop() + " connections on one event loop"));
        } else {
            connect(origin, exchange);
        }
    }

    private @Nullable Connection pollIdle(Origin origin) {
        ArrayDeque<Connection> waiting = idle.get(origin);
        return waiting == null ? null : waiting.pollLast();
    }

    private void connect(Origin origin, Exchange exchange) {
        long asked = clock().nanoTime();
        CompletableFuture<?> unused = addresses.of(origin).whenComplete((address, failure) -> {
            if (loop.inEventLoop()) {
                onAddress(origin, exchange, asked, address, failure);
            } else {
                loop.execute(() -> onAddress(origin, exchange, asked, address, failure));
            }
        });
    }

    private void onAddress(
            Origin origin,
            Exchange exchange,
            long asked,
            @Nullable InetSocketAddress address,
            @Nullable Throwable failure) {
        if (isClosed) {
            exchange.fail(new StreamFailure.Cancelled());
        } else if (address == null || failure != null) {
            exchange.fail(new StreamFailure.Connect("host " + origin.host() + " is unknown"));
        } else if (!exchange.isClosed()) {
            ConnectionInitializer initializer = new ConnectionInitializer(origin, exchange, asked);
            ChannelFuture connecting = new Bootstrap()
                    .group(loop)
                    .channel(channelClass)
                    // The exchange's own timeout covers this wait and the handshake after it.
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(initializer)
                    .connect(address);
            connecting.addListener(done -> initializer.onConnectDone(connecting));
        }
    }

    /** Builds the pipeline of one new connection. */
    private final class ConnectionInitializer extends ChannelInitializer<Channel> {
        private final Origin origin;
        private final Exchange exchange;
        private final long askedNanos;
        private @Nullable Connection connection;

        ConnectionInitializer(Origin origin, Exchange exchange, long askedNanos) {
            this.origin = origin;
            this.exchange = exchange;
            this.askedNanos = askedNanos;
        }

        @Override
        protected void initChannel(Channel channel) {
            Connection made = new Connection(LoopConnections.this, origin, channel);
            connection = made;
            open.add(made);
            channel.closeFuture().addListener(done -> closed(made));
            made.openFor(exchange, askedNanos);
            exchange.attach(made);
            channel.pipeline().addLast(made.stamps());
            if (origin.tls()) {
                channel.pipeline().addLast(tls.context().newHandler(channel.alloc(), origin.host(), origin.port()));
            }
            channel.pipeline().addLast(HttpCodecs.client(options.httpLimits()), made);
        }

        void onConnectDone(ChannelFuture connecting) {
            if (connection == null) {
                exchange.fail(new StreamFailure.Connect(reason(connecting.cause())));
            } else if (connecting.isSuccess()) {
                connection.onConnected();
            } else {
                connection.onConnectFailed(connecting.cause());
            }
        }
    }

    void becameIdle(Connection connection) {
        ArrayDeque<Connection> waiting = idle.computeIfAbsent(connection.origin(), unused -> new ArrayDeque<>());
        if (isClosed || waiting.size() >= options.maxIdlePerEndpoint()) {
            connection.close();
            return;
        }
        waiting.addLast(connection);
        if (!evictor.isArmed()) {
            evictor.armAt(
                    connection.idleSinceNanos() + options.idleConnectionTime().toNanos());
        }
    }

    private void closed(Connection connection) {
        open.remove(connection);
        ArrayDeque<Connection> waiting = idle.get(connection.origin());
        if (waiting != null) {
            waiting.remove(connection);
        }
    }

    /** The longest idle come first in their queues; the rest is looked at again when the first of them is due. */
    private void closeStale() {
        long kept = options.idleConnectionTime().toNanos();
        long now = clock().nanoTime();
        List<Connection> stale = new ArrayList<>();
        long next = Long.MAX_VALUE;
        for (ArrayDeque<Connection> waiting : idle.values()) {
            for (Connection connection : waiting) {
                long left = connection.idleSinceNanos() + kept - now;
                if (left <= 0) {
                    stale.add(connection);
                } else {
                    next = Math.min(next, left);
                }
            }
            waiting.removeAll(stale);
        }
        stale.forEach(connection -> connection.close());
        if (next != Long.MAX_VALUE) {
            evictor.armAt(now + next);
        }
    }

    /** Closes every connection; streams that run on them end as cancelled, and so does whatever is asked for later. */
    void close() {
        isClosed = true;
        evictor.disarm();
        for (Connection connection : List.copyOf(open)) {
            connection.cancel();
        }
    }

    /** What went wrong, without class names where the message says it. */
    static String reason(@Nullable Throwable cause) {
        Throwable root = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
        if (root == null) {
            return "unknown";
        }
        String message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
    }
}
