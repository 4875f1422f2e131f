package io.streamgauge.server.fault;

/**
 * Something that goes wrong with an answer.
 *
 * <p>Each kind is one small type in a file of its own, and the list below is the table of contents; what each is called
 * and does is told by {@link FaultManual}. Its {@code toString} gives the words that {@link Faults#parse} reads.
 */
public sealed interface Fault
        permits Fin,
                Rst,
                Stall,
                Drip,
                Truncate,
                NoLastChunk,
                BodyLonger,
                BodyShorter,
                Status,
                Redirect,
                WrongType,
                HeaderFlood,
                Coded,
                ErrorEvent,
                MalformedJson,
                TruncatedJson,
                CutUtf8,
                NoTerminal,
                NoBlankLine,
                Duplicate,
                Reorder,
                Drop,
                Comments,
                Pings,
                HugeLine,
                Garbage {
    /** Where it strikes. */
    FaultTarget target();

    /**
     * Strikes, or hands back the very same script when it does not.
     *
     * @throws io.streamgauge.server.words.WordsException when the answer would become larger than is allowed
     */
    Script applyTo(Script script, FaultContext context);

    /** Whether chance decides what happens, so that every answer needs a seed of its own. */
    default boolean isRandom() {
        return target().isRandom();
    }
}
