package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Question;
import io.streamgauge.benchmarks.Reads;
import io.streamgauge.benchmarks.StreamInput;
import io.streamgauge.benchmarks.Subject;
import java.util.List;

/** Partial arguments as SDKs do them: all that came so far is closed and parsed again after every fragment. */
public final class JacksonReparse implements Subject, PeerLibrary {
    /** Work grows with the square of the size: a megabyte in fragments of four bytes would take minutes. */
    private static final long MAX_BYTES = 64 << 10;

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public List<Subject> subjects() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "jackson-tree";
    }

    @Override
    public Kind kind() {
        return Kind.PEER;
    }

    @Override
    public Question question() {
        return Question.PARTIAL_JSON;
    }

    @Override
    public boolean takes(StreamInput input) {
        return input.totalBytes() <= MAX_BYTES;
    }

    @Override
    public Worker newWorker(StreamInput input) {
        return (reads, sink) -> {
            for (Reads.Stream stream : reads.streams()) {
                ClosedPrefix prefix = new ClosedPrefix();
                long seen = 0;
                for (byte[] read : stream.reads()) {
                    prefix.append(read);
                    JsonNode view = mapper.readTree(prefix.closed());
                    seen += view.size();
                }
                byte[] whole = prefix.bytes();
                sink.piece(whole, 0, seen == 0 ? 0 : whole.length);
                sink.endOfStream();
            }
        };
    }
}
