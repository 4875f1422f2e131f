package io.streamgauge.client;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.streamgauge.transport.ClientTls;
import io.streamgauge.transport.EventLoops;
import io.streamgauge.transport.HostAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks for streams. Any thread may use it; it borrows its event loops and does not close them.
 *
 * <p>A stream stays on one loop, and connections are kept per loop: who starts the next stream from a callback of the
 * last one, on its loop, gets its connection without a thread ever waiting for another.
 */
public final class StreamClient implements AutoCloseable {
    /** How long {@link #close()} waits for the loops at most: 5 s. */
    public static final long CLOSE_MILLIS = 5_000;

    private final List<LoopConnections> connections = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /** A client with the default options. */
    public StreamClient(EventLoops loops) {
        this(loops, ClientOptions.DEFAULTS);
    }

    /**
     * A client on {@code loops}, whose clock makes the stamps; servers on https must be known to the JDK's trust store.
     */
    public StreamClient(EventLoops loops, ClientOptions options) {
        this(loops, options, new ClientTls());
    }

    StreamClient(EventLoops loops, ClientOptions options, ClientTls tls) {
        HostAddresses addresses = new HostAddresses();
        for (EventExecutor executor : loops.group()) {
            EventLoop loop = (EventLoop) executor;
            connections.add(new LoopConnections(
                    loop, loops.schedulerOf(loop), loops.transport().clientChannel(), options, addresses, tls));
        }
    }

    /**
     * Sends a request, on the loop of the calling thread if it is one of this client's, else on the next one in turn.
     *
     * @param listener called on that loop; not before this returns, unless the caller is on it
     */
    public StreamCall start(StreamRequest request, StreamListener listener) {
        return start(current(), request, listener);
    }

    /** Sends a request on one of this client's loops. */
    public StreamCall start(EventLoop loop, StreamRequest request, StreamListener listener) {
        return start(of(loop), request, listener);
    }

    private static StreamCall start(LoopConnections home, StreamRequest request, StreamListener listener) {
        home.prepare(request);
        Exchange exchange = home.newExchange(request, listener);
        if (home.loop().inEventLoop()) {
            home.serve(exchange);
        } else {
            home.loop().execute(() -> home.serve(exchange));
        }
        return exchange;
    }

    private LoopConnections current() {
        for (LoopConnections home : connections) {
            if (home.loop().inEventLoop()) {
                return home;
            }
        }
        return connections.get(Math.floorMod(next.getAndIncrement(), connections.size()));
    }

    private LoopConnections of(EventLoop loop) {
        return connections.stream()
                .filter(home -> home.loop() == loop)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(loop + " is not one of this client's loops"));
    }

    /** The open connections of all loops, busy and idle, counted loop by loop. */
    public int openConnections() {
        return connections.stream().mapToInt(home -> ask(home, home::size)).sum();
    }

    private static int ask(LoopConnections home, Callable<Integer> question) {
        return home.loop().submit(question).syncUninterruptibly().getNow();
    }

    /** Cancels all streams and closes all connections, within {@link #CLOSE_MILLIS}. Not to be called on a loop. */
    @Override
    public void close() {
        List<Future<?>> closing = new ArrayList<>();
        for (LoopConnections home : connections) {
            if (!home.loop().isShuttingDown()) {
                closing.add(home.loop().submit(home::close));
            }
        }
        closing.forEach(done -> done.awaitUninterruptibly(CLOSE_MILLIS, TimeUnit.MILLISECONDS));
    }
}
