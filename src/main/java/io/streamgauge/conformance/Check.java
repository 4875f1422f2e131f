package io.streamgauge.conformance;

/**
 * Tries one requirement on subjects of one kind.
 *
 * @param <S> the kind of subject
 */
public interface Check<S> {
    /** What is tried. */
    Requirement requirement();

    /** The case for people: what goes in and what has to come out. */
    String explain();

    /**
     * Tries it. Called on a thread that is watched; whatever is thrown is taken for a crash of the subject.
     *
     * @param progress to be told before each call into the subject, see {@link Progress}
     */
    CaseResult run(S subject, Progress progress) throws Exception;
}
