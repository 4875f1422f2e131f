package io.streamgauge.conformance;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;

/** Runs a {@link ByteCase}: whole, then promptly, then cut in every way. */
final class ByteCheck implements Check<ParserSubject> {
    private final ByteCase byteCase;

    ByteCheck(ByteCase byteCase) {
        this.byteCase = byteCase;
    }

    @Override
    public Requirement requirement() {
        return byteCase.requirement();
    }

    @Override
    public String explain() {
        Difference expected = Difference.to(byteCase.expect(), EnumSet.allOf(Capability.class));
        byte[] input = byteCase.input().bytes();
        Evidence evidence = Evidence.of(input, new int[0], "", "", "", "");
        StringBuilder words = new StringBuilder("bytes     ").append(evidence.markedHex());
        if (evidence.input().length() < input.length) {
            words.append("... (").append(input.length).append(" bytes)");
        }
        byteCase.cuts()
                .forEach(cuts ->
                        words.append("\nalso      ").append(Delivery.cutAt(cuts).words()));
        byteCase.prompt()
                .forEach(point -> words.append("\nprompt    ")
                        .append(point.events())
                        .append(" event(s) after byte ")
                        .append(point.after()));
        words.append("\nexpected  ").append(expected.shown().replace("\n", "\n          "));
        byteCase.accept()
                .forEach(accepted -> words.append("\naccepted  as ")
                        .append(accepted.verdict().word())
                        .append(": ")
                        .append(accepted.why()));
        return words.toString();
    }

    @Override
    public CaseResult run(ParserSubject subject, Progress progress) throws Exception {
        if (!subject.capabilities().containsAll(requirement().needs())) {
            return CaseResult.of(requirement(), Verdict.NOT_APPLICABLE, "the parser does not report this");
        }
        byte[] input = byteCase.input().bytes();
        Difference expected = Difference.to(byteCase.expect(), subject.capabilities());
        ParserRun run = new ParserRun(subject, input, expected, progress);
        try {
            return judge(run, expected, input.length, progress.seed());
        } catch (ParserRun.TooSlow slow) {
            Evidence evidence = progress.evidence();
            return CaseResult.of(requirement(), Verdict.SLOW, "given up " + slow.getMessage(), evidence);
        }
    }

    private CaseResult judge(ParserRun run, Difference expected, int length, long seed) throws Exception {
        Observation whole = run.deliver(Delivery.whole());
        Optional<String> wrong = expected.of(whole);
        if (wrong.isEmpty()) {
            Optional<CaseResult> late = late(run);
            return late.isPresent() ? late.get() : cut(run, expected, length, seed, CaseResult.ok(requirement()));
        }
        Evidence evidence = run.evidence(Delivery.whole(), whole, wrong.get());
        for (ByteCase.Accepted accepted : byteCase.accept()) {
            Difference other = Difference.to(accepted.outcome(), expected.capabilities());
            if (other.of(whole).isEmpty()) {
                CaseResult result = CaseResult.of(requirement(), accepted.verdict(), accepted.why(), evidence);
                return cut(run, other, length, seed, result);
            }
        }
        Verdict verdict = requirement().level().judged() ? Verdict.FAILED : Verdict.INFO;
        return CaseResult.of(requirement(), verdict, wrong.get(), evidence);
    }

    /** The result if every delivery comes to the same outcome as the whole one did. */
    private CaseResult cut(ParserRun run, Difference outcome, int length, long seed, CaseResult result)
            throws Exception {
        Random random = new Random(seed + requirement().id().hashCode());
        for (Delivery delivery : Delivery.planFor(length, byteCase.cuts(), random)) {
            if (outcome.of(run.deliver(delivery)).isPresent()) {
                return split(run, outcome, delivery);
            }
        }
        return result;
    }

    private CaseResult split(ParserRun run, Difference outcome, Delivery delivery) throws Exception {
        int[] cuts = CutShrinker.shrink(
                delivery.cuts(),
                fewer -> outcome.of(run.deliver(Delivery.cutAt(fewer))).isPresent());
        Delivery smallest = cuts.length == delivery.cuts().length ? delivery : Delivery.cutAt(cuts);
        Observation actual = run.deliver(smallest);
        String difference = outcome.of(actual).orElse("not the same every time");
        return CaseResult.of(
                requirement(),
                Verdict.SPLIT,
                smallest.words() + ": " + difference,
                run.evidence(smallest, actual, difference));
    }

    private Optional<CaseResult> late(ParserRun run) throws Exception {
        for (ByteCase.Prompt point : byteCase.prompt()) {
            for (int[] cuts :
                    new int[][] {{}, Delivery.byteByByte(point.after()).cuts()}) {
                int events = run.eventsAfter(point.after(), cuts);
                if (events < point.events()) {
                    return Optional.of(late(run, point, events));
                }
            }
        }
        return Optional.empty();
    }

    private CaseResult late(ParserRun run, ByteCase.Prompt point, int events) throws Exception {
        Delivery delivery = Delivery.cutAt(point.after());
        String difference = events + " of " + point.events() + " events were handed over when " + point.after()
                + " bytes had come and nothing more";
        return CaseResult.of(
                requirement(), Verdict.LATE, difference, run.evidence(delivery, run.deliver(delivery), difference));
    }
}
