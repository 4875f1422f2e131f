package io.streamgauge.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SendRingTest {
    private static void record(SendRing ring, int number) {
        ring.record(number, number + 1, number + 2, number + 3, number + 4L, number + 5L);
    }

    private static List<Long> drain(SendRing.Reader reader) {
        List<Long> streams = new ArrayList<>();
        reader.drain((stream, write, events, end, due, sent) -> {
            assertEquals(
                    List.of(stream + 1, stream + 2, stream + 3, stream + 4, stream + 5),
                    List.of((long) write, (long) events, (long) end, due, sent));
            streams.add(stream);
        });
        return streams;
    }

    @Test
    void everySendIsReadOnceInOrder() {
        SendRing ring = new SendRing(8);
        SendRing.Reader reader = ring.newReader();
        record(ring, 1);
        record(ring, 2);

        assertEquals(List.of(1L, 2L), drain(reader));
        assertEquals(List.of(), drain(reader));
        record(ring, 3);
        assertEquals(List.of(3L), drain(reader));
        assertEquals(0, reader.lost());
    }

    @Test
    void whatWasOverwrittenIsCountedAsLost() {
        SendRing ring = new SendRing(8);
        SendRing.Reader reader = ring.newReader();
        for (int i = 0; i < 20; i++) {
            record(ring, i);
        }

        // One slot less than the capacity, because the writer may be filling the oldest.
        assertEquals(List.of(13L, 14L, 15L, 16L, 17L, 18L, 19L), drain(reader));
        assertEquals(13, reader.lost());
    }

    @Test
    void aNewReaderBeginsWithTheOldestThatIsThereAndMissesNothing() {
        SendRing ring = new SendRing(8);
        for (int i = 0; i < 20; i++) {
            record(ring, i);
        }
        SendRing.Reader reader = ring.newReader();

        assertEquals(7, drain(reader).size());
        assertEquals(0, reader.lost());
        assertEquals(7, drain(ring.newReader()).size(), "readers do not disturb each other");
    }

    @Test
    void theCapacityIsAPowerOfTwoThatHoldsTheEntries() {
        assertEquals(2, new SendRing(0).capacity());
        assertEquals(2, new SendRing(2).capacity());
        assertEquals(4, new SendRing(3).capacity());
        assertEquals(8, new SendRing(8).capacity());
        assertEquals(16, new SendRing(9).capacity());
    }

    @Test
    void aReaderBehindABusyWriterSeesWholeSendsInOrderOrCountsThem() throws InterruptedException {
        int sends = 2_000_000;
        SendRing ring = new SendRing(64);
        SendRing.Reader reader = ring.newReader();
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < sends; i++) {
                record(ring, i);
            }
            done.set(true);
        });
        writer.start();
        long[] seen = {0, -1};
        boolean last;
        do {
            last = done.get();
            reader.drain((stream, write, events, end, due, sent) -> {
                assertTrue(stream > seen[1], "in order");
                assertTrue(write == stream + 1 && events == stream + 2 && end == stream + 3, "whole");
                assertTrue(due == stream + 4 && sent == stream + 5, "whole");
                seen[0]++;
                seen[1] = stream;
            });
        } while (!last);
        writer.join();

        assertEquals(sends, seen[0] + reader.lost());
    }
}
