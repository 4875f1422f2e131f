package io.streamgauge.report;

import java.util.List;
import java.util.Locale;

/** A {@code streamgauge.gate/1} document. */
record GateResult(Head head, String base, String headRevision, List<Compared> rows) implements StageResult {
    /**
     * @param changePercent head against base, positive is worse; NaN where there is no base
     * @param lowPercent bounds of the change
     */
    record Compared(
            String row,
            String metric,
            String tier,
            double changePercent,
            double lowPercent,
            double highPercent,
            double pairs,
            String verdict,
            String reason) {

        static Compared read(Fields fields) {
            return new Compared(
                    fields.text("row"),
                    fields.text("metric"),
                    fields.text("tier"),
                    fields.number("changePercent"),
                    fields.number("lowPercent"),
                    fields.number("highPercent"),
                    fields.number("pairs"),
                    fields.text("verdict"),
                    fields.text("reason"));
        }

        Mark mark() {
            return switch (verdict.toUpperCase(Locale.ROOT)) {
                case "PASS" -> new Mark("✓", "pass", Tone.GOOD);
                case "FAIL" -> new Mark("✗", "fail", Tone.BAD);
                case "INCONCLUSIVE" -> new Mark("?", "inconclusive", Tone.WARN);
                default -> new Mark("!", verdict, Tone.BAD);
            };
        }

        boolean failing() {
            return mark().tone() == Tone.BAD;
        }

        boolean undecided() {
            return mark().tone() == Tone.WARN;
        }
    }

    @Override
    public String section() {
        return GateSection.ID;
    }

    static GateResult read(Fields fields) {
        return new GateResult(
                Head.read(fields), fields.shown("base"), fields.shown("head"), fields.list("rows", Compared::read));
    }
}
