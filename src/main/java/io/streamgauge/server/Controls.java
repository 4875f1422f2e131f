package io.streamgauge.server;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import io.streamgauge.server.words.SettingException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How one request wants its answer replayed: the server's own settings, changed by the {@code x-streamgauge-*} headers.
 *
 * @param recording the recording's name, where a header gives it
 * @param seed what random choices come from, where a header gives it
 */
record Controls(Optional<String> recording, ReplayManner manner, OptionalLong seed) {
    static final String PREFIX = "x-streamgauge-";
    static final String RECORDING = PREFIX + "recording";
    static final String SEED = PREFIX + "seed";
    static final String FAULT = PREFIX + MannerWords.FAULT;

    /**
     * Reads the headers of a request.
     *
     * @throws RefusedException naming the header and what was expected, when a value cannot be used
     */
    static Controls of(HttpHeaders headers, ReplayManner manner) throws RefusedException {
        if (!hasControls(headers)) {
            return new Controls(Optional.empty(), manner, OptionalLong.empty());
        }
        try {
            return new Controls(
                    Optional.ofNullable(headers.get(RECORDING)),
                    MannerWords.read(name -> headers.getAll(PREFIX + name), manner),
                    seed(headers));
        } catch (SettingException e) {
            throw new RefusedException(
                    Refusal.BAD_REQUEST,
                    "Header " + PREFIX + e.name() + " is '" + e.value() + "': expected " + e.expected() + ".");
        }
    }

    /** Most requests have none, and looking once is cheaper than asking for each. */
    private static boolean hasControls(HttpHeaders headers) {
        for (Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence(); all.hasNext(); ) {
            CharSequence name = all.next().getKey();
            if (AsciiString.regionMatches(name, true, 0, PREFIX, 0, PREFIX.length())) {
                return true;
            }
        }
        return false;
    }

    private static OptionalLong seed(HttpHeaders headers) {
        @Nullable String value = headers.get(SEED);
        if (value == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(value.strip()));
        } catch (NumberFormatException e) {
            throw new SettingException("seed", value, "a whole number of 64 bits");
        }
    }
}
