package io.streamgauge.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which cases to run: those that one of {@code only} matches (all, when there is none) and none of {@code skip} does. A
 * pattern is held against the id and against each tag.
 */
public final class CaseFilter {
    /** Every case. */
    public static final CaseFilter ALL = new CaseFilter(List.of(), List.of());

    private final List<Glob> only;
    private final List<Glob> skip;

    private CaseFilter(List<Glob> only, List<Glob> skip) {
        this.only = only;
        this.skip = skip;
    }

    /** A filter of patterns in which {@code *} stands for any characters and {@code ?} for one. */
    public static CaseFilter of(List<String> only, List<String> skip) {
        return new CaseFilter(
                only.stream().map(Glob::of).toList(),
                skip.stream().map(Glob::of).toList());
    }

    boolean selects(Requirement requirement) {
        return (only.isEmpty() || matchesAny(only, requirement)) && !matchesAny(skip, requirement);
    }

    private static boolean matchesAny(List<Glob> globs, Requirement requirement) {
        return globs.stream()
                .anyMatch(glob -> Stream.concat(Stream.of(requirement.id()), requirement.tags().stream())
                        .anyMatch(glob::matches));
    }
}
