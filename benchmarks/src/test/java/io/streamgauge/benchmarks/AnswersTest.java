package io.streamgauge.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersTest {
    static Stream<Arguments> everySubjectInputAndDelivery() {
        List<Arguments> all = new ArrayList<>();
        for (Question question : Question.values()) {
            for (Subject subject : Subjects.of(question)) {
                for (String input : Inputs.of(question)) {
                    for (Delivery delivery : question.deliveries()) {
                        all.add(Arguments.of(subject, input, delivery));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everySubjectInputAndDelivery")
    void everySubjectGivesTheRightAnswer(Subject subject, String name, Delivery delivery) throws Exception {
        StreamInput input = Inputs.named(name);
        if (subject.takes(input)) {
            assertEquals(Optional.empty(), Correctness.check(subject, input, Reads.of(input, delivery)));
        }
    }

    @Test
    void aWrongAnswerIsFound() throws Exception {
        StreamInput input = Inputs.named("openai");
        Subject wrong = new LastPieceMissing();
        Optional<String> difference = Correctness.check(wrong, input, Reads.of(input, Delivery.WHOLE));
        assertTrue(difference.orElse("").contains("[DONE]"), difference.toString());
    }

    @ParameterizedTest
    @MethodSource("steadyInputs")
    void everyDeliveryHasTheSameBytes(String name) {
        StreamInput input = Inputs.named(name);
        for (Delivery delivery : Delivery.values()) {
            long bytes = Reads.of(input, delivery).streams().stream()
                    .flatMap(stream -> Stream.of(stream.reads()))
                    .mapToLong(read -> read.length)
                    .sum();
            assertEquals(input.totalBytes(), bytes, delivery.wireName());
        }
    }

    static List<String> steadyInputs() {
        return Inputs.STEADY;
    }

    /** Right but for the last event. */
    private static final class LastPieceMissing implements Subject {
        private final Subject right = new OurFraming();

        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public Kind kind() {
            return Kind.PEER;
        }

        @Override
        public Question question() {
            return Question.FRAMING;
        }

        @Override
        public boolean takes(StreamInput input) {
            return true;
        }

        @Override
        public Worker newWorker(StreamInput input) {
            Worker worker = right.newWorker(input);
            return (reads, sink) -> worker.run(reads, new WithoutSentinel(sink));
        }
    }

    private record WithoutSentinel(AnswerSink sink) implements AnswerSink {
        @Override
        public void piece(byte[] array, int offset, int length) {
            if (length != "[DONE]".length()) {
                sink.piece(array, offset, length);
            }
        }

        @Override
        public void piece(CharSequence text) {
            sink.piece(text);
        }

        @Override
        public void endOfStream() {
            sink.endOfStream();
        }
    }
}
