package io.streamgauge.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StampAccuracyTest {
    private final StampAccuracy accuracy = new StampAccuracy();
    private final SentWrites writes = new SentWrites();
    private final ReadLog reads = new ReadLog().begin(7);

    private void join() {
        accuracy.join(reads, writes.of(7));
    }

    private void write(int number, int end, long micros) {
        writes.onSend(7, number, end, micros * 1_000);
    }

    private void read(long micros, int bytes) {
        reads.add(micros * 1_000, bytes);
    }

    @Test
    void aWriteIsJoinedWithTheReadOfItsLastByte() {
        write(0, 100, 1_000);
        write(1, 250, 2_000);
        write(2, 300, 3_000);
        read(1_040, 60); // the first write comes in two reads
        read(1_070, 40);
        read(3_050, 200); // the other two come in one
        join();

        assertEquals(3, accuracy.stampErrors().count());
        assertEquals(50_000, accuracy.stampErrors().minNanos());
        assertEquals(1_050_000, accuracy.stampErrors().maxNanos());
        assertEquals((70 + 1_050 + 50) / 3.0 * 1_000, accuracy.stampErrors().meanNanos(), 1e-6);
        assertEquals(2, accuracy.gapErrors().count());
        assertEquals(980_000, accuracy.gapErrors().minNanos());
        assertEquals(1_000_000, accuracy.gapErrors().maxNanos());
        assertEquals(1, accuracy.streams());
    }

    @Test
    void aStampBeforeTheSendShowsAsANegativeError() {
        write(0, 10, 1_000);
        read(999, 10);
        join();

        assertEquals(-1_000, accuracy.stampErrors().minNanos());
    }

    @Test
    void aStreamWithLostWritesIsNotCompared() {
        write(0, 10, 1_000);
        write(2, 30, 3_000);
        read(1_001, 30);
        join();

        assertEquals(0, accuracy.stampErrors().count());
        assertEquals(0, accuracy.streams());
    }

    @Test
    void bytesThatDidNotComeAreNotCompared() {
        write(0, 10, 1_000);
        write(1, 20, 2_000);
        read(1_005, 10);
        join();

        assertEquals(1, accuracy.stampErrors().count());
    }

    @Test
    void aStreamTheServerDoesNotKnowIsNotCompared() {
        read(1_005, 10);
        join();

        assertEquals(0, accuracy.streams());
    }

    @Test
    void logsOfManyReadsGrow() {
        for (int i = 0; i < 1_000; i++) {
            write(i, (i + 1) * 10, i * 100L);
            read(i * 100L + 7, 10);
        }
        ReadLog copy = reads.copy();
        reads.begin(8);
        accuracy.join(copy, writes.of(copy.stream()));

        assertEquals(1_000, accuracy.stampErrors().count());
        assertEquals(7_000, accuracy.stampErrors().minNanos());
        assertEquals(7_000, accuracy.stampErrors().maxNanos());
        assertEquals(0, accuracy.gapErrors().maxNanos());
    }
}
