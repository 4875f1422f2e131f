package io.streamgauge.conformance;

/** Which cases count, and what passes. */
public enum Strictness {
    /** Counts every MUST; what a case names as a defensible choice passes. */
    PRACTICAL,
    /** Counts every SHOULD too, and a crash or hang at any level; only {@link Verdict#OK} passes. */
    STRICT;

    /** Whether the result is part of the total. */
    public boolean counts(CaseResult result) {
        Verdict verdict = result.verdict();
        if (verdict == Verdict.INFO || verdict == Verdict.NOT_APPLICABLE) {
            return false;
        }
        Level level = result.requirement().level();
        return this == PRACTICAL ? level == Level.MUST : level.judged() || verdict.failing();
    }

    /** Whether a result that counts is a good one. */
    public boolean passes(CaseResult result) {
        return this == PRACTICAL ? !result.verdict().failing() : result.verdict() == Verdict.OK;
    }
}
