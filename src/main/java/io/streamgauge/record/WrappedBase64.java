package io.streamgauge.record;

import java.util.Base64;

/** Base64 that may be wrapped, as in files for people. The JDK's decoder for MIME would pass over anything. */
final class WrappedBase64 {
    private WrappedBase64() {}

    /**
     * The bytes.
     *
     * @throws IllegalArgumentException when there is anything else in the text than base64 and white space
     */
    static byte[] decode(String text) {
        return Base64.getDecoder().decode(text.replaceAll("\\s+", ""));
    }
}
