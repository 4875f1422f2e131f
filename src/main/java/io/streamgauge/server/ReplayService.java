package io.streamgauge.server;

import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.provider.Dialect;
import io.streamgauge.server.fault.FaultContext;
import io.streamgauge.server.fault.Faults;
import io.streamgauge.server.pace.Chance;
import io.streamgauge.server.words.WordsException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a request gets: which recording, replayed how, or which refusal. Knows no sockets and no version of
 * HTTP. Any thread may ask.
 */
final class ReplayService {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayService.class);

    private final RecordingChooser chooser;
    private final ReplaySettings settings;
    private final SendLog sendLog;
    private final Pages pages;
    private final PlanCache plans;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicInteger openStreams = new AtomicInteger();

    ReplayService(Library library, ReplaySettings settings, SendLog sendLog) {
        chooser = new RecordingChooser(library, settings.choice());
        plans = new PlanCache(library);
        this.settings = settings;
        this.sendLog = sendLog;
        pages = new Pages(library, sendLog, openStreams::get);
    }

    /** Tells that a replayed answer is over, in order or not. */
    void closed() {
        openStreams.decrementAndGet();
    }

    /** The replayed answers that are not over. */
    int openStreams() {
        return openStreams.get();
    }

    /** Answers one request; never fails. */
    Answer answer(Request request) {
        long number = requests.incrementAndGet();
        Vendor vendor = Vendor.OPENAI;
        try {
            Target target = Target.of(request.uri());
            Optional<Endpoint.Match> match = Endpoint.at(target.path());
            vendor = match.map(found -> found.endpoint().vendor())
                    .orElseGet(() -> Pages.vendorOf(target.path(), request.headers()));
            return match.isPresent() ? replay(match.get(), target, request, number) : pages.answer(target, request);
        } catch (RefusedException e) {
            return refusal(vendor, e.refusal(), e.message(), number);
        } catch (RuntimeException e) {
            // Without its query, which may hold a key.
            LOG.error(
                    "request {} failed: {} {}",
                    number,
                    request.method(),
                    request.uri().split("\\?", 2)[0],
                    e);
            return refusal(vendor, Refusal.INTERNAL, "This server failed; its log says how.", number);
        }
    }

    /** Refuses what was not even a request; in OpenAI's words, since nobody knows whom it was for. */
    Answer refuse(Refusal refusal, String message) {
        return refusal(Vendor.OPENAI, refusal, message, requests.incrementAndGet());
    }

    private static Answer refusal(Vendor vendor, Refusal refusal, String message, long number) {
        HttpHeaders headers = AnswerHeaders.json();
        switch (refusal) {
            case OVERLOADED -> headers.set(HttpHeaderNames.RETRY_AFTER, "1");
            case ONLY_POST -> headers.set(HttpHeaderNames.ALLOW, "POST");
            case ONLY_GET -> headers.set(HttpHeaderNames.ALLOW, "GET, HEAD");
            default -> {}
        }
        byte[] body = ErrorBodies.body(vendor, refusal, message, "req_" + number);
        return new Answer.Whole(ErrorBodies.status(vendor, refusal), headers, Unpooled.wrappedBuffer(body));
    }

    private Answer replay(Endpoint.Match match, Target target, Request request, long number) throws RefusedException {
        if (!request.method().equals("POST")) {
            throw new RefusedException(
                    Refusal.ONLY_POST, "Not allowed to " + request.method() + " on " + target.path() + ".");
        }
        AskedFor asked = AskedFor.read(new ByteBufInputStream(request.body().duplicate()));
        Controls controls = Controls.of(request.headers(), settings.manner());
        Dialect dialect = match.endpoint().dialect(target.parameter("alt").equals(Optional.of("sse")));
        long seed = chooser.seed(controls, settings.seed(), number);
        ReplayBody body = chooser.choose(match, dialect, asked, controls, seed);
        ReplayPlan plan = plan(body, controls.manner(), seed);
        if (!match.endpoint().streams(asked.stream())) {
            // Whoever does not ask for a stream waits as long and gets all at its end.
            body = body.whole();
            plan = ReplayPlan.whole(body, plan.lastDueNanos());
        }
        return open(
                prepared(match, target, body, plan, controls.manner().faults(), seed, number),
                body.recording().name(),
                seed);
    }

    private static Prepared prepared(
            Endpoint.Match match,
            Target target,
            ReplayBody body,
            ReplayPlan plan,
            Faults faults,
            long seed,
            long number)
            throws RefusedException {
        if (faults.isEmpty()) {
            return Prepared.inOrder(body, plan);
        }
        try {
            return Prepared.withFaults(body, plan, faults, seed, context(match, target, body, number));
        } catch (WordsException e) {
            throw new RefusedException(Refusal.BAD_REQUEST, "The faults go too far: " + e.getMessage() + ".");
        }
    }

    private static Function<Chance, FaultContext> context(
            Endpoint.Match match, Target target, ReplayBody body, long number) {
        FaultContext.VendorErrors errors =
                status -> ErrorBodies.body(match.endpoint().vendor(), status, "req_" + number);
        return chance -> new FaultContext(body.recording().dialect(), target.path(), errors, chance);
    }

    private ReplayPlan plan(ReplayBody body, ReplayManner manner, long seed) throws RefusedException {
        try {
            return plans.plan(body, manner.fragmentation(), manner.schedule(), seed);
        } catch (WordsException e) {
            throw new RefusedException(Refusal.BAD_REQUEST, "The pace cannot be kept: " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.BAD_REQUEST, "Fragmentation " + e.getMessage() + ".");
        }
    }

    private Answer open(Prepared answer, String recording, long seed) throws RefusedException {
        if (openStreams.incrementAndGet() > settings.limits().maxStreams()) {
            openStreams.decrementAndGet();
            throw new RefusedException(
                    Refusal.OVERLOADED, settings.limits().maxStreams() + " streams are open, which is the limit.");
        }
        long stream = sendLog.newStream();
        HttpHeaders headers = answer.headers();
        headers.set(AnswerHeaders.STREAM, stream);
        headers.set(Controls.RECORDING, recording);
        headers.set(Controls.SEED, seed);
        return new Answer.Replay(answer.status(), headers, answer.plan(), stream);
    }
}
