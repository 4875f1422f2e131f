package io.streamgauge.server;

import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.server.fault.Ending;
import io.streamgauge.server.fault.Script;
import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Plays one recording to one reader: writes what is due, then waits for the next deadline or for the reader.
 *
 * <p>Every deadline is the moment of the request plus what the plan says. When a wake-up comes late, all that is due by
 * then is written at once, each write on its own. Belongs to the connection's event loop.
 */
final class StreamPlayer {
    /** So many writes are made before other connections of the loop have their turn. */
    static final int MAX_WRITES_PER_TURN = 64;

    private enum State {
        /** Status and headers wait for their time. */
        BEFORE_HEAD,
        /** The next write waits for its deadline. */
        WAITING,
        /** The next write waits for the reader. */
        BLOCKED,
        /** Everything is written, and the end waits for its time. */
        BEFORE_END,
        /** Nothing more will come; only the reader can end this. */
        SILENT,
        /** Everything is written. */
        DONE,
        /** The reader is gone. */
        CANCELLED
    }

    private final ReplayPlan plan;
    private final long stream;
    private final ResponseSink sink;
    private final LoopSends sends;
    private final Scheduler scheduler;
    private final Listener listener;
    private final Timer timer;

    private State state = State.WAITING;
    private int status;
    private @Nullable HttpHeaders headers;
    private long requestNanos;
    private int next;

    /** Whoever runs the connection. */
    interface Listener {
        /** The reader does not take more; tells so again only after {@link #onUnblocked()}. */
        void onBlocked();

        /** The reader takes more again. */
        void onUnblocked();

        /** Everything is written and flushed. */
        void onPlayed();

        /**
         * Everything is flushed that was written, and the answer ends here without being over.
         *
         * @param how {@link Ending#CLOSED} or {@link Ending#RESET}
         */
        void onCutOff(Ending how);
    }

    StreamPlayer(
            ReplayPlan plan, long stream, ResponseSink sink, LoopSends sends, Scheduler scheduler, Listener listener) {
        this.plan = plan;
        this.stream = stream;
        this.sink = sink;
        this.sends = sends;
        this.scheduler = scheduler;
        this.listener = listener;
        timer = scheduler.newTimer(this::onDue);
    }

    /**
     * Sends the head and begins.
     *
     * @param requestNanos when the request was there, on the scheduler's clock; may lie in the past
     */
    void start(int status, HttpHeaders headers, long requestNanos) {
        this.requestNanos = requestNanos;
        if (plan.headNanos() == 0) {
            begin(status, headers);
            return;
        }
        this.status = status;
        this.headers = headers;
        state = State.BEFORE_HEAD;
        if (plan.headNanos() != Script.NEVER_NANOS) {
            timer.armAt(requestNanos + plan.headNanos());
        } else {
            awaitEnd();
        }
    }

    private void begin(int status, HttpHeaders headers) {
        state = State.WAITING;
        sink.head(status, headers);
        if (plan.writes() == 0 && plan.endsWithLastWrite()) {
            finish();
            return;
        }
        // A head may be so large that nothing can be written behind it before it has left.
        if (plan.writes() == 0 || dueNanos(0) - scheduler.clock().nanoTime() > 0 || !sink.isWritable()) {
            sink.flush();
        }
        if (plan.writes() == 0) {
            awaitEnd();
        } else {
            play();
        }
    }

    private void onDue() {
        if (state == State.BEFORE_HEAD && headers != null) {
            begin(status, headers);
        } else if (state == State.BEFORE_END) {
            end();
        } else {
            play();
        }
    }

    /** The reader takes more again. */
    void onWritable() {
        if (state == State.BLOCKED) {
            state = State.WAITING;
            listener.onUnblocked();
            play();
        }
    }

    /** Stops and lets go of everything; the listener hears nothing more. */
    void cancel() {
        state = State.CANCELLED;
        timer.disarm();
    }

    private long dueNanos(int write) {
        return requestNanos + plan.dueNanos(write);
    }

    private void play() {
        for (int turn = 0; turn < MAX_WRITES_PER_TURN; turn++) {
            long due = dueNanos(next);
            long now = scheduler.clock().nanoTime();
            if (due - now > 0) {
                timer.armAt(due);
                return;
            }
            if (!sink.isWritable()) {
                state = State.BLOCKED;
                listener.onBlocked();
                return;
            }
            write(due, now);
            if (state != State.WAITING) {
                return;
            }
        }
        timer.armAt(dueNanos(next));
    }

    private void write(long due, long now) {
        sends.record(stream, next, plan.events(next), plan.end(next), due, now);
        sink.body(plan.retainedBytes(next));
        next++;
        if (next < plan.writes()) {
            sink.flush();
        } else if (plan.endsWithLastWrite()) {
            finish();
        } else {
            sink.flush();
            awaitEnd();
        }
    }

    /** Waits for an end that does not go out with the last write, or that never comes. */
    private void awaitEnd() {
        if (plan.ending() == Ending.NEVER) {
            state = State.SILENT;
        } else {
            state = State.BEFORE_END;
            timer.armAt(requestNanos + plan.endNanos());
        }
    }

    private void end() {
        if (plan.ending() == Ending.IN_ORDER) {
            finish();
        } else {
            state = State.DONE;
            listener.onCutOff(plan.ending());
        }
    }

    /** The end goes out with the last write, so that an answer in one write is one packet. */
    private void finish() {
        state = State.DONE;
        sink.end();
        sink.flush();
        if (state == State.DONE) {
            listener.onPlayed();
        }
    }
}
