package io.streamgauge.conformance;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A parser with one deliberate mistake.
 *
 * @param mistake what is wrong with it, in one line
 * @param caseId the case that has to catch it
 * @param verdict as what
 */
record Mutant(String mistake, String caseId, Verdict verdict, Function<Sink, Session> parser) implements ParserSubject {
    static List<Mutant> all() {
        return Stream.of(MutantsOfEvents.all(), MutantsOfFields.all(), MutantsOfLines.all(), MutantsOfBytes.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String name() {
        return mistake;
    }

    @Override
    public String version() {
        return "";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Session open(Sink sink) {
        return parser.apply(sink);
    }

    @Override
    public String toString() {
        return mistake;
    }
}
