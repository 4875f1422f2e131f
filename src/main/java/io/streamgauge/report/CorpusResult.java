package io.streamgauge.report;

import java.util.List;
import java.util.Optional;

/**
 * A {@code streamgauge.corpus/1} document.
 *
 * @param known recordings that differ and were expected to
 */
record CorpusResult(
        Head head,
        long recordings,
        long passed,
        long failed,
        long known,
        List<Dialect> dialects,
        List<Difference> differences)
        implements StageResult {

    record Dialect(String api, long recordings, long passed) {}

    /**
     * @param fragmentation how the body was cut into reads
     * @param knownBecause why the difference is expected
     */
    record Difference(
            String recording,
            String field,
            String expected,
            String actual,
            String event,
            String byteOffset,
            String fragmentation,
            Optional<String> knownBecause,
            Optional<HexStrip> wire) {

        static Difference read(Fields fields) {
            return new Difference(
                    fields.text("recording"),
                    fields.text("field"),
                    fields.block("expected"),
                    fields.block("actual"),
                    fields.shown("event"),
                    fields.shown("byteOffset"),
                    fields.shown("fragment"),
                    fields.maybeText("known"),
                    Wire.read(fields));
        }
    }

    @Override
    public String section() {
        return CorpusSection.ID;
    }

    static CorpusResult read(Fields fields) {
        return new CorpusResult(
                Head.read(fields),
                fields.count("recordings"),
                fields.count("passed"),
                fields.count("failed"),
                fields.count("known"),
                fields.list("dialects", d -> new Dialect(d.text("api"), d.count("recordings"), d.count("passed"))),
                fields.list("differences", Difference::read));
    }
}
