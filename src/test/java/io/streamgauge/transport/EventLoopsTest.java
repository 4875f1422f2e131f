package io.streamgauge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.streamgauge.time.NanoClock;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventLoopsTest {
    private static final long FIVE_MILLIS = TimeUnit.MILLISECONDS.toNanos(5);

    @ParameterizedTest
    @CsvSource({"EPOLL,0", "EPOLL,100000", "NIO,0", "NIO,100000"})
    void timersRunOnADaemonThreadOfTheLoopAndNeverEarly(Transport transport, long spinNanos) throws Exception {
        assumeTrue(transport.isAvailable(), () -> transport + " does not work on this system");
        try (EventLoops loops = EventLoops.start(transport, NanoClock.SYSTEM, spinNanos, "gauge-test", 1)) {
            EventLoop loop = loops.group().next();
            CompletableFuture<Long> early = new CompletableFuture<>();
            CompletableFuture<Thread> thread = new CompletableFuture<>();
            loop.execute(() -> {
                long deadline = NanoClock.SYSTEM.nanoTime() + FIVE_MILLIS;
                loops.schedulerOf(loop)
                        .newTimer(() -> {
                            thread.complete(Thread.currentThread());
                            early.complete(deadline - NanoClock.SYSTEM.nanoTime());
                        })
                        .armAt(deadline);
            });

            assertTrue(early.get(10, TimeUnit.SECONDS) <= 0);
            assertTrue(thread.get().isDaemon());
            assertTrue(
                    thread.get().getName().startsWith("gauge-test"),
                    thread.get().getName());
        }
    }

    @Test
    void everyLoopHasItsOwnScheduler() {
        try (EventLoops loops = EventLoops.start("gauge-test", 2);
                EventLoops others = EventLoops.start("gauge-test", 1)) {
            EventLoop first = loops.group().next();
            EventLoop second = loops.group().next();

            assertSame(loops.schedulerOf(first), loops.schedulerOf(first));
            assertNotSame(loops.schedulerOf(first), loops.schedulerOf(second));
            assertThrows(IllegalArgumentException.class, () -> others.schedulerOf(first));
        }
    }

    @Test
    void closingEndsTheThreads() {
        EventLoops loops = EventLoops.start("gauge-test", 2);
        loops.group().next().execute(() -> {});
        loops.close();

        assertTrue(loops.group().isTerminated());
        assertEquals(Transport.preferred(), loops.transport());
    }

    @ParameterizedTest
    @EnumSource
    void closingClosesTheSocketsToo(Transport transport) {
        assumeTrue(transport.isAvailable(), () -> transport + " does not work on this system");
        for (int round = 0; round < 10; round++) {
            EventLoops loops = EventLoops.start(transport, NanoClock.SYSTEM, 0, "gauge-test", 1);
            Channel listener = new ServerBootstrap()
                    .group(loops.group())
                    .channel(transport.serverChannel())
                    .childHandler(new ChannelInboundHandlerAdapter())
                    .bind(InetAddress.getLoopbackAddress(), 0)
                    .syncUninterruptibly()
                    .channel();
            loops.close();

            assertFalse(listener.isOpen(), "round " + round);
        }
    }
}
