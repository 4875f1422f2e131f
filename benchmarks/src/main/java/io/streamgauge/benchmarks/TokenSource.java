package io.streamgauge.benchmarks;

import java.util.Random;

/**
 * Text in the sizes models produce it in, the same for every run: mostly a word with its blank, some pieces of words,
 * one in ten not ASCII.
 */
final class TokenSource {
    private static final String[] WORDS = """
            the of and a to in is you that it he was for on are as with his they at be this have from or \
            one had by but not what all were when your can said there use an each which do how their if \
            will up other about out many then them these some would make like him into time has look two \
            more write go see number no way could people than first water been latency throughput parser \
            buffer stream token backpressure serialization configuration deterministic""".split(" ");
    private static final String[] PIECES = {",", ".", "ing", "ed", "tion", "'s", ":", " (", ")", "s", "-"};
    private static final String[] OTHER_SCRIPTS = {"你好", "世界", "流", "トークン", "성능", "été", "naïve", "поток", "ροή"};
    private static final String[] EMOJI = {"🚀", "😀", "✨", "👍🏽"};
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Random random;

    TokenSource(long seed) {
        random = new Random(seed);
    }

    String next() {
        int kind = random.nextInt(100);
        if (kind < 7) {
            return pick(OTHER_SCRIPTS);
        }
        if (kind < 10) {
            return pick(EMOJI);
        }
        if (kind < 13) {
            return "\n\n";
        }
        if (kind < 15) {
            return " \"" + pick(WORDS) + "\"";
        }
        return kind < 30 ? pick(PIECES) : " " + pick(WORDS);
    }

    /**
     * The text as the inside of a JSON string; a fifth of what is not ASCII is written with escapes, the rest as it is.
     */
    String escaped(String text) {
        boolean escapeAll = random.nextInt(5) == 0;
        StringBuilder json = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c > '~' && escapeAll) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    /** At least this much text, ASCII only, so that it may be cut anywhere. */
    String plain(int chars) {
        StringBuilder text = new StringBuilder(chars + 32);
        while (text.length() < chars) {
            String token = next();
            text.append(token.chars().allMatch(c -> c < 128) ? token : " word");
        }
        return text.toString();
    }

    /** Letters and digits, such as padding and ids are made of. */
    String letters(int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
