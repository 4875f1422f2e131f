package io.streamgauge.server.fault;

import io.streamgauge.server.words.Term;
import io.streamgauge.server.words.WordsException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All faults there are, in the order of the manual. */
final class FaultCatalogue {
    /**
     * Some faults with something in common.
     *
     * @param title what that is
     */
    record Chapter(String title, List<FaultKind> kinds) {}

    static final List<Chapter> CHAPTERS = List.of(
            new Chapter(
                    "The connection",
                    List.of(
                            Fin.KIND,
                            Rst.KIND,
                            Stall.KIND,
                            Drip.KIND,
                            NoLastChunk.KIND,
                            BodyLonger.KIND,
                            BodyShorter.KIND)),
            new Chapter("The head", List.of(Status.KIND, Redirect.KIND, WrongType.KIND, HeaderFlood.KIND)),
            new Chapter("The coding", List.of(Coded.GZIP, Coded.DEFLATE, Coded.BR)),
            new Chapter(
                    "The events",
                    List.of(
                            ErrorEvent.KIND,
                            Truncate.KIND,
                            NoTerminal.KIND,
                            NoBlankLine.KIND,
                            Drop.KIND,
                            Duplicate.KIND,
                            Reorder.KIND)),
            new Chapter(
                    "The bytes",
                    List.of(
                            MalformedJson.KIND,
                            TruncatedJson.KIND,
                            CutUtf8.KIND,
                            HugeLine.KIND,
                            Comments.KIND,
                            Pings.KIND,
                            Garbage.KIND)));

    private FaultCatalogue() {}

    static Stream<FaultKind> kinds() {
        return CHAPTERS.stream().flatMap(chapter -> chapter.kinds().stream());
    }

    /** Reads one fault. */
    static Fault read(Term term) {
        return kinds().filter(kind -> kind.word().equals(term.name()))
                .findFirst()
                .orElseThrow(() -> WordsException.expected(
                        "one of " + kinds().map(FaultKind::word).collect(Collectors.joining(", "))))
                .read(term);
    }
}
