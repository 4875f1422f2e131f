package io.streamgauge.report;

import java.util.List;
import java.util.Optional;

/**
 * A {@code streamgauge.corpus/1} document.
 *
 * @param known recordings that differ and were expected to
 * @param fragmentations the ways in which every body was cut into reads
 * @param problems what is wrong with the files themselves
 * @param departures where recordings depart from their protocol, and are none the worse for it
 * @param interrupted recordings whose recorder was killed in the middle
 * @param excuses known failures that covered a difference
 * @param unusedExcuses known failures that covered none, and therefore fail
 */
record CorpusResult(
        Head head,
        long recordings,
        long passed,
        long failed,
        long known,
        List<Dialect> dialects,
        List<Difference> differences,
        List<String> fragmentations,
        List<Problem> problems,
        List<Departure> departures,
        List<String> interrupted,
        List<Excuse> excuses,
        List<Excuse> unusedExcuses)
        implements StageResult {

    record Dialect(String api, long recordings, long passed) {}

    /** Something in a corpus that cannot be used; the field is empty when it is the whole file. */
    record Problem(String file, String field, String problem) {
        String place() {
            return field.isEmpty() ? file : file + ", field " + field;
        }
    }

    /** The first departure of a kind, and how many there were. */
    record Departure(String recording, String deviation, long count, long event, long byteOffset) {}

    /** An entry of the file of known failures. */
    record Excuse(String recording, String field, String reason, String date) {
        static Excuse read(Fields fields) {
            return new Excuse(
                    fields.text("id"),
                    fields.maybeText("field").orElse("all"),
                    fields.text("reason"),
                    fields.text("date"));
        }
    }

    /**
     * A field that did not come out as expected.
     *
     * @param fragmentation how the body was cut into reads
     */
    record Difference(
            String recording,
            String field,
            String expected,
            String actual,
            String event,
            String byteOffset,
            String fragmentation,
            Optional<HexStrip> wire) {

        static Difference read(Fields fields) {
            return new Difference(
                    fields.text("recording"),
                    fields.text("field"),
                    fields.block("expected"),
                    fields.block("actual"),
                    fields.shown("event"),
                    fields.shown("byteOffset"),
                    fields.shown("fragment"),
                    Wire.read(fields));
        }
    }

    static CorpusResult read(Fields fields) {
        return new CorpusResult(
                Head.read(fields),
                fields.count("recordings"),
                fields.count("passed"),
                fields.count("failed"),
                fields.count("known"),
                fields.list("dialects", d -> new Dialect(d.text("api"), d.count("recordings"), d.count("passed"))),
                fields.list("differences", Difference::read),
                texts(fields, "fragments"),
                fields.listOrNone("problems", p -> new Problem(p.text("file"), p.text("field"), p.text("problem"))),
                fields.listOrNone("departures", CorpusResult::departure),
                texts(fields, "interrupted"),
                fields.listOrNone("knownFailures", Excuse::read),
                fields.listOrNone("unusedKnownFailures", Excuse::read));
    }

    private static List<String> texts(Fields fields, String name) {
        return fields.has(name)
                ? fields.elements(name).stream().map(Fields::shown).toList()
                : List.of();
    }

    private static Departure departure(Fields fields) {
        return new Departure(
                fields.text("recording"),
                fields.text("deviation"),
                fields.count("count"),
                fields.count("event"),
                fields.count("byteOffset"));
    }

    @Override
    public String section() {
        return CorpusSection.ID;
    }
}
