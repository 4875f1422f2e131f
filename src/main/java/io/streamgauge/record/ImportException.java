package io.streamgauge.record;

/** A foreign file that cannot be understood; the message says what was expected, and never quotes the file. */
final class ImportException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The entry it was found in, from 1; 0 for the file as a whole. */
    private final int entry;

    ImportException(int entry, String message) {
        super(message);
        this.entry = entry;
    }

    int entry() {
        return entry;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
