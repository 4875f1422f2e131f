package io.streamgauge.benchmarks.peers;

import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** okhttp-sse: its event source over a response that is here already. */
public final class OkHttpSse implements PeerLibrary {
    private static final MediaType EVENT_STREAM = MediaType.get("text/event-stream");
    private static final Request REQUEST =
            new Request.Builder().url("http://localhost/").build();

    @Override
    public List<Subject> subjects() {
        return FramingPeer.andWithTree("okhttp-sse", () -> OkHttpSse::frame);
    }

    private static void frame(byte[][] reads, Framer.PayloadSink payloads) {
        ResponseBody body = ResponseBody.create(Okio.buffer(Okio.source(new ReadsStream(reads))), EVENT_STREAM, -1);
        try (Response response = new Response.Builder()
                .request(REQUEST)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .body(body)
                .build()) {
            EventSources.processResponse(response, new Listener(payloads));
        }
    }

    private static final class Listener extends EventSourceListener {
        private final Framer.PayloadSink payloads;

        Listener(Framer.PayloadSink payloads) {
            this.payloads = payloads;
        }

        @Override
        public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
            payloads.payload(data);
        }

        /** An application keeps what came before. */
        @Override
        public void onFailure(EventSource source, @Nullable Throwable failure, @Nullable Response response) {}
    }
}
