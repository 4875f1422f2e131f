package io.streamgauge.report;

import io.streamgauge.result.RunVerdict;
import java.util.List;

/** What one stage found, as its document tells it. */
sealed interface StageResult permits CorpusResult, ConformanceResult, BenchResult, LoadResult, GateResult {
    Head head();

    /** Anchor of the section that tells this result. */
    String section();

    /**
     * What is common to the stages.
     *
     * @param durationMillis NaN where the document does not say
     * @param reasons why the verdict is what it is, where the document says so
     */
    record Head(RunVerdict verdict, double durationMillis, List<String> reasons) {
        static Head read(Fields fields) {
            List<String> reasons = fields.has("reasons")
                    ? fields.flattened("reasons").stream().map(Fields::shown).toList()
                    : List.of();
            return new Head(Envelope.verdict(fields), fields.maybeNumber("durationMillis"), reasons);
        }

        Mark mark() {
            return Mark.of(verdict);
        }
    }
}
