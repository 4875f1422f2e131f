package io.streamgauge.client;

import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.ProviderError;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what it is told, in order and in words. */
class RecordingListener implements StreamListener {
    final List<String> calls = new ArrayList<>();
    final List<Long> reads = new ArrayList<>();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    long bytesTold;
    long sentNanos;
    long headNanos;
    Optional<ConnectionSpan> span = Optional.empty();
    Optional<StreamOutcome> outcome = Optional.empty();

    String text() {
        return text.toString();
    }

    StreamOutcome outcome() {
        return outcome.orElseThrow(() -> new AssertionError("not closed; so far " + calls));
    }

    StreamFailure failure() {
        return outcome().failure().orElseThrow(() -> new AssertionError("no failure; " + calls));
    }

    @Override
    public void onSend(long stampNanos, ConnectionSpan connection) {
        sentNanos = stampNanos;
        span = Optional.of(connection);
        calls.add("send");
    }

    @Override
    public void onHead(long stampNanos, int status, HttpHeaders headers) {
        headNanos = stampNanos;
        calls.add("head " + status);
    }

    @Override
    public void onRead(long stampNanos) {
        reads.add(stampNanos);
        calls.add("read");
    }

    @Override
    public void onBody(byte[] source, int offset, int length) {
        body.write(source, offset, length);
    }

    @Override
    public void onReadEnd(long stampNanos, int bodyBytes) {
        bytesTold += bodyBytes;
        calls.add("read end");
    }

    @Override
    public void onText(int choice, int part, ByteSlice piece) {
        text.append(piece.copyUtf8());
        calls.add("text " + piece.copyUtf8());
    }

    @Override
    public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
        calls.add("finish " + raw.copyUtf8());
    }

    @Override
    public void onError(ProviderError error) {
        calls.add("error " + error.message().copyUtf8());
    }

    @Override
    public void onTerminalEvent() {
        calls.add("terminal");
    }

    @Override
    public void onEnd(EndReason reason) {
        calls.add("end " + reason);
    }

    @Override
    public void onClosed(StreamOutcome how) {
        if (outcome.isPresent()) {
            throw new AssertionError("closed twice");
        }
        outcome = Optional.of(how);
        calls.add("closed");
    }
}
