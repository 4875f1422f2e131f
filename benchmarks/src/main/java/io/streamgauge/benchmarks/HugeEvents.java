package io.streamgauge.benchmarks;

import io.streamgauge.provider.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One event that takes many reads, as when a server sends its whole answer, an image or a long tool call at once. A
 * reader that looks again at what it has with every read takes a time that grows with the square of the size.
 */
final class HugeEvents {
    private static final int SEED = 8;
    private static final int BLOCK_CHARS = 4096;

    private HugeEvents() {}

    /** A chat chunk that makes the body almost {@code bytes} long, and the sentinel. */
    static StreamInput ofSize(String name, int bytes) {
        TokenSource source = new TokenSource(SEED);
        String block = source.plain(BLOCK_CHARS);
        String escaped = source.escaped(block);
        String head = "{\"id\":\"chatcmpl-" + source.letters(29)
                + "\",\"object\":\"chat.completion.chunk\",\"created\":1741570283,\"model\":\"gpt-4o\","
                + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"";
        String tail = "\"},\"logprobs\":null,\"finish_reason\":\"stop\"}]}";
        int around = "data: ".length() + head.length() + tail.length() + "\n\ndata: [DONE]\n\n".length();
        int blocks = (bytes - around) / escaped.length();
        String payload = head + escaped.repeat(blocks) + tail;
        String text = block.repeat(blocks);
        byte[] body = ("data: " + payload + "\n\ndata: [DONE]\n\n").getBytes(StandardCharsets.UTF_8);
        AnsweredStream.Answers answers = new AnsweredStream.Answers(payload + "\u0000[DONE]\u0000", text, text);
        return new StreamInput(name, List.of(new AnsweredStream(Dialect.OPENAI_CHAT, body, 2, answers)));
    }
}
