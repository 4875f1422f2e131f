package io.streamgauge.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakCheck.class)
class ByteBufFeederTest {
    private final ByteBufFeeder feeder = new ByteBufFeeder();

    static List<Named<IntFunction<ByteBuf>>> kindsOfBuffer() {
        return List.of(
                Named.of("heap", Unpooled::buffer),
                Named.of("direct", Unpooled::directBuffer),
                Named.of("composite", size -> Unpooled.compositeBuffer().writeBytes(new byte[1])));
    }

    @ParameterizedTest
    @MethodSource("kindsOfBuffer")
    void everyKindOfBufferIsFedWholeFromItsReaderIndexAndKept(IntFunction<ByteBuf> kind) {
        for (int length : new int[] {
            0,
            1,
            100,
            ByteBufFeeder.STAGING_BYTES - 1,
            ByteBufFeeder.STAGING_BYTES,
            ByteBufFeeder.STAGING_BYTES + 1,
            3 * ByteBufFeeder.STAGING_BYTES
        }) {
            byte[] bytes = new byte[length];
            new SplittableRandom(length).nextBytes(bytes);
            ByteBuf source = kind.apply(16)
                    .clear()
                    .writeBytes(new byte[7])
                    .writeBytes(bytes)
                    .skipBytes(7);
            ByteArrayOutputStream fed = new ByteArrayOutputStream();

            feeder.feed(source, fed::write);

            assertArrayEquals(bytes, fed.toByteArray());
            assertFalse(source.isReadable());
            assertEquals(1, source.refCnt(), "still the caller's");
            source.release();
        }
    }

    @Test
    void whatLiesInAnArrayIsNotCopied() {
        byte[] bytes = {1, 2, 3, 4};
        ByteBuf source = Unpooled.wrappedBuffer(bytes, 1, 3).skipBytes(1);

        feeder.feed(source, (array, offset, length) -> {
            assertSame(bytes, array);
            assertEquals(2, offset);
            assertEquals(2, length);
        });
        source.release();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void theStagingArrayIsReused(int length) {
        List<byte[]> arrays = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ByteBuf source = Unpooled.directBuffer().writeZero(length);
            feeder.feed(source, (array, offset, fed) -> arrays.add(array));
            source.release();
        }

        assertSame(arrays.get(0), arrays.get(1));
    }
}
