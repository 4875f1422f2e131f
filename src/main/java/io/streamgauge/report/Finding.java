package io.streamgauge.report;

import java.util.List;
import java.util.Optional;

/**
 * One thing that is not as expected, with the evidence for it.
 *
 * @param id stable anchor
 * @param name the case or recording
 * @param requirement what should have been, in a sentence; empty where the title says it all
 * @param facts place, level and whatever else there is to know
 * @param known why it was expected all the same; empty for a news
 */
record Finding(
        String id,
        String name,
        String title,
        Mark mark,
        Optional<String> requirement,
        List<Fact> facts,
        Optional<HexStrip> wire,
        Optional<Contrast> contrast,
        Optional<String> known) {

    /** Name, verdict and title on one line. */
    String headline() {
        return name + " " + mark.word() + (title.isEmpty() ? "" : ": " + title);
    }
}
