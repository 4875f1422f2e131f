package io.streamgauge.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Prints who can be measured on what, for the program that starts the benchmarks: question, kind, subject, inputs and
 * deliveries, separated by tabs.
 */
public final class ListSubjects {
    private ListSubjects() {}

    public static void main(String[] args) {
        for (Question question : Question.values()) {
            Map<Subject, StringJoiner> inputs = new LinkedHashMap<>();
            Subjects.of(question).forEach(subject -> inputs.put(subject, new StringJoiner(" ")));
            // Input by input, because the huge ones do not all fit in memory at once.
            for (String name : Inputs.of(question)) {
                StreamInput input = Inputs.named(name);
                inputs.forEach((subject, taken) -> {
                    if (subject.takes(input)) {
                        taken.add(name);
                    }
                });
            }
            inputs.forEach((subject, taken) -> print(question, subject, taken.toString()));
        }
    }

    private static void print(Question question, Subject subject, String inputs) {
        System.out.println(String.join(
                "\t",
                List.of(
                        question.wireName(),
                        subject.kind().name().toLowerCase(Locale.ROOT),
                        subject.name(),
                        inputs,
                        question.deliveries().stream().map(Delivery::wireName).collect(Collectors.joining(" ")))));
    }
}
