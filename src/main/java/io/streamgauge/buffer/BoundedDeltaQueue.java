package io.streamgauge.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes deltas from one thread to one other, bounded by their number and by their bytes.
 *
 * <p>Assumptions: one thread offers and closes, one other takes; a delta does not change once offered.
 *
 * <p>Guarantees: deltas are taken in the order they were offered, each once; what one thread did before an offer, the
 * other sees when it has taken the delta; no method ever waits. At any time the queue holds at most {@code maxCount}
 * deltas, and at most {@code maxBytes} bytes unless it holds a single delta that is larger, which could otherwise never
 * pass.
 *
 * <p>How: both sides count what they have done, in deltas and in bytes, and write only their own counts. A side that
 * reads the other's late sees the queue fuller or emptier than it is, never the reverse, and so errs on the safe side.
 *
 * @param <E> what is queued; {@link io.streamgauge.delta.TokenDelta}, or what it was encoded to
 */
public final class BoundedDeltaQueue<E> {
    private static final VarHandle OFFERED = handle("offered");
    private static final VarHandle TAKEN = handle("taken");
    private static final VarHandle TAKEN_BYTES = handle("takenBytes");
    private static final VarHandle OFFERED_BYTES = handle("offeredBytes");

    private final AtomicReferenceArray<@Nullable E> slots;
    private final ToIntFunction<? super E> sizer;
    private final long maxBytes;
    private long offered;
    private long taken;
    private long offeredBytes;
    private long takenBytes;
    private volatile boolean closed;

    private static VarHandle handle(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(BoundedDeltaQueue.class, field, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Makes an empty queue.
     *
     * @param sizer how many bytes a delta counts; must always answer the same for the same delta
     */
    public BoundedDeltaQueue(int maxCount, long maxBytes, ToIntFunction<? super E> sizer) {
        if (maxCount < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("bounds must be positive: " + maxCount + ", " + maxBytes + " bytes");
        }
        slots = new AtomicReferenceArray<>(maxCount);
        this.maxBytes = maxBytes;
        this.sizer = sizer;
    }

    /** Offers a delta. Called by the one producer. */
    public OfferResult offer(E delta) {
        if (closed) {
            return OfferResult.CLOSED;
        }
        int size = sizer.applyAsInt(delta);
        // The bytes are read after the count: the consumer writes them before it, so they belong to at least as many
        // takes.
        long waiting = offered - (long) TAKEN.getAcquire(this);
        long waitingBytes = offeredBytes - (long) TAKEN_BYTES.getAcquire(this);
        if (waiting == slots.length() || (waiting > 0 && waitingBytes + size > maxBytes)) {
            return OfferResult.BACK_PRESSURED;
        }
        slots.setPlain((int) (offered % slots.length()), delta);
        OFFERED_BYTES.setRelease(this, offeredBytes + size);
        OFFERED.setRelease(this, offered + 1);
        return OfferResult.ACCEPTED;
    }

    /** Takes the oldest delta; nothing when the queue is empty. Called by the one consumer. */
    public Optional<E> poll() {
        return Optional.ofNullable(take());
    }

    /**
     * Hands up to {@code limit} deltas to {@code consumer}. Each counts as taken before it is handed over, so one that
     * throws is not handed over again.
     *
     * @return how many there were
     */
    public int drain(Consumer<? super E> consumer, int limit) {
        int count = 0;
        while (count < limit) {
            @Nullable E delta = take();
            if (delta == null) {
                break;
            }
            count++;
            consumer.accept(delta);
        }
        return count;
    }

    private @Nullable E take() {
        if (taken == (long) OFFERED.getAcquire(this)) {
            return null;
        }
        int slot = (int) (taken % slots.length());
        @Nullable E delta = slots.getPlain(slot);
        if (delta == null) {
            throw new IllegalStateException("two threads take from one queue");
        }
        slots.setPlain(slot, null);
        TAKEN_BYTES.setRelease(this, takenBytes + sizer.applyAsInt(delta));
        TAKEN.setRelease(this, taken + 1);
        return delta;
    }

    /**
     * Takes no more offers; what is queued can still be taken. Called by the producer, or by a consumer that gives up.
     */
    public void close() {
        closed = true;
    }

    /** Whether the queue was closed; deltas may still be in it. */
    public boolean isClosed() {
        return closed;
    }

    /** Whether the queue was closed by its producer and nothing is left in it: no delta will ever come again. */
    public boolean isDrained() {
        // The flag is read first: what was offered before the close is then seen too.
        return closed && size() == 0;
    }

    /** How many deltas wait; exact only where nobody else is at work. */
    public int size() {
        long done = (long) TAKEN.getAcquire(this);
        return (int) ((long) OFFERED.getAcquire(this) - done);
    }

    /** How many bytes wait; exact only where nobody else is at work. */
    public long bytes() {
        long done = (long) TAKEN_BYTES.getAcquire(this);
        return (long) OFFERED_BYTES.getAcquire(this) - done;
    }
}
