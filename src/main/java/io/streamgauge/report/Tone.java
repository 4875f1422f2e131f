package io.streamgauge.report;

import java.util.Locale;

/** What a piece of text means to the reader; never the only sign of it, the words say it too. */
enum Tone {
    PLAIN,
    GOOD,
    BAD,
    WARN,
    MUTED,
    /** The one of many that the reader came for. */
    STRONG;

    /** The name style sheets know the tone by. */
    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
