package io.streamgauge.corpus.synthetic;

import io.streamgauge.provider.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where takes become recordings, all with the same seed. */
final class Studio {
    private final long seed;
    private final List<SyntheticRecording> recordings = new ArrayList<>();

    Studio(long seed) {
        this.seed = seed;
    }

    /** Makes one recording: {@code play} speaks onto the take's wire and says what it means. */
    void record(Vendor vendor, Dialect dialect, String name, Pacing pacing, Consumer<Take> play) {
        Take take = new Take(seed, vendor, dialect, name, pacing);
        play.accept(take);
        recordings.add(take.recording(seed));
    }

    List<SyntheticRecording> recordings() {
        return List.copyOf(recordings);
    }
}
