package io.streamgauge.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A case that is nothing but data: bytes in, an outcome out.
 *
 * @param cuts ways to cut the input that the case is about
 * @param prompt when events have to be handed over
 * @param accept further outcomes, tried in order
 */
record ByteCase(
        Requirement requirement,
        Parts input,
        List<int[]> cuts,
        List<Prompt> prompt,
        Expectation expect,
        List<Accepted> accept) {

    /** Promptness: once {@code after} bytes have come and nothing else, this many events must have been handed over. */
    record Prompt(int after, int events) {}

    /** An outcome other than the required one, and the verdict it earns. */
    record Accepted(Verdict verdict, String why, Expectation outcome) {}

    static ByteCase read(CaseNode node) {
        CaseNode here = node.at(node.where() + ", " + node.text("id"));
        ByteCase read = new ByteCase(
                requirement(here),
                Parts.read(here, "input"),
                here.has("cuts") ? here.numberLists("cuts") : List.of(),
                here.has("prompt") ? prompts(here) : List.of(),
                expectation(here.child("expect")),
                here.has("accept") ? accepted(here) : List.of());
        here.nothingElse();
        read.checkCuts(here);
        return read;
    }

    private static Requirement requirement(CaseNode node) {
        return new Requirement(
                node.text("id"),
                node.word("level", Level::ofWord, "must, should, may or info"),
                node.text("spec"),
                node.text("title"),
                node.text("why"),
                node.has("needs") ? capabilities(node) : Set.of(),
                node.texts("tags"),
                node.text("since"));
    }

    private static Set<Capability> capabilities(CaseNode node) {
        Set<Capability> needs = new HashSet<>();
        for (String word : node.texts("needs")) {
            needs.add(Capability.ofWord(word)
                    .orElseThrow(() -> node.wrong("needs", "known capabilities", node.required("needs"))));
        }
        return needs;
    }

    private static List<Prompt> prompts(CaseNode node) {
        List<Prompt> prompts = new ArrayList<>();
        for (CaseNode prompt : node.children("prompt")) {
            prompts.add(new Prompt(prompt.count("after"), prompt.count("events")));
            prompt.nothingElse();
        }
        return List.copyOf(prompts);
    }

    private static Expectation expectation(CaseNode node) {
        Expectation expectation = Expectation.read(node);
        node.nothingElse();
        return expectation;
    }

    private static List<Accepted> accepted(CaseNode node) {
        List<Accepted> outcomes = new ArrayList<>();
        for (CaseNode outcome : node.children("accept")) {
            outcomes.add(new Accepted(
                    outcome.word("verdict", ByteCase::acceptable, "non-strict or info"),
                    outcome.text("why"),
                    Expectation.read(outcome)));
            outcome.nothingElse();
        }
        return List.copyOf(outcomes);
    }

    private static Optional<Verdict> acceptable(String word) {
        return Verdict.ofWord(word).filter(verdict -> verdict == Verdict.NON_STRICT || verdict == Verdict.INFO);
    }

    private void checkCuts(CaseNode node) {
        if (cuts.isEmpty() && prompt.isEmpty()) {
            return;
        }
        int length = input.bytes().length;
        for (int[] ascending : cuts) {
            int last = 0;
            for (int cut : ascending) {
                if (cut < last || cut > length) {
                    throw node.wrong("cuts", "ascending positions of 0 to " + length, node.required("cuts"));
                }
                last = cut;
            }
        }
        if (prompt.stream().anyMatch(point -> point.after() > length)) {
            throw node.wrong("prompt", "positions of 0 to " + length, node.required("prompt"));
        }
    }
}
