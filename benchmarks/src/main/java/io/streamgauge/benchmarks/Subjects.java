package io.streamgauge.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;

/** All subjects on the class path. */
public final class Subjects {
    private Subjects() {}

    /** Those that answer a question: ours first, then peers, then floors, each by name. */
    public static List<Subject> of(Question question) {
        Stream<Subject> single = ServiceLoader.load(Subject.class).stream().map(ServiceLoader.Provider::get);
        return Stream.of(single, from(SubjectSource.class), from(PeerLibrary.class))
                .flatMap(Function.identity())
                .filter(subject -> subject.question() == question)
                .sorted(Comparator.comparing(Subject::kind).thenComparing(Subject::name))
                .toList();
    }

    private static Stream<Subject> from(Class<? extends SubjectSource> service) {
        return ServiceLoader.load(service).stream().flatMap(source -> source.get().subjects().stream());
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
