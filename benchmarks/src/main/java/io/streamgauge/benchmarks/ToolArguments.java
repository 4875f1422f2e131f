package io.streamgauge.benchmarks;

import io.streamgauge.provider.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text that is not a whole stream: the JSON arguments of one tool call, as long as asked for, and plain words. */
final class ToolArguments {
    private static final int SEED = 7;

    private ToolArguments() {}

    static StreamInput ofSize(String name, int bytes) {
        TokenSource source = new TokenSource(SEED);
        StringBuilder json = new StringBuilder("{\"notes\":[");
        for (int i = 0; json.length() < bytes - 2; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"line\":")
                    .append(source.below(10_000))
                    .append(",\"done\":true,\"text\":\"")
                    .append(source.escaped(source.next() + source.next()))
                    .append("\"}");
        }
        String text = json.append("]}").toString();
        return plain(name, text);
    }

    /** Text without the JSON around it, ASCII only, so that it may be cut anywhere. */
    static StreamInput words(String name, int bytes) {
        TokenSource source = new TokenSource(SEED);
        return plain(name, source.plain(bytes));
    }

    /** No protocol around it: the dialect says nothing, and an event is a fragment of four bytes. */
    private static StreamInput plain(String name, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        AnsweredStream.Answers answers = new AnsweredStream.Answers("", text, text);
        return new StreamInput(name, List.of(new AnsweredStream(Dialect.OTHER_SSE, body, body.length / 4, answers)));
    }
}
