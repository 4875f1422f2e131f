package io.streamgauge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The check would be worthless if it found nothing. */
@ExtendWith(LeakCheck.class)
class LeakCheckTest {
    @Test
    void aLostBufferIsFound() {
        loseOne();

        assertEquals(1, LeakCheck.findLeaks().size());
        assertEquals(0, LeakCheck.findLeaks().size(), "and only once");
    }

    private static void loseOne() {
        ByteBufAllocator.DEFAULT.directBuffer(100).writeByte(1);
    }

    @Test
    void aReleasedBufferIsNoLeak() {
        ByteBufAllocator.DEFAULT.directBuffer(100).release();

        assertEquals(0, LeakCheck.findLeaks().size());
    }
}
