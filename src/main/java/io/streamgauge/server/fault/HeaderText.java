package io.streamgauge.server.fault;

import io.streamgauge.server.words.WordsException;

/** Texts that become the value of a header. */
final class HeaderText {
    private HeaderText() {}

    /** The text, if a header can hold it (RFC 9110, section 5.5); not even a fault may split a response in two. */
    static String checked(String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw WordsException.expected("printable ASCII");
        }
        return text;
    }
}
