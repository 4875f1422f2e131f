package io.streamgauge.server.pace;

import io.streamgauge.server.words.Arguments;
import io.streamgauge.server.words.Quantities;
import io.streamgauge.server.words.Term;
import io.streamgauge.server.words.WordsException;

/** Reads distributions out of words. */
public final class Distributions {
    /** What can be read. */
    public static final String FORMS = "a time such as 20ms, constant(20ms), uniform(min=10ms,max=30ms), "
            + "normal(mean=20ms,sd=2ms), lognormal(p50=20ms,p99=80ms), exponential(mean=20ms), "
            + "bimodal(usual=10ms,rare=normal(28ms,3ms),p=0.1), empirical or empirical(RECORDING)";

    private Distributions() {}

    /**
     * Reads one of {@link #FORMS}.
     *
     * @throws WordsException when it is none of them
     */
    public static Distribution parse(String text) {
        Term term = Term.parse(text);
        if (!term.marks().isEmpty()) {
            throw WordsException.expected(FORMS);
        }
        if (term.arguments().isEmpty() && Quantities.isTime(term.name())) {
            return new Constant(Quantities.nanos(term.name()));
        }
        return switch (term.name()) {
            case "constant" -> constant(term);
            case "uniform" -> uniform(term);
            case "normal" -> normal(term);
            case "lognormal" -> logNormal(term);
            case "exponential" -> exponential(term);
            case "bimodal" -> bimodal(term);
            case "empirical" -> empirical(term);
            default -> throw WordsException.expected(FORMS);
        };
    }

    private static Distribution constant(Term term) {
        Arguments given = Arguments.of(term, "constant(20ms)");
        long nanos = given.required("time", Quantities::nanos);
        given.end();
        return new Constant(nanos);
    }

    private static Distribution uniform(Term term) {
        Arguments given = Arguments.of(term, "uniform(min=10ms,max=30ms)");
        long min = given.required("min", Quantities::nanos);
        long max = given.required("max", Quantities::nanos);
        given.end();
        return new Uniform(min, max);
    }

    private static Distribution normal(Term term) {
        Arguments given = Arguments.of(term, "normal(mean=20ms,sd=2ms)");
        long mean = given.required("mean", Quantities::nanos);
        long deviation = given.required("sd", Quantities::nanos);
        given.end();
        return new Normal(mean, deviation);
    }

    private static Distribution logNormal(Term term) {
        Arguments given = Arguments.of(term, "lognormal(p50=20ms,p99=80ms)");
        long p50 = given.required("p50", Quantities::nanos);
        long p99 = given.required("p99", Quantities::nanos);
        given.end();
        return new LogNormal(p50, p99);
    }

    private static Distribution exponential(Term term) {
        Arguments given = Arguments.of(term, "exponential(mean=20ms)");
        long mean = given.required("mean", Quantities::nanos);
        given.end();
        return new Exponential(mean);
    }

    private static Distribution bimodal(Term term) {
        Arguments given = Arguments.of(term, "bimodal(usual=10ms,rare=28ms,p=0.1)");
        Distribution usual = given.required("usual", Distributions::parse);
        Distribution rare = given.required("rare", Distributions::parse);
        double share = given.required("p", text -> Quantities.number(text, 0, 1));
        given.end();
        return new Bimodal(usual, rare, share);
    }

    private static Distribution empirical(Term term) {
        Arguments given = Arguments.of(term, "empirical(RECORDING)");
        String recording = given.value("recording", text -> text).orElse("");
        given.end();
        return new Empirical(recording);
    }
}
