package io.streamgauge.report;

import java.util.List;

/**
 * One stage of a run, told from its result: verdict, one sentence, and the parts that prove it.
 *
 * @param id stable anchor
 * @param figures the two to four numbers a reader wants first
 */
record Section(String id, String title, Mark mark, String sentence, List<Fact> figures, List<Block> blocks) {
    Section {
        figures = List.copyOf(figures);
        blocks = List.copyOf(blocks);
    }
}
