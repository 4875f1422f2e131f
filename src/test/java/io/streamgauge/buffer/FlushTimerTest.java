package io.streamgauge.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.Utf8;
import io.streamgauge.time.ManualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlushTimerTest {
    private static final long MAX_WAIT_NANOS = 100;

    private final ManualTime time = new ManualTime(Long.MAX_VALUE - 150);
    private final List<String> pieces = new ArrayList<>();
    private final FlushTimer buffer =
            new FlushTimer(time, MAX_WAIT_NANOS, WordBuffer::new, piece -> pieces.add(piece.copyUtf8()));

    private void push(String text) {
        buffer.push(ByteSlice.ofUtf8(text));
    }

    @Test
    void textIsHandedOutWhenItHasWaitedLongEnoughAndNotBefore() {
        push("wor");
        time.advance(MAX_WAIT_NANOS - 1);
        assertEquals(List.of(), pieces);
        time.advance(1);
        assertEquals(List.of("wor"), pieces);
        assertEquals(0, buffer.pendingBytes());
        assertFalse(time.advanceToNextTimer());
    }

    @Test
    void theOldestTextCountsAndNotTheLatest() {
        push("w");
        time.advance(60);
        push("o");
        time.advance(40);
        assertEquals(List.of("wo"), pieces);
    }

    @Test
    void aPieceThatIsHandedOutBeginsTheTimeAnew() {
        push("one");
        time.advance(60);
        push(" two");
        time.advance(99);
        assertEquals(List.of("one"), pieces);
        time.advance(1);
        assertEquals(List.of("one", " two"), pieces);
    }

    @Test
    void theTimeBeginsAgainAfterAFlush() {
        push("a");
        time.advance(MAX_WAIT_NANOS);
        push("b");
        time.advance(MAX_WAIT_NANOS - 1);
        assertEquals(List.of("a"), pieces);
        time.advance(1);
        assertEquals(List.of("a", "b"), pieces);
    }

    @Test
    void nothingRunsAfterTheEnd() {
        push("a");
        buffer.end();
        push("b");
        buffer.flush();
        assertEquals(List.of("a", "b"), pieces);
        assertFalse(time.advanceToNextTimer());
    }

    @Test
    void anUnfinishedCharacterStaysAndIsNotLost() {
        byte[] letter = Utf8.encode("é");
        buffer.push(new ByteSlice().wrap(letter, 0, 1));
        time.advance(MAX_WAIT_NANOS);
        assertEquals(List.of(), pieces);
        buffer.push(new ByteSlice().wrap(letter, 1, 1));
        time.advance(MAX_WAIT_NANOS);
        assertEquals(List.of("é"), pieces);
    }
}
