package io.streamgauge.record;

import io.netty.channel.EventLoop;
import io.streamgauge.time.Scheduler;
import io.streamgauge.transport.ClientTls;
import io.streamgauge.transport.EventLoops;
import io.streamgauge.transport.HostAddresses;

/**
 * What all connections of one proxy share.
 *
 * @param provider the folder of its recordings
 * @param provenance what recordings say about where they come from
 */
record ProxyContext(
        Upstream upstream,
        String provider,
        String provenance,
        RequestBodies requestBodies,
        ProxyLimits limits,
        Archive archive,
        EventLoops loops,
        HostAddresses addresses,
        ClientTls tls) {
    /** What becomes of what clients send. */
    enum RequestBodies {
        NOT_WRITTEN,
        WRITTEN
    }

    Scheduler schedulerOf(EventLoop loop) {
        return loops.schedulerOf(loop);
    }
}
