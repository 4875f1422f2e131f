package io.streamgauge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class that lost a buffer. Netty notices a buffer that was collected without having been released, so the
 * collector is run when the tests are over; every buffer is watched, because the tests' JVM runs with paranoid
 * detection.
 */
public final class LeakCheck implements BeforeAllCallback, AfterAllCallback {
    private static final int COLLECTIONS = 2;
    private static final long COLLECTION_MILLIS = 5_000;

    private static final List<String> LEAKS = new CopyOnWriteArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) throws ReflectiveOperationException {
        assertEquals(ResourceLeakDetector.Level.PARANOID, ResourceLeakDetector.getLevel(), "leak detection");
        detector().setLeakListener((type, records) -> LEAKS.add(type + records));
        findLeaks();
        LEAKS.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        assertEquals(List.of(), findLeaks(), "buffers that were never released");
    }

    /** What has been lost since the last time, if the collector finds it. */
    static List<String> findLeaks() {
        for (int i = 0; i < COLLECTIONS; i++) {
            collect();
            // The detector looks at what was collected whenever a buffer is made.
            ByteBuf any = UnpooledByteBufAllocator.DEFAULT.directBuffer(1);
            any.release();
        }
        List<String> found = List.copyOf(LEAKS);
        LEAKS.clear();
        return found;
    }

    private static void collect() {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        PhantomReference<Object> sentinel = new PhantomReference<>(new Object(), collected);
        System.gc();
        try {
            assertEquals(sentinel, collected.remove(COLLECTION_MILLIS), "the collector ran");
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for the collector", e);
        }
    }

    /**
     * The detector of buffers is Netty's own business, hence the reflection; a new Netty that hides it fails every
     * test.
     */
    private static ResourceLeakDetector<?> detector() throws ReflectiveOperationException {
        Field field = Class.forName("io.netty.buffer.AbstractByteBuf").getDeclaredField("leakDetector");
        field.setAccessible(true);
        return (ResourceLeakDetector<?>) field.get(null);
    }
}
