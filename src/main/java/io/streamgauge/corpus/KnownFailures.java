package io.streamgauge.corpus;

import io.streamgauge.result.ResultFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Differences that are known and explained, so that they fail nobody; each that is not needed any more does, for the
 * list shall tell the truth.
 *
 * <p>The file is {@code {"known": [{"id": stem, "field": optional, "reason": text, "date": "2026-08-01"}, ...]}}. An
 * entry without a field covers all fields of its recording.
 */
public final class KnownFailures {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /**
     * One entry.
     *
     * @param id the recording's stem
     * @param field the field that differs; empty for all
     * @param reason why this is so and what it waits for
     * @param date when it was written down, as year-month-day
     */
    public record Entry(String id, Optional<String> field, String reason, String date) {
        boolean covers(String recording, String differing) {
            return id.equals(recording) && field.orElse(differing).equals(differing);
        }
    }

    private final List<Entry> entries;
    private final Set<Entry> used = new LinkedHashSet<>();

    private KnownFailures(List<Entry> entries) {
        this.entries = entries;
    }

    /** Nothing is known to fail. */
    public static KnownFailures none() {
        return new KnownFailures(List.of());
    }

    /** A list made by hand. */
    public static KnownFailures of(List<Entry> entries) {
        return new KnownFailures(List.copyOf(entries));
    }

    /**
     * Reads a list.
     *
     * @throws ResultFileException when the file cannot be read or an entry lacks id, reason or date
     */
    public static KnownFailures read(Path file) {
        try {
            Fields fields = Fields.of(CorpusJson.read(file));
            Optional<List<Entry>> known = fields.objects("known", KnownFailures::entry);
            return new KnownFailures(
                    known.orElseThrow(() -> new Fields.MalformedField("known", "expected an array, found nothing")));
        } catch (Fields.MalformedField e) {
            throw ResultFileException.invalid(file.toString(), "field '" + e.field() + "': " + e.getMessage());
        } catch (IOException e) {
            throw ResultFileException.invalid(file.toString(), "cannot be read: " + e);
        }
    }

    private static Entry entry(Fields fields) throws Fields.MalformedField {
        String date = fields.requiredText("date");
        if (!DATE.matcher(date).matches()) {
            throw new Fields.MalformedField("date", "expected year-month-day, found " + date);
        }
        return new Entry(fields.requiredText("id"), fields.text("field"), fields.requiredText("reason"), date);
    }

    /** Whether the difference is known; the entry then counts as used. */
    boolean covers(String recording, String field) {
        List<Entry> covering =
                entries.stream().filter(entry -> entry.covers(recording, field)).toList();
        used.addAll(covering);
        return !covering.isEmpty();
    }

    /** The entries that covered something so far. */
    public List<Entry> used() {
        return List.copyOf(used);
    }

    /** The entries that covered nothing so far. */
    public List<Entry> unused() {
        List<Entry> unused = new ArrayList<>(entries);
        unused.removeAll(used);
        return List.copyOf(unused);
    }
}
