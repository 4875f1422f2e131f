package io.streamgauge.corpus;

import io.streamgauge.result.RunVerdict;
import java.util.List;

/**
 * What came of verifying a corpus: the body of a {@code streamgauge.corpus/1} document.
 *
 * @param recordings how many were found
 * @param passed how many came out as expected at every cut; of an interrupted recording nothing is expected but that
 *     all cuts give the same
 * @param failed how many did not, or have nothing to be compared with
 * @param known how many differ in known ways only
 * @param fragments the cuts every body was decoded at
 * @param dialects the figures by dialect, in the order of their names
 * @param differences every difference that is not known
 * @param problems what is wrong with the files themselves
 * @param departures the first departure of each kind from its protocol in each recording; no failure, for real streams
 *     depart
 * @param interrupted recordings whose recorder was killed in the middle
 * @param knownFailures the entries that covered a difference
 * @param unusedKnownFailures the entries that covered none, and therefore fail
 */
public record CorpusReport(
        int recordings,
        int passed,
        int failed,
        int known,
        List<String> fragments,
        List<DialectFigures> dialects,
        List<Difference> differences,
        List<CorpusProblem> problems,
        List<Departure> departures,
        List<String> interrupted,
        List<KnownFailures.Entry> knownFailures,
        List<KnownFailures.Entry> unusedKnownFailures) {
    /** How the recordings of one dialect came out. */
    public record DialectFigures(String api, int recordings, int passed) {}

    /** A departure from the protocol that the decoder could live with. */
    public record Departure(String recording, String deviation, int count, long event, long byteOffset) {}

    /** A finding when anything differs; invalid when nothing was there to verify or files were unusable. */
    public RunVerdict verdict() {
        RunVerdict verdict =
                differences.isEmpty() && unusedKnownFailures.isEmpty() ? RunVerdict.PASS : RunVerdict.FINDING;
        return recordings == 0 || !problems.isEmpty() ? verdict.and(RunVerdict.INVALID) : verdict;
    }
}
