package io.streamgauge.record;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.streamgauge.transport.ClientTls;
import io.streamgauge.transport.EventLoops;
import io.streamgauge.transport.HostAddresses;
import io.streamgauge.transport.HttpCodecs;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reverse proxy that records the streams that go through it, byte for byte and with the time of every read.
 *
 * <p>It listens from {@link Builder#start()} to {@link #close()}. Any thread may use it.
 */
public final class RecordingProxy implements AutoCloseable {
    private final EventLoops loops;
    private final Archive archive;
    private final ProxyContext context;
    private final AtomicInteger connections = new AtomicInteger();
    private final Channel listener;

    private RecordingProxy(Builder builder) throws BindException {
        loops = EventLoops.start("recording-proxy", builder.threads);
        archive = new Archive(builder.folder, builder.limits, builder.listener);
        context = new ProxyContext(
                builder.upstream,
                builder.provider.isEmpty()
                        ? Providers.of(builder.upstream.origin().host())
                        : Providers.safe(builder.provider),
                builder.provenance,
                builder.requestBodies,
                builder.limits,
                archive,
                loops,
                new HostAddresses(),
                builder.tls);
        try {
            if (builder.upstream.origin().tls()) {
                var unused = builder.tls.context();
            }
            listener = listen(new InetSocketAddress(builder.host, builder.port));
        } catch (BindException e) {
            close();
            throw e;
        }
    }

    private Channel listen(InetSocketAddress address) throws BindException {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(loops.transport().serverChannel())
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        accept(client);
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            String reason = address.isUnresolved()
                    ? "no such host"
                    : String.valueOf(bound.cause().getMessage());
            BindException exception = new BindException(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + ": " + reason);
            exception.initCause(bound.cause());
            throw exception;
        }
        return bound.channel();
    }

    private void accept(Channel client) {
        var unused = client.closeFuture().addListener(closed -> connections.decrementAndGet());
        if (connections.incrementAndGet() > context.limits().maxConnections()) {
            unused = client.close();
            return;
        }
        client.pipeline().addLast(HttpCodecs.server(context.limits().http()), new ProxyConnection(context, client));
    }

    /**
     * A builder.
     *
     * @param upstream the provider: scheme, host, port, and a path before all others where it has one
     * @param folder where recordings go; made when needed
     * @throws IllegalArgumentException if HTTP cannot go to {@code upstream}
     */
    public static Builder to(URI upstream, Path folder) {
        return new Builder(Upstream.of(upstream), folder);
    }

    /** The port it listens on. */
    public int port() {
        return address().getPort();
    }

    private InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    /** What clients take for their base URL, without a slash at its end. */
    public URI uri() {
        return URI.create("http://" + address().getHostString() + ":" + port());
    }

    /**
     * Stops listening, cuts off what is under way, and finishes the recordings of it: within
     * {@link EventLoops#SHUTDOWN_MILLIS} and twice 20 s, if there is much to be written.
     */
    @Override
    public void close() {
        loops.close();
        archive.close();
    }

    /** How a proxy is to be. Each setting has a default. */
    public static final class Builder {
        private final Upstream upstream;
        private final Path folder;
        private String host = "127.0.0.1";
        private int port;
        private String provider = "";
        private String provenance = "recorded by streamgauge";
        private ProxyContext.RequestBodies requestBodies = ProxyContext.RequestBodies.NOT_WRITTEN;
        private ProxyLimits limits = ProxyLimits.DEFAULTS;
        private RecordingListener listener = new RecordingListener() {};
        private ClientTls tls = new ClientTls();
        private int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

        private Builder(Upstream upstream, Path folder) {
            this.upstream = upstream;
            this.folder = folder;
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

        /** Who answers, and so the folder of the recordings; told from the host unless said otherwise. */
        public Builder provider(String provider) {
            this.provider = provider;
            return this;
        }

        /** What recordings say about where they come from. */
        public Builder provenance(String provenance) {
            this.provenance = provenance;
            return this;
        }

        /**
         * Writes the bodies of requests too, to {@code stem.request}; masked as all else, but they are what users say.
         */
        public Builder writeRequestBodies() {
            requestBodies = ProxyContext.RequestBodies.WRITTEN;
            return this;
        }

        /** How much is taken on. */
        public Builder limits(ProxyLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Who hears of recordings. */
        public Builder listener(RecordingListener listener) {
            this.listener = listener;
            return this;
        }

        /** Whom to trust; the JDK's trust store unless said otherwise. */
        public Builder tls(ClientTls tls) {
            this.tls = tls;
            return this;
        }

        /** The event loops; one for every two cores unless said otherwise. */
        public Builder threads(int threads) {
            this.threads = threads;
            return this;
        }

        /**
         * Begins to listen.
         *
         * @throws BindException in one line, when the address cannot be listened on
         */
        public RecordingProxy start() throws BindException {
            return new RecordingProxy(this);
        }
    }
}
