package io.streamgauge.provider;

import io.streamgauge.provider.reference.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes a damaged stream of a sound one. Everything is decided by one source of random numbers. */
final class StreamMutator {
    /** Of a longer stream the beginning, some middle and the end are taken. */
    private static final int MAX_BODY_BYTES = 5000;

    private static final int MAX_BLOCK_BYTES = 20_000;

    private static final List<String> LINES = List.of(
            ":\n",
            ": keep-alive\n\n",
            "event: error\n",
            "event: ping\n",
            "event\n",
            "id: 7\n",
            "id: \0\n",
            "retry: 10\n",
            "data\n",
            "data: \n\n",
            "data: null\n\n",
            "data: null \n\n",
            "data: : comment\n\n",
            "data: [DONE]\n\n",
            "data: [DONE] x\n\n",
            "data: {}\n\n",
            "data: []\n\n",
            "data: \"x\"\n\n",
            "data: 5\n\n",
            "data: {\"error\":{\"message\":\"m\"}}\n\n",
            "data: {\"error\":null}\n\n",
            "{\"error\":{\"message\":\"m\",\"type\":\"t\"}}\n",
            "{\n  \"error\": {\n    \"code\": 429\n  }\n}\n",
            "[{\"error\":\"m\"}]\n",
            "error: {\"code\":5}\n",
            "error: x\n",
            "<html>\n",
            "<p>{\n",
            "nonsense\n",
            "{}\n",
            "null\n",
            "[DONE]\n",
            "\n",
            "\r",
            " \n",
            "\u00ef\u00bb\u00bf");

    private static final List<String> SPLINTERS = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "{}",
            "null",
            "0",
            "1e3",
            " ",
            "\n",
            "\r\n",
            "\n\n",
            "data: ",
            "\\u0041",
            "\\ud83d",
            "\\ude00",
            "\u00e9",
            "\u00c3\u00a9",
            "\0",
            "NaN",
            "true",
            ",\"index\":1",
            "[DONE]");

    private final Dialect dialect;
    private final Vocabulary vocabulary;
    private final SplittableRandom random;
    private final JsonMutator json;

    StreamMutator(Dialect dialect, Vocabulary vocabulary, SplittableRandom random) {
        this.dialect = dialect;
        this.vocabulary = vocabulary;
        this.random = random;
        this.json = new JsonMutator(vocabulary, random);
    }

    /** A stream of the vocabulary with one to four changes. */
    byte[] mutant() {
        StreamText stream = anyStream();
        List<String> blocks = window(stream.blocks());
        int changes = random.nextInt(1, 5);
        for (int i = random.nextInt(changes + 1); i < changes; i++) {
            changeBlocks(blocks);
        }
        String body = stream.with(blocks).body();
        if (random.nextInt(3) == 0) {
            body = changeBytes(body);
        }
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    private StreamText anyStream() {
        return vocabulary.streams.get(random.nextInt(vocabulary.streams.size()));
    }

    private List<String> window(List<String> all) {
        List<String> kept = new ArrayList<>();
        int skipFrom = Math.min(all.size(), 3);
        int skipTo = skipFrom + random.nextInt(Math.max(1, all.size() - 6));
        boolean isLong = all.stream().mapToInt(String::length).sum() > MAX_BODY_BYTES;
        int bytes = 0;
        for (int i = 0; i < all.size(); i++) {
            boolean isAtEnd = i >= all.size() - 3;
            boolean isInMiddle = i < skipFrom || (i >= skipTo && bytes < MAX_BODY_BYTES);
            if (all.get(i).length() < MAX_BLOCK_BYTES && (!isLong || isAtEnd || isInMiddle)) {
                kept.add(all.get(i));
                bytes += all.get(i).length();
            }
        }
        return kept;
    }

    // Blocks.

    private void changeBlocks(List<String> blocks) {
        if (blocks.isEmpty()) {
            blocks.add(pick(LINES));
            return;
        }
        int at = random.nextInt(blocks.size());
        String block = blocks.get(at);
        switch (random.nextInt(12)) {
            case 0 -> blocks.remove(at);
            case 1 -> blocks.add(random.nextInt(blocks.size() + 1), block);
            case 2 -> blocks.add(random.nextInt(blocks.size()), blocks.remove(at));
            case 3 -> blocks.set(at, block.substring(0, random.nextInt(block.length() + 1)));
            case 4 -> blocks.add(at, anyBlock());
            case 5 -> splitCharacter(blocks, at);
            case 6 -> blocks.set(at, changeFraming(block));
            default -> blocks.set(at, changePayload(block));
        }
    }

    private String anyBlock() {
        List<String> blocks = anyStream().blocks();
        String block = blocks.isEmpty() ? "" : blocks.get(random.nextInt(blocks.size()));
        return block.length() < MAX_BLOCK_BYTES ? block : "";
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private String changePayload(String block) {
        StreamText.Range payload = StreamText.payload(dialect, block);
        return replace(block, payload, json.mutate(payload.in(block)));
    }

    private static String replace(String block, StreamText.Range range, String by) {
        return block.substring(0, range.from()) + by + block.substring(range.to());
    }

    /** Says an event twice, the same string ending in one half of a character and beginning with the other. */
    private void splitCharacter(List<String> blocks, int at) {
        String block = blocks.get(at);
        StreamText.Range range = StreamText.payload(dialect, block);
        String payload = range.in(block);
        List<Json> strings = JsonMutator.valuesIn(payload).stream()
                .filter(value -> value.kind() == Json.Kind.STRING)
                .toList();
        if (!strings.isEmpty()) {
            Json string = strings.get(random.nextInt(strings.size()));
            StringBuilder first = new StringBuilder(payload).insert(string.to() - 1, "\\ud83d");
            StringBuilder second = new StringBuilder(payload).insert(string.from() + 1, "\\ude00");
            blocks.set(at, replace(block, range, first.toString()));
            blocks.add(at + 1, replace(block, range, second.toString()));
        }
    }

    private String changeFraming(String block) {
        int at = random.nextInt(block.length() + 1);
        return switch (random.nextInt(7)) {
            case 0 -> block.replace("\n", "\r\n");
            case 1 -> block.replace("\r\n", "\n").replace('\n', '\r');
            case 2 -> block.replace("data: ", "data:");
            case 3 -> block.replaceFirst("event:[^\r\n]*[\r\n]", random.nextBoolean() ? "" : pick(LINES));
            case 4 -> block.substring(0, at) + "\ndata: " + block.substring(at);
            case 5 -> block.replaceFirst("(?:\r\n|\n|\r)\\z", "");
            default -> random.nextBoolean() ? block + pick(LINES) : pick(LINES) + block;
        };
    }

    // Bytes.

    private String changeBytes(String body) {
        if (body.isEmpty()) {
            return body;
        }
        int at = random.nextInt(body.length());
        int to = Math.min(body.length(), at + random.nextInt(1, 40));
        String run = body.substring(at, to);
        return switch (random.nextInt(8)) {
            case 0 -> body.substring(0, at) + (char) random.nextInt(256) + body.substring(at + 1);
            case 1 -> body.substring(0, at) + body.substring(to);
            case 2 -> body.substring(0, to) + run + body.substring(to);
            case 3 ->
                new StringBuilder(body)
                        .insert(random.nextInt(body.length()), run)
                        .toString();
            case 4 -> body.substring(0, at);
            case 5 -> body.replaceAll("\r\n|\n", random.nextBoolean() ? "\r\n" : "\r");
            case 6 -> "\u00ef\u00bb\u00bf" + body;
            default -> body.substring(0, at) + pick(SPLINTERS) + body.substring(at);
        };
    }

    /** Where the body arrives in pieces: nowhere, once, everywhere, or in reads of some size. */
    int[] cuts(int length) {
        List<Integer> cuts = new ArrayList<>();
        int largest = switch (random.nextInt(5)) {
            case 0 -> length + 2;
            case 1 -> 2;
            case 2 -> 40;
            case 3 -> 600;
            default -> 2 * length + 2;
        };
        for (int at = random.nextInt(1, largest); at < length; at += random.nextInt(1, largest)) {
            cuts.add(at);
        }
        return cuts.stream().mapToInt(Integer::intValue).toArray();
    }
}
