package io.streamgauge.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedDeltaQueueTest {
    private static BoundedDeltaQueue<String> queue(int maxCount, long maxBytes) {
        return new BoundedDeltaQueue<>(maxCount, maxBytes, String::length);
    }

    @Test
    void deltasComeOutInTheOrderTheyWentIn() {
        BoundedDeltaQueue<String> queue = queue(3, 100);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            assertEquals(OfferResult.ACCEPTED, queue.offer("a" + i));
            assertEquals(OfferResult.ACCEPTED, queue.offer("b" + i));
            assertEquals(2, queue.drain(out::add, 9));
        }
        assertEquals("a0", out.get(0));
        assertEquals("b99", out.get(199));
        assertEquals(Optional.empty(), queue.poll());
    }

    @Test
    void theCountIsBounded() {
        BoundedDeltaQueue<String> queue = queue(2, 100);
        assertEquals(OfferResult.ACCEPTED, queue.offer("a"));
        assertEquals(OfferResult.ACCEPTED, queue.offer("b"));
        assertEquals(OfferResult.BACK_PRESSURED, queue.offer("c"));
        assertEquals(2, queue.size());
        assertEquals(Optional.of("a"), queue.poll());
        assertEquals(OfferResult.ACCEPTED, queue.offer("c"));
    }

    @Test
    void theBytesAreBounded() {
        BoundedDeltaQueue<String> queue = queue(100, 10);
        assertEquals(OfferResult.ACCEPTED, queue.offer("123456"));
        assertEquals(OfferResult.BACK_PRESSURED, queue.offer("12345"));
        assertEquals(OfferResult.ACCEPTED, queue.offer("1234"));
        assertEquals(10, queue.bytes());
        queue.poll();
        assertEquals(OfferResult.ACCEPTED, queue.offer("123456"));
    }

    @Test
    void aDeltaLargerThanTheBoundPassesAlone() {
        BoundedDeltaQueue<String> queue = queue(100, 3);
        assertEquals(OfferResult.ACCEPTED, queue.offer("1"));
        assertEquals(OfferResult.BACK_PRESSURED, queue.offer("12345"));
        queue.poll();
        assertEquals(OfferResult.ACCEPTED, queue.offer("12345"));
        assertEquals(OfferResult.BACK_PRESSURED, queue.offer("1"));
    }

    @Test
    void aClosedQueueTakesNothingAndGivesWhatItHas() {
        BoundedDeltaQueue<String> queue = queue(4, 100);
        queue.offer("a");
        queue.close();
        assertEquals(OfferResult.CLOSED, queue.offer("b"));
        assertTrue(queue.isClosed());
        assertFalse(queue.isDrained());
        assertEquals(Optional.of("a"), queue.poll());
        assertTrue(queue.isDrained());
    }

    @Test
    void aConsumerThatThrowsDoesNotGetTheSameDeltaAgain() {
        BoundedDeltaQueue<String> queue = queue(4, 100);
        queue.offer("a");
        queue.offer("b");
        assertThrows(
                IllegalStateException.class,
                () -> queue.drain(
                        delta -> {
                            throw new IllegalStateException(delta);
                        },
                        2));
        assertEquals(Optional.of("b"), queue.poll());
    }

    @Test
    void aDrainTakesNoMoreThanItsLimit() {
        BoundedDeltaQueue<String> queue = queue(4, 100);
        queue.offer("a");
        queue.offer("b");
        List<String> out = new ArrayList<>();
        assertEquals(1, queue.drain(out::add, 1));
        assertEquals(List.of("a"), out);
    }

    @Test
    void boundsMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> queue(0, 1));
        assertThrows(IllegalArgumentException.class, () -> queue(1, 0));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void betweenTwoThreadsNothingIsLostDoubledOrOverTheBound() {
        int count = 50_000;
        BoundedDeltaQueue<Integer> queue = new BoundedDeltaQueue<>(7, 30, number -> 1 + number % 9);
        CompletableFuture<Void> producer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < count; i++) {
                while (queue.offer(i) == OfferResult.BACK_PRESSURED) {
                    Thread.onSpinWait();
                }
            }
            queue.close();
        });
        int[] next = {0};
        long mostBytes = 0;
        int most = 0;
        while (!queue.isDrained()) {
            mostBytes = Math.max(mostBytes, queue.bytes());
            most = Math.max(most, queue.size());
            if (queue.drain(number -> assertEquals(next[0]++, number), 3) == 0) {
                Thread.onSpinWait();
            }
        }
        producer.join();
        assertEquals(count, next[0]);
        assertTrue(most <= 7, most + " deltas");
        assertTrue(mostBytes <= 30, mostBytes + " bytes");
    }
}
