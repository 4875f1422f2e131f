package io.streamgauge.record;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.streamgauge.bytes.GrowableBytes;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** One request and its answer, as far as they matter to the recording. On the connection's event loop. */
final class ProxyExchange {
    private final ProxyContext context;
    private final HttpMethod method;
    private final String target;
    private final HttpVersion version;
    private final HttpHeaders requestHeaders;
    private final GrowableBytes request = new GrowableBytes();
    private Optional<LiveRecording> recording = Optional.empty();
    private boolean keepAlive;
    private boolean answered;

    ProxyExchange(ProxyContext context, HttpRequest head) {
        this.context = context;
        method = head.method();
        target = head.uri();
        version = head.protocolVersion();
        keepAlive = HttpUtil.isKeepAlive(head);
        requestHeaders = head.headers();
    }

    HttpVersion version() {
        return version;
    }

    /** Whether the client's connection is to serve another request. */
    boolean isKeptAlive() {
        return keepAlive;
    }

    /** Whether the head of the answer has gone to the client. */
    boolean isAnswered() {
        return answered;
    }

    /** Keeps a piece of the request's body, if that is to be written. */
    void sent(ByteBuf piece) {
        int length = piece.readableBytes();
        if (context.requestBodies() == ProxyContext.RequestBodies.WRITTEN
                && request.length() + length <= context.limits().http().maxBodyBytes()) {
            byte[] copy = new byte[length];
            piece.getBytes(piece.readerIndex(), copy);
            request.append(copy, 0, length);
        }
    }

    /**
     * The answer begins: decides whether it is recorded, and whether the connection may serve another request.
     *
     * @param requestIsOver whether all of the request has been sent on
     */
    void answered(HttpResponse head, boolean requestIsOver, RecordingStart start) {
        answered = true;
        boolean hasEnd = HttpUtil.isContentLengthSet(head) || version.compareTo(HttpVersion.HTTP_1_1) >= 0;
        keepAlive &= hasEnd && requestIsOver;
        try {
            AnswerPlan plan = plan(head);
            recording = Optional.of(start.begin(() -> take(plan, head)));
        } catch (AnswerPlan.NotRecordedException e) {
            context.archive().listener().onPassed(requestLine(), e.reason());
        }
    }

    /** Begins a recording on the connection's loop. */
    @FunctionalInterface
    interface RecordingStart {
        LiveRecording begin(Supplier<Take> take);
    }

    private AnswerPlan plan(HttpResponse head) throws AnswerPlan.NotRecordedException {
        String encoding = encoding(head);
        if (!ContentCoding.isKnown(encoding)) {
            throw new AnswerPlan.NotRecordedException("content encoding " + encoding);
        }
        String type = head.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        return AnswerPlan.of(method.name(), target, head.status().code(), type);
    }

    private static String encoding(HttpResponse head) {
        return head.headers().get(HttpHeaderNames.CONTENT_ENCODING, "");
    }

    /** On a thread that writes: none of this has to be known before the answer goes on. */
    private Take take(AnswerPlan plan, HttpResponse head) {
        Secrets all = secrets().and(head.headers());
        return new Take(
                plan,
                head.status().code(),
                KeptHeaders.contentType(head.headers().get(HttpHeaderNames.CONTENT_TYPE, ""), all),
                KeptHeaders.of(head.headers(), all),
                encoding(head),
                all,
                request.isEmpty() ? Optional.empty() : Optional.of(Arrays.copyOf(request.array(), request.length())),
                context.provider(),
                context.provenance());
    }

    private Secrets secrets() {
        return Secrets.of(target, requestHeaders);
    }

    /** Method and path, without what only concerns the client. */
    private String requestLine() {
        int query = target.indexOf('?');
        return method + " " + secrets().mask(query < 0 ? target : target.substring(0, query));
    }

    Optional<LiveRecording> recording() {
        return recording;
    }

    /** The answer is over. */
    void end(Ending ending, long readNanos) {
        recording.ifPresent(live -> live.end(ending, readNanos));
    }
}
