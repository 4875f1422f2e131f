package io.streamgauge.buffer;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Passes deltas on with their text in whole words, sentences or whatever its buffers make of it.
 *
 * <p>Text, reasoning and refusal of each choice have a buffer of their own. Within a choice nothing changes its order:
 * before anything else is said in it, what was held back is handed out. Counters, pings and deviations do not wait for
 * text.
 */
public final class BufferedDeltas implements DeltaHandler {
    /** Buffers of one stream; the text of further choices passes as it is. */
    public static final int MAX_BUFFERS = 384;

    private final Function<TextSink, TextBuffer> maker;
    private final DeltaHandler next;
    private final List<Lane> lanes = new ArrayList<>();

    private enum Channel {
        TEXT,
        REASONING,
        REFUSAL
    }

    /**
     * Makes a handler that buffers what it passes on to {@code next}.
     *
     * @param maker makes a buffer, such as {@code SentenceBuffer::new}
     */
    public BufferedDeltas(Function<TextSink, TextBuffer> maker, DeltaHandler next) {
        this.maker = maker;
        this.next = next;
    }

    /** One text of one choice, and the part it is in now. */
    private final class Lane {
        private final Channel channel;
        private final int choice;
        private final TextBuffer buffer;
        private int part;

        Lane(Channel channel, int choice) {
            this.channel = channel;
            this.choice = choice;
            buffer = maker.apply(piece -> pass(channel, choice, part, piece));
        }

        void push(int newPart, ByteSlice text) {
            if (newPart != part) {
                buffer.end();
                part = newPart;
            }
            buffer.push(text);
        }
    }

    private void pass(Channel channel, int choice, int part, ByteSlice piece) {
        switch (channel) {
            case TEXT -> next.onText(choice, part, piece);
            case REASONING -> next.onReasoning(choice, part, piece);
            case REFUSAL -> next.onRefusal(choice, part, piece);
        }
    }

    private void push(Channel channel, int choice, int part, ByteSlice text) {
        @Nullable Lane own = null;
        for (Lane lane : lanes) {
            if (lane.choice == choice && lane.channel == channel) {
                own = lane;
            } else if (lane.choice == choice) {
                lane.buffer.end();
            }
        }
        if (own == null && lanes.size() < MAX_BUFFERS) {
            own = new Lane(channel, choice);
            lanes.add(own);
        }
        if (own == null) {
            pass(channel, choice, part, text);
        } else {
            own.push(part, text);
        }
    }

    private void endChoice(int choice) {
        for (Lane lane : lanes) {
            if (lane.choice == choice) {
                lane.buffer.end();
            }
        }
    }

    private void endAll() {
        lanes.forEach(lane -> lane.buffer.end());
    }

    /** Hands out what is held back in all buffers. */
    public void flush() {
        lanes.forEach(lane -> lane.buffer.flush());
    }

    @Override
    public void onText(int choice, int part, ByteSlice text) {
        push(Channel.TEXT, choice, part, text);
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice text) {
        push(Channel.REASONING, choice, part, text);
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice text) {
        push(Channel.REFUSAL, choice, part, text);
    }

    @Override
    public void onToolCall(ToolCallDelta call) {
        endChoice(call.choice());
        next.onToolCall(call);
    }

    @Override
    public void onToolCallEnd(int choice, int index) {
        endChoice(choice);
        next.onToolCallEnd(choice, index);
    }

    @Override
    public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
        endChoice(choice);
        next.onOpaque(kind, choice, part, payload);
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        endChoice(choice);
        next.onFinish(choice, reason, raw);
    }

    @Override
    public void onTerminalEvent() {
        endAll();
        next.onTerminalEvent();
    }

    @Override
    public void onError(ProviderError error) {
        endAll();
        next.onError(error);
    }

    @Override
    public void onEnd(EndReason reason) {
        endAll();
        lanes.clear();
        next.onEnd(reason);
    }

    @Override
    public void onEventBegin(long eventNumber) {
        next.onEventBegin(eventNumber);
    }

    @Override
    public void onStart(ByteSlice responseId, ByteSlice model) {
        next.onStart(responseId, model);
    }

    @Override
    public void onUsage(TokenUsage usage) {
        next.onUsage(usage);
    }

    @Override
    public void onPing() {
        next.onPing();
    }

    @Override
    public void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {
        next.onDeviation(deviation, eventNumber, byteOffset);
    }
}
