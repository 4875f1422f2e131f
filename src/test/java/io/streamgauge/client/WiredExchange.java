package io.streamgauge.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.streamgauge.provider.Dialect;
import io.streamgauge.time.ManualTime;
import io.streamgauge.time.NanoClock;
import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;
import io.streamgauge.transport.ClientTls;
import io.streamgauge.transport.HostAddresses;
import io.streamgauge.transport.HttpCodecs;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One exchange on a connection without a socket, with time moved by hand: each read is what the test says. */
final class WiredExchange implements AutoCloseable {
    static final StreamRequest REQUEST = StreamRequest.to(Dialect.OPENAI_CHAT, URI.create("http://localhost:1"))
            .model("m")
            .prompt("hello")
            .apiKey("sk-secret-value")
            .build();

    final ManualTime time = new ManualTime(Long.MAX_VALUE - 5_000_000_000L);
    final EmbeddedChannel channel = new EmbeddedChannel();
    final RecordingListener listener;
    final LoopConnections owner;
    final Exchange exchange;
    private final List<ByteBuf> given = new ArrayList<>();
    private int clockCalls;

    WiredExchange(ClientOptions options, RecordingListener listener) {
        this(options, listener, REQUEST);
    }

    WiredExchange(ClientOptions options, RecordingListener listener, StreamRequest request) {
        this.listener = listener;
        owner = new LoopConnections(
                channel.eventLoop(),
                new CountingTime(),
                NioSocketChannel.class,
                options,
                new HostAddresses(),
                new ClientTls());
        exchange = owner.newExchange(request, listener);
        exchange.begin();
        Connection connection = new Connection(owner, request.origin(), channel);
        exchange.attach(connection);
        connection.openFor(exchange, time.nanoTime());
        channel.pipeline().addLast(connection.stamps(), HttpCodecs.client(options.httpLimits()), connection);
        connection.onConnected();
    }

    /** What the client wrote so far. */
    String written() {
        StringBuilder all = new StringBuilder();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            all.append(out.toString(StandardCharsets.UTF_8));
            out.release();
        }
        return all.toString();
    }

    /** One read returns these bytes. */
    void read(byte[] source, int from, int to) {
        ByteBuf bytes = Unpooled.copiedBuffer(source, from, to - from);
        given.add(bytes);
        channel.writeInbound(bytes);
    }

    void read(String bytes) {
        byte[] all = Answers.bytes(bytes);
        read(all, 0, all.length);
    }

    /** The server closes the connection. */
    void serverCloses() {
        channel.close().syncUninterruptibly();
    }

    /** The clock was read this often since the last call of this. */
    int clockCalls() {
        int calls = clockCalls;
        clockCalls = 0;
        return calls;
    }

    @Override
    public void close() {
        written();
        channel.finishAndReleaseAll();
        given.forEach(bytes -> assertEquals(0, bytes.refCnt(), "references to a read that nobody let go of"));
    }

    private final class CountingTime implements Scheduler, NanoClock {
        @Override
        public long nanoTime() {
            clockCalls++;
            return time.nanoTime();
        }

        @Override
        public NanoClock clock() {
            return this;
        }

        @Override
        public Timer newTimer(Runnable task) {
            return time.newTimer(task);
        }
    }
}
