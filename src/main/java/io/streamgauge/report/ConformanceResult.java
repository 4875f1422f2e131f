package io.streamgauge.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code streamgauge.conformance/1} document. */
record ConformanceResult(
        Head head, String subject, Totals totals, Map<Outcome, Long> verdicts, List<Case> cases, List<Stale> stale)
        implements StageResult {

    /**
     * An entry of the file of known failures that excused nothing, and therefore fails.
     *
     * @param where file and line of the entry
     */
    record Stale(String where, String id, String verdict, String reason) {
        static Stale read(Fields fields) {
            return new Stale(fields.text("where"), fields.text("id"), fields.text("verdict"), fields.text("reason"));
        }
    }

    /** Strict counts a missed SHOULD as a failure, practical only a missed MUST. */
    record Totals(long cases, long strictPassed, long strictFailed, long practicalPassed, long practicalFailed) {
        static Totals read(Fields fields) {
            return new Totals(
                    fields.count("cases"),
                    fields.count("strictPassed"),
                    fields.count("strictFailed"),
                    fields.count("practicalPassed"),
                    fields.count("practicalFailed"));
        }
    }

    /**
     * One requirement and what came of it.
     *
     * @param level must, should, may or info
     * @param facts how it was delivered, where it first differs, and whatever else there is to say
     * @param knownBecause why a failure is expected
     */
    record Case(
            String id,
            String family,
            String level,
            Outcome outcome,
            String word,
            Optional<String> title,
            Optional<String> requirement,
            List<Fact> facts,
            Optional<Contrast> contrast,
            Optional<String> knownBecause,
            Optional<HexStrip> wire) {

        static Case read(Fields fields) {
            String word = fields.text("verdict");
            return new Case(
                    fields.text("id"),
                    fields.text("family"),
                    fields.text("level"),
                    Outcome.of(word),
                    word,
                    fields.maybeText("title"),
                    fields.maybeText("why"),
                    facts(fields),
                    Contrast.read(fields),
                    fields.maybeText("known"),
                    Wire.read(fields));
        }

        private static List<Fact> facts(Fields fields) {
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact("Level", fields.text("level")));
            add(facts, "Specification", fields.maybeText("spec"));
            add(facts, "Delivered", fields.maybeText("delivery"));
            add(facts, "First difference", fields.maybeText("difference"));
            add(facts, "Note", fields.maybeText("note"));
            return List.copyOf(facts);
        }

        private static void add(List<Fact> facts, String label, Optional<String> value) {
            value.filter(text -> !text.isEmpty()).ifPresent(text -> facts.add(new Fact(label, text)));
        }

        /** The outcome; a verdict that is not known here keeps its own word. */
        Mark mark() {
            Mark mark = outcome.mark();
            return outcome == Outcome.UNKNOWN ? new Mark(mark.sign(), word, mark.tone()) : mark;
        }

        /** Counts against the subject and was not expected to. */
        boolean news() {
            return outcome.failing() && knownBecause.isEmpty();
        }
    }

    @Override
    public String section() {
        return ConformanceSection.ID;
    }

    static ConformanceResult read(Fields fields) {
        Fields subject = fields.object("subject");
        return new ConformanceResult(
                Head.read(fields),
                (subject.text("name") + " " + subject.text("version")).strip(),
                Totals.read(fields.object("totals")),
                verdicts(fields.object("verdicts")),
                fields.list("cases", Case::read),
                fields.listOrNone("staleKnownFailures", Stale::read));
    }

    /** The same result under another name of its subject. */
    ConformanceResult named(String name) {
        return new ConformanceResult(head, name, totals, verdicts, cases, stale);
    }

    private static Map<Outcome, Long> verdicts(Fields counts) {
        Map<Outcome, Long> sums = new EnumMap<>(Outcome.class);
        counts.members().forEach((word, count) -> sums.merge(Outcome.of(word), count.asCount(), Long::sum));
        return sums;
    }
}
