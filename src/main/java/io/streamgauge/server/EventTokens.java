package io.streamgauge.server;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.provider.StreamDecoder;
import io.streamgauge.server.plan.EventIndex;
import java.nio.ByteBuffer;

/**
 * How many tokens had been generated when each event of a body came.
 *
 * <p>Recordings tell the tokens of a whole answer at best, so these are spread over its events by the bytes of text,
 * reasoning, refusal and tool calls that each brings. An answer that does not tell its tokens is taken to have one for
 * every {@link #BYTES_PER_TOKEN} bytes. Immutable.
 */
final class EventTokens {
    /** What models make of English text on average. */
    static final int BYTES_PER_TOKEN = 4;

    private final double[] upTo;
    private final double first;

    private EventTokens(double[] upTo) {
        this.upTo = upTo;
        first = firstAboveZero(upTo);
    }

    private static double firstAboveZero(double[] rising) {
        for (double tokens : rising) {
            if (tokens > 0) {
                return tokens;
            }
        }
        return 0;
    }

    /** Decodes a body once and keeps a number for each event. */
    static EventTokens of(ServedRecording recording, EventIndex index) {
        Counter counter = new Counter();
        StreamDecoder decoder = new StreamDecoder(recording.dialect(), counter);
        double[] upTo = new double[index.events()];
        int event = 0;
        int at = 0;
        ByteBuffer body = recording.body();
        for (int block = 0; block < index.blocks(); block++) {
            decoder.feed(body.slice(at, index.end(block) - at));
            at = index.end(block);
            if (block == index.blocks() - 1) {
                decoder.end();
            }
            for (int whole = index.eventsWithin(at); event < whole; event++) {
                upTo[event] = counter.bytes;
            }
        }
        return new EventTokens(scaled(upTo, counter));
    }

    private static double[] scaled(double[] upTo, Counter counter) {
        double tokensPerByte = counter.tokens > 0 && counter.bytes > 0
                ? (double) counter.tokens / counter.bytes
                : 1.0 / BYTES_PER_TOKEN;
        for (int i = 0; i < upTo.length; i++) {
            upTo[i] *= tokensPerByte;
        }
        return upTo;
    }

    /** The tokens that were generated after the first event with tokens and up to the end of this one. */
    double sinceFirst(int event) {
        return Math.max(0, upTo[event] - first);
    }

    /** The tokens of the whole answer. */
    double total() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    private static final class Counter implements DeltaHandler {
        private long bytes;
        private long tokens = TokenUsage.UNKNOWN;

        @Override
        public void onText(int choice, int part, ByteSlice text) {
            bytes += text.length();
        }

        @Override
        public void onReasoning(int choice, int part, ByteSlice text) {
            bytes += text.length();
        }

        @Override
        public void onRefusal(int choice, int part, ByteSlice text) {
            bytes += text.length();
        }

        @Override
        public void onToolCall(ToolCallDelta call) {
            // What is only repeated at the end was generated before.
            if (call.form() != ToolCallDelta.Form.FALLBACK) {
                bytes += call.name().length() + call.arguments().length();
            }
        }

        @Override
        public void onUsage(TokenUsage usage) {
            tokens = usage.output();
        }
    }
}
