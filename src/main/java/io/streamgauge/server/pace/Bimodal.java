package io.streamgauge.server.pace;

import io.streamgauge.server.words.Quantities;
import java.util.stream.Stream;

/** Mostly one and now and then another, as a machine does that has something else to do at times. */
public record Bimodal(Distribution usual, Distribution rare, double rareShare) implements Distribution {
    @Override
    public double drawNanos(Chance chance, RecordedTimes recorded) {
        return (chance.happens(rareShare) ? rare : usual).drawNanos(chance, recorded);
    }

    @Override
    public Stream<String> recordings() {
        return Stream.concat(usual.recordings(), rare.recordings());
    }

    @Override
    public String toString() {
        return "bimodal(usual=" + usual + ",rare=" + rare + ",p=" + Quantities.plain(rareShare) + ")";
    }
}
