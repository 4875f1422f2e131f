package io.streamgauge.corpus;

import io.streamgauge.delta.TokenDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Decodes every recording of a corpus, delivered in several ways, and compares with its expectation.
 *
 * <p>A difference is reported for the first delivery that shows it. Where one gives another message than the first did,
 * that is a difference too, in the field {@code message} if in none that is stated. Used once.
 */
public final class CorpusVerifier {
    private final KnownFailures knownFailures;
    private final List<Delivery> deliveries;
    private final List<Difference> differences = new ArrayList<>();
    private final List<CorpusProblem> problems = new ArrayList<>();
    private final List<CorpusReport.Departure> departures = new ArrayList<>();
    private final List<String> interrupted = new ArrayList<>();
    private final Map<String, int[]> recordedAndPassed = new TreeMap<>();
    private int passed;
    private int known;

    private enum Outcome {
        PASSED,
        KNOWN,
        FAILED
    }

    /**
     * Makes a verifier.
     *
     * @param deliveries usually {@link Fragments#standard}; the first one is what the others are compared with
     */
    public CorpusVerifier(KnownFailures knownFailures, List<? extends Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            throw new IllegalArgumentException("a body must be decoded at least once");
        }
        this.knownFailures = knownFailures;
        this.deliveries = List.copyOf(deliveries);
    }

    /**
     * Verifies all recordings.
     *
     * @param progress is told each recording's stem when it is done
     */
    public CorpusReport verify(Corpus corpus, Consumer<String> progress) {
        problems.addAll(corpus.problems());
        for (Recording recording : corpus.recordings()) {
            count(recording, verify(recording));
            progress.accept(recording.stem());
        }
        List<CorpusReport.DialectFigures> dialects = recordedAndPassed.entrySet().stream()
                .map(entry -> new CorpusReport.DialectFigures(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
        int recordings = corpus.recordings().size();
        return new CorpusReport(
                recordings,
                passed,
                recordings - passed - known,
                known,
                deliveries.stream().map(Delivery::name).toList(),
                dialects,
                List.copyOf(differences),
                List.copyOf(problems),
                List.copyOf(departures),
                List.copyOf(interrupted),
                knownFailures.used(),
                knownFailures.unused());
    }

    private void count(Recording recording, Outcome outcome) {
        int[] figures =
                recordedAndPassed.computeIfAbsent(recording.metadata().dialect().wireName(), api -> new int[2]);
        figures[0]++;
        figures[1] += outcome == Outcome.PASSED ? 1 : 0;
        passed += outcome == Outcome.PASSED ? 1 : 0;
        known += outcome == Outcome.KNOWN ? 1 : 0;
    }

    private Outcome verify(Recording recording) {
        int problemsBefore = problems.size();
        recording.problemOfBody().ifPresent(problems::add);
        if (recording.isInterrupted()) {
            interrupted.add(recording.stem());
        } else if (recording.expectation().isEmpty() || problems.size() > problemsBefore) {
            return Outcome.FAILED;
        }
        List<Difference> found = differences(recording, recording.expectation());
        List<Difference> unknown = found.stream()
                .filter(difference -> !knownFailures.covers(difference.recording(), difference.field()))
                .toList();
        differences.addAll(unknown);
        if (found.isEmpty()) {
            return Outcome.PASSED;
        }
        return unknown.isEmpty() ? Outcome.KNOWN : Outcome.FAILED;
    }

    private List<Difference> differences(Recording recording, Optional<Expectation> expectation) {
        List<Difference> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Optional<Decoding> first = decode(deliveries.get(0), recording, found);
        first.ifPresent(decoding -> noteDepartures(recording, decoding));
        for (Delivery delivery : deliveries) {
            Optional<Decoding> delivered =
                    delivery.equals(deliveries.get(0)) ? first : decode(delivery, recording, found);
            if (first.isEmpty() || delivered.isEmpty()) {
                continue;
            }
            Decoding decoding = delivered.get();
            List<Finding> findings = new ArrayList<>();
            expectation.ifPresent(stated -> findings.addAll(Comparison.of(stated, decoding)));
            findings.removeIf(finding -> !seen.add(finding.field() + '=' + finding.actual()));
            if (findings.isEmpty() && !decoding.toString().equals(first.get().toString())) {
                findings.add(Finding.ofWhole("message", first.get().toString(), decoding.toString()));
            }
            if (!findings.isEmpty()) {
                Fragments cut = delivery instanceof Fragments fragments ? fragments : Fragments.WHOLE;
                DepartureFinder finder =
                        new DepartureFinder(recording.metadata().dialect(), recording.copyBody(), cut);
                findings.forEach(finding -> found.add(difference(recording, finding, finder, delivery)));
            }
        }
        return found;
    }

    private static Optional<Decoding> decode(Delivery delivery, Recording recording, List<Difference> found) {
        try {
            return Optional.of(delivery.decode(recording));
        } catch (DeliveryException e) {
            found.add(new Difference(
                    recording.stem(),
                    "delivery",
                    "the bytes of the recording",
                    String.valueOf(e.getMessage()),
                    0,
                    0,
                    delivery.name()));
            return Optional.empty();
        }
    }

    private static Difference difference(
            Recording recording, Finding finding, DepartureFinder finder, Delivery delivery) {
        DepartureFinder.Place place = finder.find(finding.departed());
        return new Difference(
                recording.stem(),
                finding.field(),
                finding.expected(),
                finding.actual(),
                place.event(),
                place.byteOffset(),
                delivery.name());
    }

    private void noteDepartures(Recording recording, Decoding decoding) {
        for (TokenDelta.Departure departure : decoding.departures()) {
            departures.add(new CorpusReport.Departure(
                    recording.stem(),
                    departure.deviation().description(),
                    decoding.message().deviations().getOrDefault(departure.deviation(), 0),
                    departure.eventNumber(),
                    departure.byteOffset()));
        }
    }
}
