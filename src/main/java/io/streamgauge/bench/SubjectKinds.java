package io.streamgauge.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who can be measured, as the benchmarks' jar lists it: a line question, kind, subject, inputs and deliveries for each
 * subject, separated by tabs.
 */
final class SubjectKinds {
    private final Map<String, String> kinds = new HashMap<>();
    private final List<Entry> entries;

    /** One subject. */
    record Entry(String question, String kind, String subject, List<String> inputs, List<String> deliveries) {
        BenchJob job(String input, String delivery) {
            return new BenchJob(question, subject, kind, input, delivery);
        }
    }

    private SubjectKinds(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> kinds.put(entry.question + '\t' + entry.subject, entry.kind));
    }

    static SubjectKinds parse(List<String> lines) {
        return new SubjectKinds(lines.stream()
                .filter(line -> line.chars().filter(c -> c == '\t').count() == 4)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Entry(cells[0], cells[1], cells[2], words(cells[3]), words(cells[4])))
                .toList());
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
    }

    List<Entry> entries() {
        return entries;
    }

    String kindOf(String question, String subject) {
        String kind = kinds.get(question + '\t' + subject);
        if (kind == null) {
            throw new BenchException("the benchmarks do not list a subject " + subject + " for " + question);
        }
        return kind;
    }
}
