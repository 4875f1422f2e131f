package io.streamgauge.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** All subjects on the class path. */
public final class Subjects {
    private Subjects() {}

    /** Those that answer a question: ours first, then floors, then peers, each by name. */
    public static List<Subject> of(Question question) {
        return ServiceLoader.load(Subject.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(subject -> subject.question() == question)
                .sorted(Comparator.comparing(Subject::kind).thenComparing(Subject::name))
                .toList();
    }

    static Subject named(Question question, String name) {
        return of(question).stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no subject " + name + " for " + question.wireName() + "; there are "
                                + of(question).stream().map(Subject::name).toList()));
    }
}
