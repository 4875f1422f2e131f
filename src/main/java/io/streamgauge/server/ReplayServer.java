package io.streamgauge.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.streamgauge.server.fault.Faults;
import io.streamgauge.time.NanoClock;
import io.streamgauge.time.Scheduler;
import io.streamgauge.transport.EventLoops;
import io.streamgauge.transport.HttpCodecs;
import io.streamgauge.transport.Transport;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fake provider: serves recordings at the paths of the vendors they came from.
 *
 * <p>It listens from {@link Builder#start()} to {@link #close()}. Any thread may use it.
 */
public final class ReplayServer implements AutoCloseable {
    /** Connections that wait to be accepted; the system may allow fewer. */
    private static final int BACKLOG = 4096;

    private final EventLoops loops;
    private final Library library;
    private final ReplayService service;
    private final SendLog sendLog;
    private final ServerLimits limits;
    private final AtomicInteger connections = new AtomicInteger();
    private final Channel listener;

    private ReplayServer(Builder builder) throws BindException {
        library = new Library(builder.recordings);
        requireTimings(builder.manner.schedule());
        limits = builder.limits;
        loops = EventLoops.start(builder.transport, builder.clock, builder.spinNanos, "replay-server", builder.threads);
        sendLog = new SendLog(loops.group(), builder.sendLogEntries);
        service = new ReplayService(
                library, new ReplaySettings(builder.choice, builder.manner, builder.seed, builder.limits), sendLog);
        try {
            listener = listen(new InetSocketAddress(builder.host, builder.port));
        } catch (BindException e) {
            close();
            throw e;
        }
    }

    /** A pace that no request could get is better refused here than to each of them. */
    private void requireTimings(ReplaySchedule schedule) {
        schedule.recordings()
                .filter(name -> library.recordedTtfts(name).length == 0)
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("there is no recording " + name + " with a timing to draw from");
                });
    }

    private Channel listen(InetSocketAddress address) throws BindException {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(loops.transport().serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                // A write is a packet of its own: nothing is held back to be sent with the next.
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accept(channel);
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw cannotListen(address, bound.cause());
        }
        return bound.channel();
    }

    private static BindException cannotListen(InetSocketAddress address, Throwable cause) {
        String reason = address.isUnresolved() ? "no such host" : String.valueOf(cause.getMessage());
        BindException exception = new BindException(
                "cannot listen on " + address.getHostString() + ":" + address.getPort() + ": " + reason);
        exception.initCause(cause);
        return exception;
    }

    private void accept(Channel channel) {
        var unused = channel.closeFuture().addListener(closed -> connections.decrementAndGet());
        if (connections.incrementAndGet() > limits.maxConnections()) {
            unused = channel.close();
            return;
        }
        Scheduler scheduler = loops.schedulerOf(channel.eventLoop());
        ReadStamp reads = new ReadStamp(scheduler.clock());
        Http1Connection connection =
                new Http1Connection(channel, service, limits, scheduler, sendLog.of(channel.eventLoop()), reads);
        channel.pipeline()
                .addLast(
                        reads,
                        HttpCodecs.server(limits.http()),
                        new RequestCollector(limits.http().maxBodyBytes(), connection::isAnswering),
                        connection);
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The port it listens on. */
    public int port() {
        return address().getPort();
    }

    /** The address it listens on. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    /** What clients take for their base URL, without a slash at its end. */
    public URI uri() {
        return URI.create("http://" + address().getHostString() + ":" + port());
    }

    /** What was sent when. It may still be read when the server is closed. */
    public SendLog sendLog() {
        return sendLog;
    }

    /** The streams that are under way. */
    public int openStreams() {
        return service.openStreams();
    }

    /** Stops listening, cuts off what is under way and ends the threads, within {@link EventLoops#SHUTDOWN_MILLIS}. */
    @Override
    public void close() {
        loops.close();
        library.release();
    }

    /** How a server is to be. Each setting has a default; a builder may start several servers. */
    public static final class Builder {
        private Collection<ServedRecording> recordings = List.of();
        private String host = "127.0.0.1";
        private int port;
        private RecordingChoice choice = RecordingChoice.BY_MODEL;
        private ReplayManner manner = ReplayManner.RECORDED;
        private long seed = 1;
        private ServerLimits limits = ServerLimits.DEFAULTS;
        private int sendLogEntries = SendLog.DEFAULT_ENTRIES;
        private Transport transport = Transport.preferred();
        private NanoClock clock = NanoClock.SYSTEM;
        private long spinNanos = EventLoops.DEFAULT_SPIN_NANOS;
        private int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

        private Builder() {}

        /** What is served. No two may have one name. */
        public Builder recordings(Collection<ServedRecording> recordings) {
            this.recordings = List.copyOf(recordings);
            return this;
        }

        /** The address to listen on; the loopback address unless said otherwise. */
        public Builder host(String host) {
            this.host = host;
            return this;
        }

        /** The port to listen on; 0, the default, takes any that is free. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** How recordings are picked; by model unless said otherwise. */
        public Builder choice(RecordingChoice choice) {
            this.choice = choice;
            return this;
        }

        /** The pace; as recorded unless said otherwise. */
        public Builder schedule(ReplaySchedule schedule) {
            manner = manner.withSchedule(schedule);
            return this;
        }

        /** The cut; as recorded unless said otherwise. */
        public Builder fragmentation(Fragmentation fragmentation) {
            manner = manner.withFragmentation(fragmentation);
            return this;
        }

        /** What goes wrong with every answer; nothing unless said otherwise. */
        public Builder faults(Faults faults) {
            manner = manner.withFaults(faults);
            return this;
        }

        /** Pace, cut and faults at once. */
        public Builder manner(ReplayManner manner) {
            this.manner = manner;
            return this;
        }

        /** Where all random choices come from; 1 unless said otherwise. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** How much is taken on. */
        public Builder limits(ServerLimits limits) {
            this.limits = limits;
            return this;
        }

        /** How many sends are kept for each event loop; {@link SendLog#DEFAULT_ENTRIES} unless said otherwise. */
        public Builder sendLogEntries(int entries) {
            sendLogEntries = entries;
            return this;
        }

        /** How sockets are waited for; the best that works here unless said otherwise. */
        public Builder transport(Transport transport) {
            this.transport = transport;
            return this;
        }

        /** The clock of deadlines and stamps; it must run as fast as {@link NanoClock#SYSTEM}. */
        public Builder clock(NanoClock clock) {
            this.clock = clock;
            return this;
        }

        /** How long a loop waits awake for a deadline; {@link EventLoops#DEFAULT_SPIN_NANOS} unless said otherwise. */
        public Builder spinNanos(long spinNanos) {
            this.spinNanos = spinNanos;
            return this;
        }

        /** The event loops; one for every two cores unless said otherwise, since the client needs some too. */
        public Builder threads(int threads) {
            this.threads = threads;
            return this;
        }

        /**
         * Begins to listen.
         *
         * @throws BindException in one line, when the address cannot be listened on
         * @throws IllegalArgumentException when the recordings cannot be served
         */
        public ReplayServer start() throws BindException {
            return new ReplayServer(this);
        }
    }
}
