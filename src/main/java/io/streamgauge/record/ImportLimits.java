package io.streamgauge.record;

/**
 * How much of foreign files is taken.
 *
 * @param maxArchiveBytes the largest HAR file; it is read entry by entry
 * @param maxCassetteBytes the largest cassette; it is read as a whole
 * @param maxBodyBytes the longest body of one answer, decoded
 * @param maxEntries the most entries of one file
 * @param maxDepth how deep a cassette may nest
 */
public record ImportLimits(long maxArchiveBytes, int maxCassetteBytes, int maxBodyBytes, int maxEntries, int maxDepth) {
    /** 2 GiB. */
    public static final long DEFAULT_MAX_ARCHIVE_BYTES = 2L << 30;

    /** 64 MiB. */
    public static final int DEFAULT_MAX_CASSETTE_BYTES = 64 << 20;

    /** 64 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 64 << 20;

    /** 100,000. */
    public static final int DEFAULT_MAX_ENTRIES = 100_000;

    /** 64: cassettes have about 8. */
    public static final int DEFAULT_MAX_DEPTH = 64;

    /** The named defaults. */
    public static final ImportLimits DEFAULTS = new ImportLimits(
            DEFAULT_MAX_ARCHIVE_BYTES,
            DEFAULT_MAX_CASSETTE_BYTES,
            DEFAULT_MAX_BODY_BYTES,
            DEFAULT_MAX_ENTRIES,
            DEFAULT_MAX_DEPTH);

    /** Checks that every limit is positive. */
    public ImportLimits {
        if (maxArchiveBytes <= 0 || maxCassetteBytes <= 0 || maxBodyBytes <= 0 || maxEntries <= 0 || maxDepth <= 0) {
            throw new IllegalArgumentException("every limit must be positive: archive " + maxArchiveBytes
                    + ", cassette " + maxCassetteBytes + ", body " + maxBodyBytes + ", entries " + maxEntries
                    + ", depth " + maxDepth);
        }
    }
}
