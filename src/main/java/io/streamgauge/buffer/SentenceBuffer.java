package io.streamgauge.buffer;

import java.util.Locale;
import java.util.Set;

/**
 * Hands out text sentence by sentence, for speech, translation or moderation.
 *
 * <p>A sentence ends with a full stop and what closes behind it (quotes, brackets, emphasis), if white space follows
 * and then no lower-case letter; with a stop of a script that leaves no doubt, such as 。 or the danda; and before each
 * line end. No sentence ends within a number, a name with dots, or behind a title or other abbreviation, an initial, or
 * the number of a list item. White space begins the next piece. A sentence is handed out with the first letter of the
 * next one, for only that tells whether it was its end.
 */
public final class SentenceBuffer extends SegmentBuffer {
    /** 8 KiB: a very long paragraph without a full stop. */
    public static final int DEFAULT_MAX_PENDING_BYTES = 8 << 10;

    private static final int MAX_ABBREVIATION_BYTES = 24;
    private static final int MAX_LIST_DIGITS = 3;

    /**
     * Abbreviations behind which a sentence hardly ever ends. Those that often end one (etc., Inc., a.m.) are left out.
     */
    private static final Set<String> ABBREVIATIONS =
            words("mr mrs ms mx dr prof st sr sra srta mt fr hr gen col capt cpt "
                    + "lt sgt maj cmdr adm rev hon sen gov vs viz cf e.g i.e approx ca z.b d.h u.a bzw ggf vgl mme");

    /** Words that are abbreviations only before a number. */
    private static final Set<String> BEFORE_NUMBERS =
            words("no nos nr fig figs vol vols ch sec p pp art op núm jan feb mar apr jun jul aug sept oct nov dec");

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    private enum State {
        /** Within a sentence, or before its first word. */
        TEXT,
        /** Behind a stop that may end the sentence, and what closes behind it. */
        STOPPED,
        /** Behind a stop that ends it, and what closes behind that. */
        ENDED,
        /** Behind a stop and white space; what comes next decides. */
        WAITING
    }

    private State state = State.TEXT;
    /** Whether the stop is one dot with nothing behind it, which may belong to its word. */
    private boolean onlyDot;

    private boolean inWord;
    private boolean firstWord = true;
    private boolean sentenceBegun;
    private long wordStart;
    private long stop;
    private long sentenceEnd;

    /** Makes a buffer with the default limit. */
    public SentenceBuffer(TextSink sink) {
        this(DEFAULT_MAX_PENDING_BYTES, sink);
    }

    /** Makes a buffer that parts a sentence of more than {@code maxPendingBytes} bytes, between words; at least 16. */
    public SentenceBuffer(int maxPendingBytes, TextSink sink) {
        super(maxPendingBytes, sink);
    }

    @Override
    long partBefore(int codePoint, long at, boolean wordEnds) {
        if (Letters.isLineEnd(codePoint)) {
            return endLine(at);
        }
        return switch (state) {
            case TEXT -> text(codePoint, at);
            case STOPPED -> stopped(codePoint, at);
            case ENDED -> ended(codePoint, at);
            case WAITING -> waiting(codePoint, at);
        };
    }

    private long endLine(long at) {
        long end = state == State.WAITING ? sentenceEnd : at;
        boolean something = sentenceBegun;
        begin();
        return something ? end : NOWHERE;
    }

    /** What follows is a new sentence, of which nothing but perhaps white space has come. */
    private void begin() {
        state = State.TEXT;
        inWord = false;
        firstWord = true;
        sentenceBegun = false;
    }

    private long text(int codePoint, long at) {
        if (Letters.isBlank(codePoint)) {
            firstWord &= !inWord;
            inWord = false;
            return NOWHERE;
        }
        if (!inWord) {
            inWord = true;
            wordStart = at;
        }
        sentenceBegun = true;
        if (Letters.isHardStop(codePoint)) {
            state = State.ENDED;
        } else if (Letters.isSoftStop(codePoint)) {
            state = State.STOPPED;
            onlyDot = codePoint == '.';
            stop = at;
        }
        return NOWHERE;
    }

    private long stopped(int codePoint, long at) {
        if (Letters.isHardStop(codePoint)) {
            state = State.ENDED;
        } else if (Letters.isSoftStop(codePoint)) {
            onlyDot = false;
        } else if (Letters.isBlank(codePoint)) {
            state = State.WAITING;
            sentenceEnd = at;
        } else if (Letters.isCloser(codePoint)) {
            onlyDot = false;
        } else if (!ClusterBreaks.isExtending(codePoint)) {
            state = State.TEXT;
        }
        return NOWHERE;
    }

    private long ended(int codePoint, long at) {
        boolean goesOn = Letters.isHardStop(codePoint)
                || Letters.isSoftStop(codePoint)
                || Letters.isCloser(codePoint)
                || ClusterBreaks.isExtending(codePoint);
        if (goesOn) {
            return NOWHERE;
        }
        begin();
        text(codePoint, at);
        return at;
    }

    private long waiting(int codePoint, long at) {
        if (Letters.isBlank(codePoint)) {
            return NOWHERE;
        }
        boolean over = !Character.isLowerCase(codePoint) && !(onlyDot && isAbbreviated(codePoint));
        if (over) {
            begin();
        } else {
            state = State.TEXT;
            inWord = false;
            firstWord = false;
        }
        text(codePoint, at);
        return over ? sentenceEnd : NOWHERE;
    }

    /**
     * Whether the dot at {@link #stop} belongs to its word: an abbreviation, an initial, or the number of a list item.
     */
    private boolean isAbbreviated(int next) {
        if (wordStart < pieceStart() || stop - wordStart > MAX_ABBREVIATION_BYTES) {
            return false;
        }
        String word = withoutOpening(copy(wordStart, stop));
        if (firstWord && isListNumber(word)) {
            return true;
        }
        boolean initial = word.codePointCount(0, word.length()) == 1 && Character.isUpperCase(word.codePointAt(0));
        String lower = word.toLowerCase(Locale.ROOT);
        return initial || ABBREVIATIONS.contains(lower) || (Character.isDigit(next) && BEFORE_NUMBERS.contains(lower));
    }

    private static String withoutOpening(String word) {
        int at = 0;
        while (at < word.length() && !Character.isLetterOrDigit(word.codePointAt(at))) {
            at += Character.charCount(word.codePointAt(at));
        }
        return word.substring(at);
    }

    private static boolean isListNumber(String word) {
        return !word.isEmpty()
                && word.length() <= MAX_LIST_DIGITS
                && word.chars().allMatch(Character::isDigit);
    }

    @Override
    void forget() {
        begin();
    }
}
