package io.streamgauge.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.corpus.RecordingMetadata;
import io.streamgauge.corpus.RecordingWriter;
import io.streamgauge.provider.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedInputsTest {
    private static final Path OWN = Path.of("..", "corpora");

    private static final String HELLO = """
            data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}

            data: {"choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":"stop"}]}

            data: [DONE]

            """;

    @TempDir
    Path folder = Path.of("");

    private void record(String stem, Dialect dialect, String body, int status) {
        RecordingMetadata metadata = RecordingMetadata.of("nobody", dialect)
                .httpStatus(status)
                .provenance("written by hand")
                .build();
        new RecordingWriter(folder).write(stem, metadata, body.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> ownNames() {
        return RecordedInputs.in(OWN).names();
    }

    @ParameterizedTest
    @MethodSource("ownNames")
    void everySubjectOfOursGivesTheRightAnswerHoweverRecordingsArrive(String name) throws Exception {
        StreamInput input = RecordedInputs.in(OWN).named(name);
        for (Subject subject : List.of(new OurFraming(), new OurDecoding(), new OurMessage())) {
            for (Delivery delivery : subject.question().deliveries()) {
                assertEquals(Optional.empty(), Correctness.check(subject, input, Reads.of(input, delivery)));
            }
        }
    }

    @Test
    void allRecordingsAreThoseOfEveryDialect() {
        RecordedInputs recorded = RecordedInputs.in(OWN);
        long ofDialects = ownNames().stream()
                .filter(name -> !name.equals("recordings"))
                .mapToLong(name -> recorded.named(name).totalBytes())
                .sum();

        assertEquals(ofDialects, recorded.named("recordings").totalBytes());
        assertTrue(ownNames().contains("recordings-openai-chat"), ownNames().toString());
    }

    @Test
    void everyRecordingIsAStreamOfItsOwnWithItsAnswers() {
        record("one", Dialect.OPENAI_CHAT, HELLO, 200);
        record("two", Dialect.OPENAI_CHAT, HELLO.replace("Hel", "Hal"), 200);
        record("refused", Dialect.OPENAI_CHAT, "{\"error\":{\"message\":\"no\"}}", 401);

        StreamInput input = RecordedInputs.in(folder).named("recordings-openai-chat");

        assertEquals(List.of("Hello", "Hallo"), input.answers(Question.DECODING));
        assertEquals(List.of("Hello", "Hallo"), input.answers(Question.MESSAGE));
        assertTrue(input.answers(Question.FRAMING).get(0).endsWith("}\u0000[DONE]\u0000"));
        assertEquals(6, input.events());
        assertEquals(
                List.of("recordings-openai-chat", "recordings"),
                RecordedInputs.in(folder).names());
    }

    @Test
    void aRecordingThatIsNotDecodedAsExpectedGivesNoInput() throws Exception {
        record("one", Dialect.OPENAI_CHAT, HELLO, 200);
        Path expected = folder.resolve("one.expected.json");
        Files.writeString(expected, Files.readString(expected).replace("Hello", "Hullo"));
        RecordedInputs recorded = RecordedInputs.in(folder);

        String complaint = assertThrows(IllegalStateException.class, () -> recorded.named("recordings"))
                .getMessage();

        assertTrue(complaint.contains("one, field text") && complaint.contains("Hullo"), complaint);
    }

    @Test
    void aBodyThatIsNotTheOneRecordedGivesNoInput() throws Exception {
        record("one", Dialect.OPENAI_CHAT, HELLO, 200);
        Files.writeString(folder.resolve("one.sse"), HELLO.replace("lo\"", "la\""));
        RecordedInputs recorded = RecordedInputs.in(folder);

        assertThrows(IllegalStateException.class, () -> recorded.named("recordings"));
    }

    @Test
    void aFolderWithoutRecordedStreamsIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> RecordedInputs.in(folder));
        assertThrows(IllegalArgumentException.class, () -> RecordedInputs.in(folder.resolve("missing")));
        record("refused", Dialect.OPENAI_CHAT, "{\"error\":{\"message\":\"no\"}}", 401);
        assertThrows(IllegalArgumentException.class, () -> RecordedInputs.in(folder));
    }
}
