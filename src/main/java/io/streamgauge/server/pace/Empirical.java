package io.streamgauge.server.pace;

import io.streamgauge.server.words.WordsException;
import java.util.stream.Stream;

/**
 * Any of the times of a recording, in no order.
 *
 * @param recording its name; empty for what is at hand
 */
public record Empirical(String recording) implements Distribution {
    @Override
    public double drawNanos(Chance chance, RecordedTimes recorded) {
        long[] times = recorded.of(recording);
        if (times.length == 0) {
            throw WordsException.expected("empirical to find " + (recording.isEmpty() ? "a timing" : recording)
                    + " among the recordings, with at least two reads");
        }
        return times[chance.below(times.length)];
    }

    @Override
    public Stream<String> recordings() {
        return Stream.of(recording).filter(name -> !name.isEmpty());
    }

    @Override
    public String toString() {
        return recording.isEmpty() ? "empirical" : "empirical(" + recording + ")";
    }
}
