package io.streamgauge.report;

import java.util.Optional;

/**
 * Reads the bytes that prove a finding.
 *
 * <p>{@code inputHex} holds the input, or a window of it that begins at {@code inputOffset}; {@code smallestCut} counts the
 * bytes before the first cut from the start of the stream, as a number or as a list of numbers.
 */
final class Wire {
    private static final long NO_CUT = -1;

    private Wire() {}

    static Optional<HexStrip> read(Fields fields) {
        long from = known(fields.maybeNumber("inputOffset"), 0);
        return fields.maybeRaw("inputHex").flatMap(digits -> HexStrip.of(digits, from, cut(fields)));
    }

    private static long cut(Fields fields) {
        if (!fields.has("smallestCut")) {
            return NO_CUT;
        }
        return fields.flattened("smallestCut").stream()
                .filter(Fields::isNumber)
                .map(Fields::asNumber)
                .findFirst()
                .map(bytes -> known(bytes, NO_CUT))
                .orElse(NO_CUT);
    }

    private static long known(double value, long otherwise) {
        return Units.known(value) && value >= 0 ? (long) value : otherwise;
    }
}
