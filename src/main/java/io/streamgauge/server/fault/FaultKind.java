package io.streamgauge.server.fault;

import io.streamgauge.server.words.Arguments;
import io.streamgauge.server.words.Term;

/**
 * What there is to say about a fault: how it is written, read and explained.
 *
 * @param word its name
 * @param form how it is written with all its arguments, defaults filled in
 * @param summary a sentence for the manual
 * @param aim where it can strike
 * @param standard where it strikes when nothing is said
 */
record FaultKind(String word, String form, String summary, Aim aim, FaultTarget standard, Reader reader) {
    /** Makes a fault of its arguments. */
    @FunctionalInterface
    interface Reader {
        Fault read(Arguments given, FaultTarget target);
    }

    /** A fault of an answer as a whole. */
    static FaultKind ofAnswer(String word, String form, String summary, Reader reader) {
        return new FaultKind(word, form, summary, Aim.ANSWER, FaultTarget.at(Place.Named.WHOLE), reader);
    }

    /** A fault at a place, in the middle when nothing is said. */
    static FaultKind ofSpot(String word, String form, String summary, Reader reader) {
        return new FaultKind(word, form, summary, Aim.SPOT, FaultTarget.at(Place.Named.MIDDLE), reader);
    }

    /** A fault of events, that in the middle when nothing is said. */
    static FaultKind ofEvents(String word, String form, String summary, Reader reader) {
        return new FaultKind(word, form, summary, Aim.EVENTS, FaultTarget.at(Place.Named.MIDDLE), reader);
    }

    Fault read(Term term) {
        Arguments given = Arguments.of(term, form);
        Fault fault = reader.read(given, FaultTarget.read(term, aim, standard));
        given.end();
        return fault;
    }

    /** The words for a fault of this kind. */
    String words(FaultTarget target, Object... arguments) {
        StringBuilder words = new StringBuilder(word);
        for (int i = 0; i < arguments.length; i++) {
            words.append(i == 0 ? '(' : ',').append(arguments[i]);
        }
        return words.append(arguments.length > 0 ? ")" : "").append(target).toString();
    }
}
