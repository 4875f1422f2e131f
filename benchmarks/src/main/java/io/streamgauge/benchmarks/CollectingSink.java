package io.streamgauge.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the answer of each stream: all its pieces, each followed by a separator when the question is about pieces, or
 * joined when it is about text.
 */
final class CollectingSink implements AnswerSink {
    private final List<String> answers = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private final String separator;

    CollectingSink(Question question) {
        separator = question == Question.FRAMING ? "\u0000" : "";
    }

    @Override
    public void piece(byte[] array, int offset, int length) {
        current.append(new String(array, offset, length, StandardCharsets.UTF_8))
                .append(separator);
    }

    @Override
    public void piece(CharSequence text) {
        current.append(text).append(separator);
    }

    @Override
    public void endOfStream() {
        answers.add(current.toString());
        current.setLength(0);
    }

    List<String> answers() {
        return answers;
    }
}
