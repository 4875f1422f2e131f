package io.streamgauge.server.fault;

/** The page about faults, made of what the code says about itself. */
public final class FaultManual {
    private static final String HEAD = """
            # Faults

            What `./streamgauge serve` can do to an answer. `./streamgauge serve --list-faults` prints this page.

            A fault is a word, perhaps with arguments, perhaps with a place and a probability:

            ```
            ./streamgauge serve --fault 'rst@event=5' --fault 'gzip@p=0.5'
            curl ... -H 'x-streamgauge-fault: stall(for=2s)@byte=100, drop@each@p=0.1'
            ```

            Arguments go by name or in the order shown; one that is left out has the value shown. `--fault` and the
            header take several faults with commas between them and may be repeated; the header replaces what the
            server was started with, and `none` leaves no fault. Faults strike in the order given, and each sees what
            those before it have left. The answer names those that struck in its `x-streamgauge-fault` header.

            | place | where |
            |---|---|
            | `@event=N` | at event N, counted from 0; an answer that has no such event is left alone |
            | `@byte=N` | at byte N of the body, counted from 0 |
            | `@time=T` | so long after the request, unless everything was due before |
            | `@head` | in front of status and headers |
            | `@start`, `@middle`, `@end` | at the first event, the one in the middle, behind the last byte |
            | `@each` | at every event; with `@p=P` at each by chance |
            | `@p=P` | only with this probability, from 0 to 1 |

            What ends or interrupts an answer does so in front of that event or byte; with `@each`, of the first that
            is hit. What changes events changes that one; `@end` is the last. Chance comes from the seed in the
            answer's `x-streamgauge-seed` header: the same header in a request gives the same answer again.
            """;

    private FaultManual() {}

    /** The page, in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (FaultCatalogue.Chapter chapter : FaultCatalogue.CHAPTERS) {
            page.append("\n## ").append(chapter.title()).append("\n\n");
            page.append("| fault | what happens | where, unless said otherwise |\n|---|---|---|\n");
            chapter.kinds().forEach(kind -> page.append(row(kind)));
        }
        return page.toString();
    }

    private static String row(FaultKind kind) {
        return "| `" + kind.form() + "` | " + kind.summary() + " | " + where(kind) + " |\n";
    }

    private static String where(FaultKind kind) {
        return switch (kind.aim()) {
            case ANSWER -> "the answer";
            case MOMENT -> "at once, or `@time=T`";
            case SPOT, EVENTS -> "`" + kind.standard() + "`";
            case SPOT_OR_HEAD -> "`" + kind.standard() + "`; `@head` too";
        };
    }
}
