package io.streamgauge.report;

import java.util.List;

/** Sentences that belong together, a paragraph each. */
record Note(Tone tone, List<String> texts) implements Block {
    static Note of(Tone tone, String text) {
        return new Note(tone, List.of(text));
    }
}
