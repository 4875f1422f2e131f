package io.streamgauge.server.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.streamgauge.server.plan.TimedBody;
import io.streamgauge.server.words.Quantities;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Another HTTP status, instead of the stream or in front of it.
 *
 * @param retryAfterNanos what the client is told to wait, if anything
 */
public record Status(int code, Body body, OptionalLong retryAfterNanos, FaultTarget target) implements Fault {
    private static final int MIN_CODE = 200;
    private static final int MAX_CODE = 599;

    static final FaultKind KIND = new FaultKind(
            "status",
            "status(code=500,body=vendor,retry-after=T)",
            "Answers with this HTTP status and, in place of the stream, an error in the vendor's own shape, a proxy's "
                    + "HTML page, nothing, or the stream all the same (vendor, html, empty, stream). Times to wait go "
                    + "into retry-after, and into retry-after-ms when they are not whole seconds.",
            Aim.MOMENT,
            FaultTarget.at(Place.Named.WHOLE),
            (given, target) -> new Status(
                    given.count("code", 500, MIN_CODE, MAX_CODE),
                    given.choice("body", Body.class, Body::word, Body.VENDOR),
                    given.value("retry-after", Quantities::nanos).stream()
                            .mapToLong(Long::longValue)
                            .findFirst(),
                    target));

    /** What follows the status. */
    public enum Body {
        /** An error as the vendor words it. */
        VENDOR,
        /** A page as proxies send it. */
        HTML,
        /** Nothing. */
        EMPTY,
        /** The stream. */
        STREAM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Script applyTo(Script script, FaultContext context) {
        if (!target.hits(context.chance())) {
            return script;
        }
        long nanos = target.place() instanceof Place.Time time ? time.nanos() : 0;
        if (body == Body.STREAM) {
            HttpHeaders headers = withRetryAfter(script.head().headers().copy());
            return script.withHead(new Script.Head(code, headers, nanos));
        }
        TimedBody text = TimedBody.text(text(context), nanos);
        HttpHeaders headers = withRetryAfter(new DefaultHttpHeaders().set("content-type", contentType()));
        return new Script(new Script.Head(code, headers, nanos), text, Script.Finish.IN_ORDER, Script.Transfer.PLAIN);
    }

    private String contentType() {
        return body == Body.HTML ? "text/html" : "application/json";
    }

    private byte[] text(FaultContext context) {
        return switch (body) {
            case VENDOR -> context.errors().body(code);
            case HTML -> page().getBytes(UTF_8);
            case EMPTY, STREAM -> new byte[0];
        };
    }

    private String page() {
        String title = HttpResponseStatus.valueOf(code).toString();
        return "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n</body>\r\n</html>\r\n";
    }

    private HttpHeaders withRetryAfter(HttpHeaders headers) {
        retryAfterNanos.ifPresent(nanos -> {
            long second = TimeUnit.SECONDS.toNanos(1);
            headers.set("retry-after", (nanos + second - 1) / second);
            if (nanos % second != 0) {
                headers.set("retry-after-ms", TimeUnit.NANOSECONDS.toMillis(nanos));
            }
        });
        return headers;
    }

    @Override
    public String toString() {
        return retryAfterNanos.isPresent()
                ? KIND.words(
                        target,
                        "code=" + code,
                        "body=" + body.word(),
                        "retry-after=" + Quantities.time(retryAfterNanos.getAsLong()))
                : KIND.words(target, "code=" + code, "body=" + body.word());
    }
}
