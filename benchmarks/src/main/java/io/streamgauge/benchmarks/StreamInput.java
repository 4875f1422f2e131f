package io.streamgauge.benchmarks;

import io.streamgauge.provider.Dialect;
import java.util.List;

/**
 * Streams to be read, and the right answers.
 *
 * @param name the name in result files; it begins with the dialect's short name
 * @param dialect the protocol of all bodies
 * @param bodies one or more whole bodies
 * @param payloads for each body the payload of every event, each followed by NUL
 * @param tokens for each body all text, and tool calls as id, name and arguments, in the order in which they come
 * @param events the number of events of all bodies
 */
public record StreamInput(
        String name, Dialect dialect, List<byte[]> bodies, List<String> payloads, List<String> tokens, long events) {

    /** The bytes of all bodies. */
    public long totalBytes() {
        return bodies.stream().mapToLong(body -> body.length).sum();
    }

    /** What a right subject answers. */
    List<String> answers(Question question) {
        return question == Question.FRAMING ? payloads : tokens;
    }
}
