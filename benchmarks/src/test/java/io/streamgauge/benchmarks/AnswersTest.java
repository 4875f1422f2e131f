package io.streamgauge.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
                    for (Delivery delivery : deliveries(question, input)) {
                        all.add(Arguments.of(subject, input, delivery));
                    }
                }
            }
        }
        return all.stream();
    }

    /** Huge events are there to arrive in many reads, and take their time. */
    private static List<Delivery> deliveries(Question question, String input) {
        return Inputs.HUGE.contains(input) ? List.of(Delivery.READS_1448) : question.deliveries();
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
        Subject.Worker right = new OurFraming().newWorker(input);
        Subject wrong = new Peer((reads, sink) -> right.run(reads, new WithoutSentinel(sink)));
        Reads whole = Reads.of(input, Delivery.WHOLE);
        Optional<String> difference = Correctness.check(wrong, input, whole);
        assertTrue(difference.orElse("").contains("[DONE]"), difference.toString());
        String verdict = CheckAnswers.verdict(wrong, input, whole, 20);
        assertTrue(verdict.startsWith("wrong answer: stream 0 differs"), verdict);
        assertEquals("right", CheckAnswers.verdict(new OurFraming(), input, whole, 20));
    }

    @Test
    void aSubjectThatFailsHasNoAnswer() throws Exception {
        StreamInput input = Inputs.named("openai");
        Subject failing = new Peer((reads, sink) -> {
            throw new IOException("two\nlines");
        });
        assertEquals(
                "no answer: java.io.IOException: two lines",
                CheckAnswers.verdict(failing, input, Reads.of(input, Delivery.WHOLE), 20));
    }

    @Test
    void aSubjectThatTakesTooLongIsNotWaitedFor() throws Exception {
        StreamInput input = Inputs.named("openai");
        Subject slow = new Peer((reads, sink) -> new CountDownLatch(1).await());
        assertEquals(
                "no answer within 0 seconds", CheckAnswers.verdict(slow, input, Reads.of(input, Delivery.WHOLE), 0));
    }

    @Test
    void aHugeEventIsAsLongAsItsNameSays() {
        StreamInput input = Inputs.named("huge-1m");
        long missing = (1 << 20) - input.totalBytes();
        assertTrue(missing >= 0 && missing < 8192, "bytes missing: " + missing);
        assertEquals(2, input.events());
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

    private record Peer(Worker worker) implements Subject {
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
            return worker;
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
