package io.streamgauge.load;

import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.client.ConnectionSpan;
import io.streamgauge.client.StreamCall;
import io.streamgauge.client.StreamListener;
import io.streamgauge.client.StreamOutcome;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.measure.StreamTimer;
import io.streamgauge.measure.StreamTiming;
import java.util.Optional;

/** One stream of a load: hands everything to its timer. Reused for one request after the other of a worker. */
final class LoadStream implements StreamListener {
    /** In which the server says which stream of its send log this is. */
    static final String STREAM_HEADER = "x-streamgauge-stream";

    private final LoadWorker worker;
    private final StreamTimer timer = new StreamTimer();
    private final ReadLog reads = new ReadLog();
    private final boolean keepsReads;

    private int target;
    private int user;
    private long planNanos;
    private boolean isMeasured;
    private boolean isSent;
    private boolean isCut;
    private Optional<StreamCall> call = Optional.empty();

    /** Where the worker keeps it among its active streams. */
    int place;

    LoadStream(LoadWorker worker, boolean keepsReads) {
        this.worker = worker;
        this.keepsReads = keepsReads;
    }

    void begin(int targetIndex, int asker, long plan, boolean measured, long callNanos) {
        target = targetIndex;
        user = asker;
        planNanos = plan;
        isMeasured = measured;
        isSent = false;
        isCut = false;
        call = Optional.empty();
        reads.begin(0);
        timer.begin(plan, callNanos); // a failure to connect counts from the call
    }

    void started(StreamCall started) {
        call = Optional.of(started);
    }

    int target() {
        return target;
    }

    int user() {
        return user;
    }

    boolean isMeasured() {
        return isMeasured;
    }

    boolean isSent() {
        return isSent;
    }

    boolean isCut() {
        return isCut;
    }

    ReadLog reads() {
        return reads;
    }

    /** What is known so far, as of {@code nanos}. */
    StreamTiming timing(long nanos) {
        return timer.end(nanos);
    }

    /** Ends the stream because the run is over; what it still tells is not listened to. */
    void cut() {
        isCut = true;
        call.ifPresent(StreamCall::cancel);
    }

    @Override
    public void onSend(long stampNanos, ConnectionSpan connection) {
        isSent = true;
        timer.begin(planNanos, stampNanos);
        worker.sent(stampNanos, connection);
    }

    @Override
    public void onHead(long stampNanos, int status, HttpHeaders headers) {
        timer.onHead(stampNanos);
        if (keepsReads) {
            reads.begin(streamNumber(headers.get(STREAM_HEADER, "0")));
        }
    }

    private static long streamNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void onRead(long stampNanos) {
        timer.onRead(stampNanos);
    }

    @Override
    public void onReadEnd(long stampNanos, int bodyBytes) {
        if (keepsReads) {
            reads.add(stampNanos, bodyBytes);
        }
    }

    @Override
    public void onEventBegin(long eventNumber) {
        worker.countEvent();
        timer.onEventBegin(eventNumber);
    }

    @Override
    public void onText(int choice, int part, ByteSlice text) {
        timer.onText(choice, part, text);
    }

    @Override
    public void onReasoning(int choice, int part, ByteSlice text) {
        timer.onReasoning(choice, part, text);
    }

    @Override
    public void onRefusal(int choice, int part, ByteSlice text) {
        timer.onRefusal(choice, part, text);
    }

    @Override
    public void onToolCall(ToolCallDelta toolCall) {
        timer.onToolCall(toolCall);
    }

    @Override
    public void onUsage(TokenUsage usage) {
        timer.onUsage(usage);
    }

    @Override
    public void onTerminalEvent() {
        timer.onTerminalEvent();
    }

    @Override
    public void onError(ProviderError error) {
        timer.onError(error);
    }

    @Override
    public void onClosed(StreamOutcome outcome) {
        worker.closed(this, outcome);
    }
}
