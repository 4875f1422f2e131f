package io.streamgauge.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints who can be measured on what, for the program that starts the benchmarks: question, kind, subject, inputs and
 * deliveries, separated by tabs.
 */
public final class ListSubjects {
    private ListSubjects() {}

    public static void main(String[] args) {
        Map<String, StreamInput> made = new HashMap<>();
        for (Question question : Question.values()) {
            for (Subject subject : Subjects.of(question)) {
                List<String> inputs = Inputs.of(question).stream()
                        .filter(input -> subject.takes(made.computeIfAbsent(input, Inputs::named)))
                        .toList();
                System.out.println(String.join(
                        "\t",
                        question.wireName(),
                        subject.kind().name().toLowerCase(Locale.ROOT),
                        subject.name(),
                        String.join(" ", inputs),
                        question.deliveries().stream().map(Delivery::wireName).collect(Collectors.joining(" "))));
            }
        }
    }
}
