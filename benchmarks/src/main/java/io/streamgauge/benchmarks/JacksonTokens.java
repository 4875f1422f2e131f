package io.streamgauge.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * jackson-core's tokens of every payload, one parser for each, nothing kept: the floor of every decoder that reads all
 * of the JSON with it. Payloads are cut out beforehand, so the reads do not matter; of tool arguments it is what one
 * look at the whole costs, where others look after every fragment.
 */
public final class JacksonTokens implements SubjectSource {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public List<Subject> subjects() {
        return List.of(new Tokens(Question.DECODING), new Tokens(Question.PARTIAL_JSON));
    }

    private record Tokens(Question question) implements Subject {
        @Override
        public String name() {
            return "jackson-tokens";
        }

        @Override
        public Kind kind() {
            return Kind.FLOOR;
        }

        @Override
        public boolean takes(StreamInput input) {
            return true;
        }

        @Override
        public Worker newWorker(StreamInput input) {
            List<byte[]> texts = texts(input);
            return (reads, sink) -> {
                for (byte[] json : texts) {
                    sink.piece(json, 0, tokens(json));
                }
            };
        }

        private List<byte[]> texts(StreamInput input) {
            return input.streams().stream()
                    .map(stream -> question == Question.DECODING
                            ? stream.answers().payloads()
                            : stream.answers().pieces())
                    .flatMap(text -> Arrays.stream(text.split("\u0000", -1)))
                    .filter(text -> text.startsWith("{"))
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
    }

    /** Up to the first that is none: recordings have payloads that were cut off. */
    private static int tokens(byte[] json) {
        int count = 0;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json, 0, json.length)) {
            while (parser.nextToken() != null) {
                count++;
            }
        } catch (StreamReadException e) {
            count++;
        }
        return count;
    }
}
