package io.streamgauge.benchmarks;

import java.util.List;
import java.util.Optional;

/** Whether a subject's answer is the right one. */
final class Correctness {
    private Correctness() {}

    /**
     * Runs the subject twice, because a worker is used over and over, and answers what is wrong, in a few words, or
     * nothing.
     */
    static Optional<String> check(Subject subject, StreamInput input, Reads reads) throws Exception {
        if (subject.kind() == Subject.Kind.FLOOR) {
            return Optional.empty();
        }
        Subject.Worker worker = subject.newWorker(input);
        for (int round = 1; round <= 2; round++) {
            CollectingSink sink = new CollectingSink(subject.question());
            worker.run(reads, sink);
            Optional<String> difference = difference(input.answers(subject.question()), sink.answers());
            if (difference.isPresent()) {
                return Optional.of(difference.get() + (round > 1 ? " when used again" : ""));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(List<String> expected, List<String> actual) {
        if (expected.size() != actual.size()) {
            return Optional.of(actual.size() + " streams, expected " + expected.size());
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                return Optional.of("stream " + i + " " + describe(expected.get(i), actual.get(i)));
            }
        }
        return Optional.empty();
    }

    private static String describe(String expected, String actual) {
        int at = 0;
        while (at < expected.length() && at < actual.length() && expected.charAt(at) == actual.charAt(at)) {
            at++;
        }
        return "differs at character " + at + ": expected \"" + excerpt(expected, at) + "\", got \""
                + excerpt(actual, at) + "\"";
    }

    private static String excerpt(String text, int at) {
        return text.substring(at, Math.min(text.length(), at + 40)).replace('\u0000', '|');
    }
}
