package io.streamgauge.server;

import io.streamgauge.provider.Dialect;
import java.util.Optional;

/**
 * What the path of a request says of its answer, wherever it is served: the same knowledge by which this server finds
 * its recordings.
 *
 * @param dialect the protocol of a streamed answer
 * @param model the model, where the path names it
 */
public record ProviderPath(Dialect dialect, Optional<String> model) {
    /** Reads the target of a request, query included; empty when no vendor has such a path. */
    public static Optional<ProviderPath> of(String requestTarget) {
        try {
            Target target = Target.of(requestTarget);
            boolean sse = target.parameter("alt").equals(Optional.of("sse"));
            return Endpoint.at(target.path())
                    .map(match -> new ProviderPath(match.endpoint().dialect(sse), match.model()));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }
}
