package io.streamgauge.bench;

import java.util.List;

/**
 * One subject on one input.
 *
 * @param question what is asked: framing, decoding, message, partial-json or buffering
 * @param subject who answers
 * @param kind ours, peer or floor
 * @param input the streams; the name begins with the dialect, or with recordings or huge
 * @param delivery how the bytes arrive: whole, 1448, event-per-read or 4
 */
public record BenchJob(String question, String subject, String kind, String input, String delivery) {
    boolean isOurs() {
        return kind.equals("ours");
    }

    boolean isPeer() {
        return kind.equals("peer");
    }

    /** Whether the two do the same work and differ in nothing but who does it. */
    boolean isComparableWith(BenchJob other) {
        return question.equals(other.question) && input.equals(other.input) && delivery.equals(other.delivery);
    }

    /** The form in which jobs go to the benchmarks' JVM: question, subject, input and delivery, separated by tabs. */
    String line() {
        return String.join("\t", List.of(question, subject, input, delivery));
    }
}
