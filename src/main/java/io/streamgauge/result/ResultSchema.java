package io.streamgauge.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of result file, each with the number of its form.
 *
 * <p>The number grows only when a field that readers rely on changes its meaning or goes; new fields leave it alone.
 */
public enum ResultSchema {
    RUN,
    CORPUS,
    CONFORMANCE,
    BENCH,
    LOAD,
    GATE;

    private static final int FORM = 1;

    /** What stands in the file's {@code schema} field, such as {@code streamgauge.load/1}. */
    public String id() {
        return "streamgauge." + word() + "/" + FORM;
    }

    /** The kind in one lower-case word; also the name of a stage in a {@code run} document. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that wrote {@code id}, or nothing if this version does not know it. */
    public static Optional<ResultSchema> ofId(String id) {
        return Arrays.stream(values()).filter(schema -> schema.id().equals(id)).findFirst();
    }
}
