package io.streamgauge.benchmarks;

import io.streamgauge.provider.Dialect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Streams to be read one after the other, and the right answers.
 *
 * @param name the name in result files; it begins with the dialect's short name, or with {@code recordings}
 * @param streams one or more; each is a body of its own, so a parser is reset or made anew between two of them
 */
public record StreamInput(String name, List<AnsweredStream> streams) {
    /** The protocols of the bodies; recordings of all vendors have several. */
    public Set<Dialect> dialects() {
        Set<Dialect> dialects = EnumSet.noneOf(Dialect.class);
        streams.forEach(stream -> dialects.add(stream.dialect()));
        return dialects;
    }

    /** The events of all bodies. */
    public long events() {
        return streams.stream().mapToLong(AnsweredStream::events).sum();
    }

    /** The bytes of all bodies. */
    public long totalBytes() {
        return streams.stream().mapToLong(stream -> stream.body().length).sum();
    }

    /** What a right subject answers, stream by stream. */
    List<String> answers(Question question) {
        return streams.stream().map(stream -> stream.answer(question)).toList();
    }
}
