package io.streamgauge.conformance;

import io.streamgauge.result.RunVerdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of one run on one subject.
 *
 * @param results one for each case that was selected, in the order of the suite
 * @param staleKnownFailures entries of the file of known failures that excused nothing
 */
public record ConformanceReport(
        String subjectName,
        String subjectVersion,
        long seed,
        List<CaseResult> results,
        List<KnownFailures.Entry> staleKnownFailures) {

    /** Above this many, a list of cuts says nothing to people and is left out. */
    private static final int MAX_WRITTEN_CUTS = 64;

    public ConformanceReport {
        results = List.copyOf(results);
        staleKnownFailures = List.copyOf(staleKnownFailures);
    }

    /** How many cases count in this sense and pass. */
    public long passed(Strictness strictness) {
        return results.stream()
                .filter(strictness::counts)
                .filter(strictness::passes)
                .count();
    }

    /** How many cases count in this sense and do not pass, known or not. */
    public long failed(Strictness strictness) {
        return results.stream()
                .filter(strictness::counts)
                .filter(result -> !strictness.passes(result))
                .count();
    }

    /** How often each verdict was given. */
    public Map<Verdict, Long> verdicts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        results.forEach(result -> counts.merge(result.verdict(), 1L, Long::sum));
        return counts;
    }

    /** The results that do not pass and that nobody knew of. */
    public List<CaseResult> unexpected(Strictness strictness) {
        return results.stream()
                .filter(result -> strictness.counts(result) && !strictness.passes(result))
                .filter(result -> result.knownBecause().isEmpty())
                .toList();
    }

    /** What the run comes to. A run in which no case counted is invalid, and a stale known failure is a finding. */
    public RunVerdict verdict(Strictness strictness) {
        if (results.stream().noneMatch(strictness::counts)) {
            return RunVerdict.INVALID;
        }
        return unexpected(strictness).isEmpty() && staleKnownFailures.isEmpty() ? RunVerdict.PASS : RunVerdict.FINDING;
    }

    /** The fields of a {@code streamgauge.conformance/1} document that follow the envelope. */
    public ObjectNode toJson() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("subject").put("name", subjectName).put("version", subjectVersion);
        body.putObject("totals")
                .put("cases", results.size())
                .put("strictPassed", passed(Strictness.STRICT))
                .put("strictFailed", failed(Strictness.STRICT))
                .put("practicalPassed", passed(Strictness.PRACTICAL))
                .put("practicalFailed", failed(Strictness.PRACTICAL));
        ObjectNode counts = body.putObject("verdicts");
        verdicts().forEach((verdict, count) -> counts.put(verdict.word(), count.longValue()));
        ArrayNode stale = body.putArray("staleKnownFailures");
        staleKnownFailures.forEach(entry -> stale.addObject()
                .put("where", entry.where())
                .put("id", entry.id())
                .put("verdict", entry.verdict().word())
                .put("reason", entry.reason())
                .put("date", entry.date().toString()));
        ArrayNode cases = body.putArray("cases");
        results.forEach(result -> write(result, cases.addObject()));
        return body;
    }

    private static void write(CaseResult result, ObjectNode target) {
        Requirement requirement = result.requirement();
        target.put("id", requirement.id())
                .put("family", requirement.family())
                .put("level", requirement.level().word())
                .put("verdict", result.verdict().word())
                .put("title", requirement.title())
                .put("spec", requirement.spec());
        if (result.verdict() != Verdict.OK) {
            target.put("why", requirement.why()).put("note", result.note());
        }
        result.knownBecause().ifPresent(reason -> target.put("known", reason));
        result.evidence().ifPresent(evidence -> write(evidence, target));
    }

    private static void write(Evidence evidence, ObjectNode target) {
        target.put("delivery", evidence.delivery());
        if (!evidence.cuts().isEmpty() && evidence.cuts().size() <= MAX_WRITTEN_CUTS) {
            ArrayNode cuts = target.putArray("smallestCut");
            evidence.cuts().forEach(cuts::add);
        }
        target.put("expected", evidence.expected())
                .put("actual", evidence.actual())
                .put("difference", evidence.difference())
                .put("inputHex", evidence.input().hex())
                .put("inputOffset", evidence.inputOffset())
                .put("inputHexWithCuts", evidence.markedHex());
    }
}
