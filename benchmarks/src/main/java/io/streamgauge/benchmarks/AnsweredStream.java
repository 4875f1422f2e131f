package io.streamgauge.benchmarks;

import io.streamgauge.provider.Dialect;

/** One body and what right subjects make of it. */
public final class AnsweredStream {
    private final Dialect dialect;
    private final byte[] body;
    private final long events;
    private final Answers answers;

    /**
     * The right answers.
     *
     * @param payloads the payload of every event, each followed by NUL
     * @param pieces all text and reasoning, and tool calls as id, name and arguments, in the order in which they come
     * @param message for each choice its reasoning, its text, and its tool calls as id, name and arguments
     */
    public record Answers(String payloads, String pieces, String message) {}

    AnsweredStream(Dialect dialect, byte[] body, long events, Answers answers) {
        this.dialect = dialect;
        this.body = body;
        this.events = events;
        this.answers = answers;
    }

    /** The protocol of the body. */
    public Dialect dialect() {
        return dialect;
    }

    /** The bytes themselves, not a copy; never to be changed. */
    public byte[] body() {
        return body;
    }

    /** How many events the body has. */
    public long events() {
        return events;
    }

    /** What is right. */
    public Answers answers() {
        return answers;
    }

    String answer(Question question) {
        return switch (question) {
            case FRAMING -> answers.payloads;
            case MESSAGE -> answers.message;
            case DECODING, PARTIAL_JSON, BUFFERING -> answers.pieces;
        };
    }
}
