package io.streamgauge.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.streamgauge.time.NanoClock;

/** First in a pipeline: remembers when the last read came, before anything is done with it. */
final class ReadStamp extends ChannelInboundHandlerAdapter {
    private final NanoClock clock;
    private long lastReadNanos;

    ReadStamp(NanoClock clock) {
        this.clock = clock;
        lastReadNanos = clock.nanoTime();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        lastReadNanos = clock.nanoTime();
        context.fireChannelRead(message);
    }

    long lastReadNanos() {
        return lastReadNanos;
    }
}
