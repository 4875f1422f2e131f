package io.streamgauge.provider.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The elements of one array, or the one object that is sent in its place, found by brackets outside of strings. */
final class ArrayFraming {
    private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]*");
    private static final Pattern WORD = Pattern.compile("[-+.0-9A-Za-z]+");

    private static final char CUT = '\0';

    private final List<Frame> frames = new ArrayList<>();
    private final String body;
    private int at;

    ArrayFraming(String body) {
        this.body = body;
    }

    List<Frame> read(int start) {
        at = start;
        skipBlanks();
        if (isNext("{")) {
            element();
        } else if (isNext("[")) {
            at++;
            elements();
        } else {
            breaks();
        }
        skipBlanks();
        breaks();
        return frames;
    }

    private void elements() {
        skipBlanks();
        boolean isFirst = true;
        while (at < body.length() && (!isFirst || !isNext("]"))) {
            if (!element()) {
                return;
            }
            skipBlanks();
            if (!isNext(",")) {
                break;
            }
            at++;
            skipBlanks();
            isFirst = false;
        }
        at += isNext("]") ? 1 : 0;
    }

    /** Takes one element. Answers whether there is one, and whole. */
    private boolean element() {
        int from = at;
        Matcher word = WORD.matcher(body).region(at, body.length());
        if (word.lookingAt()) {
            at = word.end();
            return hand(from, at < body.length());
        }
        if (!isNext("{") && !isNext("[") && !isNext("\"")) {
            return false;
        }
        int depth = 0;
        do {
            char c = at < body.length() ? body.charAt(at) : CUT;
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at = c == '"' ? behindString() : at + 1;
            if (at > body.length()) {
                at = body.length();
                return hand(from, false);
            }
        } while (depth > 0);
        return hand(from, true);
    }

    /** The position behind the string that begins here; behind the body if it is cut off. */
    private int behindString() {
        int end = at + 1;
        while (end < body.length() && body.charAt(end) != '"') {
            end += body.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private boolean hand(int from, boolean isTerminated) {
        frames.add(new Frame.Event("", body.substring(from, at), from, isTerminated));
        return isTerminated;
    }

    private void skipBlanks() {
        Matcher blanks = BLANKS.matcher(body).region(at, body.length());
        at = blanks.lookingAt() ? blanks.end() : at;
    }

    private boolean isNext(String bracket) {
        return body.startsWith(bracket, at);
    }

    /** Whatever is left was not foreseen. */
    private void breaks() {
        if (at < body.length()) {
            frames.add(new Frame.Broken());
            at = body.length();
        }
    }
}
