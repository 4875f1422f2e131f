package io.streamgauge.client;

import io.streamgauge.delta.EndReason;
import java.util.Optional;

/**
 * How one stream ended.
 *
 * @param failure why it was no success; empty when it was
 * @param status the HTTP status; 0 when no response came
 * @param end how the body ended for its decoder; empty when none was decoded
 * @param closedNanos when that was known, by the client's clock: the stamp of the read that told it, or of the timeout
 * @param bodyBytes bytes of the body
 * @param contentSeen whether anything generated was handed out: then a second attempt would repeat it
 */
public record StreamOutcome(
        Optional<StreamFailure> failure,
        int status,
        Optional<EndReason> end,
        long closedNanos,
        long bodyBytes,
        boolean contentSeen) {
    /** Whether the whole answer came. */
    public boolean isSuccess() {
        return failure.isEmpty();
    }

    /** One line for people. */
    public String describe() {
        return failure.map(StreamFailure::describe).orElse("complete");
    }
}
