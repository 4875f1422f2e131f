package io.streamgauge.report;

import java.util.List;
import java.util.Optional;

/**
 * Reads the bytes that prove a finding.
 *
 * <p>{@code inputHex} holds the input, or a window of it that begins at {@code inputOffset}; {@code smallestCut} counts
 * the bytes before each cut from the start of the stream, as a number or as a list of numbers.
 */
final class Wire {
    private Wire() {}

    static Optional<HexStrip> read(Fields fields) {
        double offset = fields.maybeNumber("inputOffset");
        long from = Units.known(offset) && offset >= 0 ? (long) offset : 0;
        return fields.maybeRaw("inputHex").flatMap(digits -> HexStrip.of(digits, from, cuts(fields)));
    }

    /** The cuts, rising; none where the document has none or something else in their place. */
    static List<Long> cuts(Fields fields) {
        if (!fields.has("smallestCut")) {
            return List.of();
        }
        return fields.flattened("smallestCut").stream()
                .filter(Fields::isNumber)
                .map(Fields::asNumber)
                .filter(cut -> Units.known(cut) && cut >= 0)
                .map(Double::longValue)
                .sorted()
                .toList();
    }
}
