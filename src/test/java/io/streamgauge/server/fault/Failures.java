package io.streamgauge.server.fault;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.StreamDecoder;

/** Counts the failures that a decoder finds with the message that the tests' vendor gives them. */
final class Failures implements DeltaHandler {
    private int found;

    static int of(Dialect dialect, byte[] body) {
        Failures failures = new Failures();
        StreamDecoder decoder = new StreamDecoder(dialect, failures);
        decoder.feed(body, 0, body.length);
        decoder.end();
        return failures.found;
    }

    @Override
    public void onError(ProviderError error) {
        found = error.message().copyUtf8().equals("status 529") ? 1 : found;
    }
}
