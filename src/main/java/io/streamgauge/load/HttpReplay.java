package io.streamgauge.load;

import io.streamgauge.accumulate.MessageAccumulator;
import io.streamgauge.client.StreamClient;
import io.streamgauge.client.StreamListener;
import io.streamgauge.client.StreamOutcome;
import io.streamgauge.client.StreamRequest;
import io.streamgauge.corpus.Cut;
import io.streamgauge.corpus.Decoding;
import io.streamgauge.corpus.Delivery;
import io.streamgauge.corpus.DeliveryException;
import io.streamgauge.corpus.Recording;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.DeltaTee;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Delivers recordings over HTTP: asks a replay server for each with the streaming client, and takes for its message
 * what the client decoded while it came.
 *
 * <p>Bytes that differ from the recording's are a difference too. For any thread but the client's event loops; one
 * recording at a time.
 */
public final class HttpReplay implements Delivery {
    /** No recording takes longer at full speed on loopback. */
    public static final long DEFAULT_TIMEOUT_SECONDS = 60;

    private static final DeltaHandler NOBODY = new DeltaHandler() {};

    private final StreamClient client;
    private final URI server;

    /** @param server the base URL of a replay server that serves the recordings by their stems */
    public HttpReplay(StreamClient client, URI server) {
        this.client = client;
        this.server = server;
    }

    @Override
    public String name() {
        return "HTTP";
    }

    @Override
    public Decoding decode(Recording recording) {
        Arrival arrival = new Arrival();
        StreamRequest request = StreamRequest.to(recording.metadata().dialect(), server)
                .model(recording.stem())
                .prompt("replay")
                .header("x-streamgauge-recording", recording.stem())
                .build();
        StreamOutcome outcome = await(request, arrival);
        byte[] body = arrival.body.toByteArray();
        if (!Arrays.equals(body, recording.copyBody())) {
            throw new DeliveryException(
                    recording.stem() + ": " + body.length + " bytes came over HTTP that are not the recording's "
                            + recording.body().remaining() + " (" + outcome.describe() + ")");
        }
        Decoding decoding = Decoding.of(recording.metadata().dialect(), body, Cut.atSizes(arrival.reads));
        return outcome.end().isPresent() ? decoding.with(arrival.live.message()) : decoding;
    }

    private StreamOutcome await(StreamRequest request, StreamListener listener) {
        try {
            return client.start(request, listener).closed().get(DEFAULT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException("interrupted while waiting for " + request, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new DeliveryException(request + " did not end within " + DEFAULT_TIMEOUT_SECONDS + " s", e);
        }
    }

    /** The reads as they came, and what the client made of them. */
    private static final class Arrival extends DeltaTee implements StreamListener {
        private final MessageAccumulator live;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final List<Integer> reads = new ArrayList<>();

        Arrival() {
            this(new MessageAccumulator());
        }

        private Arrival(MessageAccumulator live) {
            super(live, NOBODY);
            this.live = live;
        }

        @Override
        public void onBody(byte[] source, int offset, int length) {
            body.write(source, offset, length);
            reads.add(length);
        }

        @Override
        public void onClosed(StreamOutcome outcome) {}
    }
}
