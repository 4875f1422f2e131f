package io.streamgauge.conformance;

import java.util.Optional;

/**
 * What came of one check.
 *
 * @param note why it is not simply OK, in one sentence; empty when there is nothing to say
 * @param evidence what to look at, where there is something
 * @param knownBecause why this was expected, from the file of known failures
 */
public record CaseResult(
        Requirement requirement,
        Verdict verdict,
        String note,
        Optional<Evidence> evidence,
        Optional<String> knownBecause) {

    static CaseResult ok(Requirement requirement) {
        return new CaseResult(requirement, Verdict.OK, "", Optional.empty(), Optional.empty());
    }

    static CaseResult of(Requirement requirement, Verdict verdict, String note) {
        return new CaseResult(requirement, verdict, note, Optional.empty(), Optional.empty());
    }

    static CaseResult of(Requirement requirement, Verdict verdict, String note, Evidence evidence) {
        return new CaseResult(requirement, verdict, note, Optional.of(evidence), Optional.empty());
    }

    CaseResult known(String reason) {
        return new CaseResult(requirement, verdict, note, evidence, Optional.of(reason));
    }
}
