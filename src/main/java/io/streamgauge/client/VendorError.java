package io.streamgauge.client;

import io.streamgauge.delta.ProviderError;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A provider's error in its own words, each empty when not given.
 *
 * @param type the kind of failure, such as {@code rate_limit_error}
 * @param code a number or word
 * @param message for people, cut to {@value #MAX_MESSAGE} characters
 */
public record VendorError(String type, String code, String message) {
    /** A message is cut to this many characters. */
    public static final int MAX_MESSAGE = 2_000;

    /** Nothing is known. */
    public static final VendorError NONE = new VendorError("", "", "");

    public VendorError {
        message = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
    }

    static VendorError copyOf(ProviderError error) {
        return new VendorError(
                error.type().copyUtf8(),
                error.code().copyUtf8(),
                error.message().copyUtf8());
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return type.isEmpty() && code.isEmpty() && message.isEmpty();
    }

    /** What is known, in one line. */
    public String describe() {
        return Stream.of(type, code, message)
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
