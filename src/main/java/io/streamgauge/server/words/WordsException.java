package io.streamgauge.server.words;

/** Words that cannot be read. The message begins with "expected" and reads on behind the words themselves. */
public final class WordsException extends IllegalArgumentException {
    private final String expected;

    private WordsException(String expected) {
        super("expected " + expected);
        this.expected = expected;
    }

    /** Tells what would have been right, as in {@code "a time such as 20ms"}. */
    public static WordsException expected(String what) {
        return new WordsException(what);
    }

    /** What would have been right. */
    public String expected() {
        return expected;
    }
}
