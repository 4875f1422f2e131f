package io.streamgauge.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.streamgauge.result.RunVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParserSuiteTest {
    /** 148 written one by one, 697 from tables, 2 in code. */
    private static final long CASES = 847;

    @Test
    void ourParserIsRightInEveryCase() {
        ConformanceReport report = ConformanceSuite.parser().run(new StreamgaugeParser(), RunOptions.DEFAULTS);

        List<String> wrong = report.results().stream()
                .filter(result -> result.verdict() != Verdict.OK)
                .map(result -> result.requirement().id() + " " + result.verdict() + ": " + result.note())
                .toList();
        assertEquals(List.of(), wrong);
        assertEquals(Map.of(Verdict.OK, CASES), report.verdicts());
        assertEquals(RunVerdict.PASS, report.verdict(Strictness.STRICT));
    }

    @Test
    void everyCaseSaysWhereItComesFromAndWhyItIsThere() {
        ConformanceSuite.parser().requirements().forEach(requirement -> {
            assertEquals(
                    true,
                    requirement.spec().matches("(html|encoding)#[\\w-]+.*")
                            && requirement.why().length() > 40
                            && requirement.id().matches("SSE(-[A-Z0-9]+)+"),
                    requirement::id);
        });
    }
}
