package io.streamgauge.report;

import java.util.List;

/**
 * Cases by subjects.
 *
 * @param agreed rows that are not listed because all subjects pass them
 * @param untitled whether cases that all subjects pass go by their id alone
 */
record Matrix(
        String id, List<String> subjects, List<Family> families, List<Outcome> outcomes, long agreed, boolean untitled)
        implements Block {

    record Family(String name, List<Case> cases) {}

    /** Outcomes stand in the order of the subjects. */
    record Case(String id, String name, String title, String level, List<Cell> outcomes) {}
}
