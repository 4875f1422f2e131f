package io.streamgauge.load;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.streamgauge.time.NanoClock;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Listens to the JVM's collectors while a load runs. */
final class GcPauses implements AutoCloseable, NotificationListener {
    private record Pause(long noticedNanos, long millis) {}

    private final NanoClock clock;
    private final List<NotificationEmitter> collectors = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();

    GcPauses(NanoClock clock) {
        this.clock = clock;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(this, null, null);
                collectors.add(emitter);
            }
        }
    }

    @Override
    public synchronized void handleNotification(Notification notification, Object handback) {
        if (notification.getUserData() instanceof CompositeData data
                && notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(data);
            if (isPause(info)) {
                pauses.add(new Pause(clock.nanoTime(), info.getGcInfo().getDuration()));
            }
        }
    }

    /** Collectors that work beside the program also tell the length of whole cycles, in which it was not stopped. */
    private static boolean isPause(GarbageCollectionNotificationInfo info) {
        String name = info.getGcName();
        return !name.contains("Concurrent") && !name.contains("Cycles");
    }

    /** The longest pause that was noticed between two instants, in milliseconds; 0 when there was none. */
    synchronized long longestMillis(long fromNanos, long toNanos) {
        return pauses.stream()
                .filter(pause -> pause.noticedNanos - fromNanos >= 0 && pause.noticedNanos - toNanos <= 0)
                .mapToLong(Pause::millis)
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        for (NotificationEmitter collector : collectors) {
            try {
                collector.removeNotificationListener(this);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException("was added when this was made", e);
            }
        }
    }
}
