package io.streamgauge.benchmarks;

import io.streamgauge.provider.Dialect;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** One reader for each protocol of an input, kept from stream to stream as a client keeps its own. */
final class PerDialect<T> {
    private final Map<Dialect, T> made = new EnumMap<>(Dialect.class);

    PerDialect(StreamInput input, Function<Dialect, T> maker) {
        input.dialects().forEach(dialect -> made.put(dialect, maker.apply(dialect)));
    }

    /** The reader for this stream, to be reset. */
    T of(Reads.Stream stream) {
        return Objects.requireNonNull(made.get(stream.dialect()), "made for another input");
    }
}
