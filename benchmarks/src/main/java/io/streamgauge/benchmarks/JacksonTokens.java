package io.streamgauge.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * jackson-core's tokens of every payload, one parser for each, nothing kept: the floor of every decoder that reads all
 * of the JSON with it. Payloads are cut out beforehand, so the reads do not matter.
 */
public final class JacksonTokens implements Subject {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public String name() {
        return "jackson-tokens";
    }

    @Override
    public Kind kind() {
        return Kind.FLOOR;
    }

    @Override
    public Question question() {
        return Question.DECODING;
    }

    @Override
    public boolean takes(StreamInput input) {
        return true;
    }

    @Override
    public Worker newWorker(StreamInput input) {
        List<byte[]> payloads = input.streams().stream()
                .flatMap(stream -> Arrays.stream(stream.answers().payloads().split("\u0000", -1)))
                .filter(payload -> payload.startsWith("{"))
                .map(payload -> payload.getBytes(StandardCharsets.UTF_8))
                .toList();
        return (reads, sink) -> {
            for (byte[] payload : payloads) {
                sink.piece(payload, 0, tokens(payload));
            }
        };
    }

    private static int tokens(byte[] payload) {
        int count = 0;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), payload, 0, payload.length)) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count;
    }
}
