package io.streamgauge.report;

import java.util.Locale;

/** Names for places on a page that stay the same from run to run, so that links to them keep working. */
final class Anchor {
    /** Longest anchor; beyond it a checksum of the identity keeps two of them apart. */
    static final int MAX_CHARS = 80;

    private Anchor() {}

    /** An anchor for what {@code identity} names; letters, digits, dots and hyphens only. */
    static String of(String kind, String identity) {
        String words =
                (kind + "-" + identity).replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("-+$", "");
        boolean faithful = identity.matches("[A-Za-z0-9.-]*") && words.length() <= MAX_CHARS;
        return faithful ? words : words.substring(0, Math.min(words.length(), MAX_CHARS)) + checksum(identity);
    }

    private static String checksum(String identity) {
        return String.format(Locale.ROOT, "-%08x", identity.hashCode());
    }
}
