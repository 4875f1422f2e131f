package io.streamgauge.provider.reference;

import java.util.Optional;

/** What stands in a body outside of its framing: errors as JSON, in one line or printed over many, and web pages. */
final class StrayText {
    private static final int MAX_PAGE_BYTES = 2048;
    private static final int MAX_PAYLOAD_BYTES = 1 << 20;
    private static final String ERROR_FIELD = "error:";

    /** A text that may be JSON, and where it begins. */
    record Payload(String text, long offset) {}

    private String payload = "";
    private long payloadOffset;
    private String page = "";
    private boolean isSomethingElse;

    /** Takes a line. Answers a payload if the line is one, or the last of one. */
    Optional<Payload> line(Frame.StrayLine stray) {
        String line = stray.line();
        if (payload.isEmpty() && line.startsWith(ERROR_FIELD)) {
            return Optional.of(new Payload(line.substring(ERROR_FIELD.length()), stray.offset()));
        }
        boolean isFirst = payload.isEmpty();
        boolean isPart = !isFirst || line.startsWith("{") || line.startsWith("[");
        if (isPart) {
            payloadOffset = isFirst ? stray.offset() : payloadOffset;
            payload += line + "\n";
        }
        if (payload.length() > MAX_PAYLOAD_BYTES) {
            payload = "";
        }
        boolean isLast = isClosing(line.charAt(0)) || (isFirst && isClosing(line.charAt(line.length() - 1)));
        if (isPart && isLast) {
            return rest();
        }
        page(line);
        return Optional.empty();
    }

    private static boolean isClosing(char c) {
        return c == '}' || c == ']';
    }

    Optional<Payload> rest() {
        Optional<Payload> rest =
                payload.isEmpty() ? Optional.empty() : Optional.of(new Payload(payload, payloadOffset));
        payload = "";
        return rest;
    }

    /** Takes a line of what may be a page: the first thing that is not understood, if it begins like one. */
    void page(String line) {
        isSomethingElse |= page.isEmpty() && !line.startsWith("<");
        if (!isSomethingElse && page.length() < MAX_PAGE_BYTES) {
            page += page.isEmpty() ? line : "\n" + line;
        }
    }

    /** The beginning of the page; empty when there is none. */
    String page() {
        return page.substring(0, Math.min(page.length(), MAX_PAGE_BYTES));
    }
}
