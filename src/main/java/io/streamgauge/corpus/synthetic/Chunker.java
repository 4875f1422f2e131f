package io.streamgauge.corpus.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text as a model's tokeniser and its server would: into tokens, and tokens into deltas. */
final class Chunker {
    /** Scripts that are written without blanks, or whose tokens are short. */
    private static final String DENSE = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}"
            + "\\p{IsThai}\\p{IsDevanagari}\\p{IsArabic}\\p{IsHebrew}";

    /** A word takes the blank before it along, as in all common tokenisers; marks stand apart from their letters. */
    private static final Pattern TOKEN = Pattern.compile("\\n+"
            + "| +(?= )"
            + "| ?[\\p{L}&&[^" + DENSE + "]]+"
            + "| ?[" + DENSE + "]{1,2}"
            + "| ?\\p{Nd}{1,3}"
            + "| ?([^\\p{L}\\p{Nd}\\p{M}\\s])\\1*"
            + "|(?s:.)");

    private static final Pattern PARAGRAPH_END = Pattern.compile("(?<=\\n\\n)(?!\\n)");
    private static final int LONGEST_WHOLE_WORD = 7;

    private final Dice dice;

    Chunker(Dice dice) {
        this.dice = dice;
    }

    /** The tokens of a text; joined they are the text. No token splits a code point. */
    List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            word(matcher.group(), tokens);
        }
        return tokens;
    }

    /** How many tokens a piece of text is billed as. */
    int count(String text) {
        return (int) TOKEN.matcher(text).results().count();
    }

    /** Long words are two tokens more often than not. */
    private void word(String word, List<String> tokens) {
        boolean cut = word.length() > LONGEST_WHOLE_WORD
                && Character.isLetter(word.charAt(word.length() - 1))
                && dice.chance(0.6);
        if (cut) {
            int at = dice.between(3, word.length() - 3);
            tokens.add(word.substring(0, at));
            tokens.add(word.substring(at));
        } else {
            tokens.add(word);
        }
    }

    /** The deltas of a text when the server sends this many tokens in each, on average. */
    List<String> deltas(String text, double tokensPerDelta) {
        List<String> tokens = tokens(text);
        List<String> deltas = new ArrayList<>();
        int from = 0;
        while (from < tokens.size()) {
            int count = 1 + (int) (tokensPerDelta <= 1 ? 0 : dice.exponential(tokensPerDelta - 0.5));
            int to = Math.min(tokens.size(), from + count);
            deltas.add(String.join("", tokens.subList(from, to)));
            from = to;
        }
        return deltas;
    }

    /** The paragraphs of a text, each with the blank lines behind it. */
    List<String> paragraphs(String text) {
        return PARAGRAPH_END.splitAsStream(text).toList();
    }

    /**
     * The fragments of a text of tool arguments, of this many characters as a rule; no fragment splits a code point.
     */
    List<String> fragments(String text, int usualLength) {
        List<String> fragments = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int length = dice.chance(0.05)
                    ? dice.between(usualLength, 8 * usualLength)
                    : dice.between(1, 2 * usualLength - 1);
            int to = Math.min(text.length(), from + length);
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to++;
            }
            fragments.add(text.substring(from, to));
            from = to;
        }
        return fragments;
    }

    /** The tokens of a server that counts in UTF-16: what does not fit into one unit is sent in halves. */
    List<String> halves(String text) {
        List<String> halves = new ArrayList<>();
        for (String token : tokens(text)) {
            int at = firstPair(token);
            if (at < 0) {
                halves.add(token);
            } else {
                halves.add(token.substring(0, at + 1));
                halves.add(token.substring(at + 1));
            }
        }
        return halves;
    }

    private static int firstPair(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (Character.isHighSurrogate(token.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
