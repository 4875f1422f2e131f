package io.streamgauge.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** An endless supply of texts that are nearly JSON: valid ones with a byte or a token put in, taken out or replaced. */
final class JsonMutations {
    private static final List<String> SOUND = List.of(
            "{\"a\":1,\"b\":[true,false,null],\"c\":{\"d\":\"e\"}}",
            "[0,-1,2.5,1e9,-1.25E-3,10]",
            "\"plain text with an \\u00e9 and a \\\"quote\\\"\"",
            "[\"\\ud83d\\ude00\",\"\\ud83d\",\"\\ude00\",\"\\\\\"]",
            "{\"\u00e9\":\"\u6f22\uD83D\uDE00\",\"a\":\"x\",\"a\":\"y\"}",
            " [ ] ",
            "{ }",
            "[NaN,Infinity,-Infinity]",
            "123",
            "null",
            "[[[[{\"a\":[[]]}]]]]",
            "{\"choices\":[{\"delta\":{\"content\":\" the\"},\"index\":0,\"finish_reason\":null}]}");
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\ud83d",
            "\\n",
            "0",
            "1",
            "-",
            "+",
            ".",
            "e",
            "E",
            "true",
            "null",
            "NaN",
            "-Infinity",
            "INF",
            " ",
            "\n",
            "\t",
            "\0",
            "\u001f",
            "\u00e9",
            "\uFEFF",
            "/",
            "'",
            "a",
            "\"a\":");

    private final Random random;

    JsonMutations(Random random) {
        this.random = random;
    }

    byte[] next() {
        byte[] text = SOUND.get(random.nextInt(SOUND.size())).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i >= 0; i--) {
            text = mutate(text);
        }
        return text;
    }

    private byte[] mutate(byte[] text) {
        int at = random.nextInt(text.length + 1);
        int taken = random.nextInt(4) == 0 ? random.nextInt(4) : random.nextInt(2);
        int behind = Math.min(text.length, at + taken);
        byte[] put = random.nextInt(3) == 0 ? new byte[0] : piece();
        byte[] mutated = Arrays.copyOf(text, at + put.length + text.length - behind);
        System.arraycopy(put, 0, mutated, at, put.length);
        System.arraycopy(text, behind, mutated, at + put.length, text.length - behind);
        return mutated;
    }

    private byte[] piece() {
        return random.nextInt(4) == 0
                ? new byte[] {(byte) random.nextInt(256)}
                : TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }
}
