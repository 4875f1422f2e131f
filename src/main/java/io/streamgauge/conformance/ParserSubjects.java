package io.streamgauge.conformance;

import java.util.List;
import java.util.ServiceLoader;

/** Finds the parsers that can be tested in this process. */
public final class ParserSubjects {
    private ParserSubjects() {}

    /** Every parser that a jar on the class path offers as a service, ours among them, in the order of their names. */
    public static List<ParserSubject> onClassPath() {
        return ServiceLoader.load(ParserSubject.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }
}
