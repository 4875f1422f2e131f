package io.streamgauge.record;

import java.util.List;

/**
 * What came of importing foreign files.
 *
 * @param imported the recordings, in the order of the files
 * @param skipped entries that are no streams, or cannot be recordings for another good reason
 * @param problems files or entries that cannot be understood
 */
public record ImportReport(List<Imported> imported, List<Entry> skipped, List<Entry> problems) {
    /**
     * An entry of a file.
     *
     * @param number from 1; 0 for the file as a whole
     * @param reason for people
     */
    public record Entry(String file, int number, String reason) {
        @Override
        public String toString() {
            return file + (number == 0 ? "" : ", entry " + number) + ": " + reason;
        }
    }

    /** An entry that became a recording. */
    public record Imported(String file, int number, RecordedAnswer recording) {}

    /** Copies the lists. */
    public ImportReport {
        imported = List.copyOf(imported);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
    }
}
