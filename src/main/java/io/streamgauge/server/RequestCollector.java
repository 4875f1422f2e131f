package io.streamgauge.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes whole requests of the pieces the codec gives. One that is too long is handed on as {@link #TOO_LARGE} and its
 * body swallowed, so that it is refused in its turn and in words.
 */
final class RequestCollector extends HttpObjectAggregator {
    /** Stands for a request whose body is longer than is taken. */
    static final Object TOO_LARGE = new Object() {
        @Override
        public String toString() {
            return "a request that is too large";
        }
    };

    private final BooleanSupplier answering;

    /**
     * Makes the collector of one connection.
     *
     * @param answering whether an answer is under way, so that nothing may be written between its pieces
     */
    RequestCollector(int maxBodyBytes, BooleanSupplier answering) {
        super(maxBodyBytes);
        this.answering = answering;
    }

    /** A client may send its body without having been told to go on (RFC 9110, section 10.1.1). */
    @Override
    protected @Nullable Object newContinueResponse(HttpMessage start, int maxContentLength, ChannelPipeline pipeline) {
        if (answering.getAsBoolean() || isContentLengthInvalid(start, maxContentLength)) {
            return null;
        }
        return super.newContinueResponse(start, maxContentLength, pipeline);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        context.fireChannelRead(TOO_LARGE);
    }
}
