package io.streamgauge.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Which benchmarks to run and for how long.
 *
 * @param groups what to measure; all when empty
 * @param inputs inputs to use; all that a subject takes when empty
 * @param deliveries how bytes arrive; a question that knows none of them is asked in its own way
 * @param effort how much time each row gets
 */
public record BenchPlan(Set<Group> groups, List<String> inputs, List<String> deliveries, Effort effort) {
    /** What can be asked for by name. */
    public enum Group {
        PARSER,
        DECODER,
        ACCUMULATOR,
        BUFFERS,
        /** Adds the peers to every question that is measured. */
        PEERS;

        private boolean asks(String question) {
            return switch (this) {
                case PARSER -> question.equals("framing");
                case DECODER -> question.equals("decoding");
                case ACCUMULATOR -> question.equals("message") || question.equals("partial-json");
                case BUFFERS -> question.equals("buffering");
                case PEERS -> false;
            };
        }

        /** The name on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Time for one row.
     *
     * @param forks fresh JVMs
     * @param warmups iterations that do not count
     * @param iterations iterations that count
     * @param iterationMillis length of each
     */
    public record Effort(int forks, int warmups, int iterations, int iterationMillis) {
        /**
         * For {@code run --quick}: enough to see that it works and roughly how fast, not enough to compare revisions.
         */
        public static final Effort QUICK = new Effort(1, 3, 5, 120);

        /** For figures to quote. */
        public static final Effort FULL = new Effort(3, 5, 5, 500);
    }

    /**
     * What there is to do: jobs with one input stand together.
     *
     * @throws BenchException if nothing matches, or an input or a delivery is of no use to what was asked for
     */
    List<BenchJob> jobs(List<SubjectKinds.Entry> entries) {
        List<SubjectKinds.Entry> wanted = entries.stream().filter(this::wants).toList();
        complain("input", inputs, all(wanted, SubjectKinds.Entry::inputs));
        complain("delivery", deliveries, all(entries, SubjectKinds.Entry::deliveries));
        List<BenchJob> jobs = new ArrayList<>();
        for (String input : all(wanted, SubjectKinds.Entry::inputs)) {
            for (SubjectKinds.Entry entry : wanted) {
                if (entry.inputs().contains(input) && (inputs.isEmpty() || inputs.contains(input))) {
                    deliveriesOf(entry).forEach(delivery -> jobs.add(entry.job(input, delivery)));
                }
            }
        }
        if (jobs.isEmpty()) {
            throw new BenchException("no benchmark matches the groups and inputs asked for");
        }
        return jobs;
    }

    private boolean wants(SubjectKinds.Entry entry) {
        boolean peersWanted = groups.isEmpty() || groups.contains(Group.PEERS);
        return (peersWanted || !entry.kind().equals("peer")) && wantsQuestion(entry.question());
    }

    private boolean wantsQuestion(String question) {
        boolean all = groups.isEmpty() || groups.equals(Set.of(Group.PEERS));
        return all || groups.stream().anyMatch(group -> group.asks(question));
    }

    private List<String> deliveriesOf(SubjectKinds.Entry entry) {
        List<String> wanted =
                entry.deliveries().stream().filter(deliveries::contains).toList();
        return wanted.isEmpty() ? entry.deliveries().subList(0, 1) : wanted;
    }

    private static List<String> all(
            List<SubjectKinds.Entry> entries, Function<SubjectKinds.Entry, List<String>> words) {
        return entries.stream()
                .flatMap(entry -> words.apply(entry).stream())
                .distinct()
                .toList();
    }

    private static void complain(String what, List<String> asked, List<String> known) {
        asked.stream().filter(word -> !known.contains(word)).findFirst().ifPresent(word -> {
            throw new BenchException("no %s %s; there are %s".formatted(what, word, String.join(", ", known)));
        });
    }
}
