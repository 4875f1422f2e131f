package io.streamgauge.record;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process with a proxy in it, to be killed. */
final class KilledRecorder {
    private KilledRecorder() {}

    /** Takes the provider's URL and the folder; says its port. */
    public static void main(String[] args) throws Exception {
        try (RecordingProxy proxy =
                RecordingProxy.to(URI.create(args[0]), Path.of(args[1])).start()) {
            System.out.println(proxy.port());
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }
}
