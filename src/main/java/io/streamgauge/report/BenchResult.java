package io.streamgauge.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A {@code streamgauge.bench/1} document. */
record BenchResult(Head head, List<Measured> rows) implements StageResult {
    /** Whose code was measured. */
    enum Kind {
        OURS,
        PEER,
        /** A bound that no parser of these bytes can beat, such as copying them. */
        FLOOR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One subject at one task; NaN for what was not measured or has no meaning for the row.
     *
     * @param ratioToFloor own cost divided by the floor's
     * @param ratioToBestPeer the best peer's cost divided by the own: how many times faster
     * @param correct the answer was checked and right; a fast wrong answer is worth nothing
     * @param remark why it was not timed; empty for most
     */
    record Measured(
            String question,
            String subject,
            Kind kind,
            String input,
            String delivery,
            double megabytesPerSecond,
            double eventsPerSecond,
            double cpuNanosPerEvent,
            double bytesPerEvent,
            double errorPercent,
            double ratioToFloor,
            double ratioToBestPeer,
            boolean correct,
            String remark) {

        static Measured read(Fields fields) {
            return new Measured(
                    fields.text("question"),
                    fields.text("subject"),
                    kind(fields),
                    fields.text("input"),
                    fields.text("delivery"),
                    fields.number("mbPerSecond"),
                    fields.number("eventsPerSecond"),
                    fields.number("cpuNanosPerEvent"),
                    fields.number("bytesPerEvent"),
                    fields.number("errorPercent"),
                    fields.number("ratioToFloor"),
                    fields.number("ratioToBestPeer"),
                    fields.flag("correct"),
                    fields.maybeText("remark").orElse(""));
        }

        private static Kind kind(Fields fields) {
            String word = fields.text("kind");
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> fields.wrong("kind", "one of ours, peer, floor"));
        }

        /** Answered, and not rightly; a floor gives no answer. */
        boolean wrong() {
            return !correct && kind != Kind.FLOOR;
        }

        boolean timed() {
            return Units.known(cpuNanosPerEvent);
        }

        /** What the subject had to do; rows with equal tasks can be compared. */
        Task task() {
            return new Task(question, input, delivery);
        }
    }

    record Task(String question, String input, String delivery) {
        /** What the short names of our own questions ask. */
        private static final Map<String, String> QUESTIONS = Map.of(
                "framing", "Framing: bytes to events",
                "decoding", "Decoding: events to deltas",
                "message", "Message: bytes to the whole answer",
                "partial-json", "Partial JSON: fragments to arguments",
                "buffering", "Buffering: deltas to words and sentences");

        /** What the short names of our own deliveries mean. */
        private static final Map<String, String> DELIVERIES = Map.of(
                "whole", "in one read",
                "1448", "in reads of 1448 bytes",
                "event-per-read", "an event per read",
                "4", "in pieces of 4 bytes");

        /** The question in one word. */
        String topic() {
            return asked().replaceFirst(":.*", "");
        }

        String title() {
            return asked() + " (" + conditions() + ")";
        }

        /** The question in words. */
        String asked() {
            return QUESTIONS.getOrDefault(question, question);
        }

        /** The task without its question. */
        String conditions() {
            return input + ", " + DELIVERIES.getOrDefault(delivery, delivery);
        }
    }

    @Override
    public String section() {
        return BenchSection.ID;
    }

    static BenchResult read(Fields fields) {
        return new BenchResult(Head.read(fields), fields.list("rows", Measured::read));
    }

    List<Measured> rowsOf(Task task) {
        return rows.stream().filter(row -> row.task().equals(task)).toList();
    }

    /** The correct row of a kind that costs least, if that cost is known. */
    static Optional<Measured> best(List<Measured> rows, Kind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.correct() && Units.known(row.cpuNanosPerEvent()))
                .min(Comparator.comparingDouble(Measured::cpuNanosPerEvent));
    }
}
