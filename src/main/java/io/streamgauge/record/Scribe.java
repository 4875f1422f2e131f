package io.streamgauge.record;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.corpus.Decoding;
import io.streamgauge.corpus.RecordingDraft;
import io.streamgauge.corpus.RecordingMetadata;
import io.streamgauge.provider.Dialect;
import io.streamgauge.transport.ByteBufFeeder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one recording: decoded and masked, read by read. On the archive's threads, one after the other. */
final class Scribe implements AutoCloseable {
    private final Take take;
    private final RecordingDraft draft;
    private final ProxyLimits limits;
    private final ContentCoding coding;
    private final Masker masker;
    private final ByteBufFeeder feeder = new ByteBufFeeder();
    private final List<RecordingMetadata.Read> reads = new ArrayList<>();
    private long bytes;
    private boolean full;

    Scribe(Take take, RecordingDraft draft, ProxyLimits limits) {
        this.take = take;
        this.draft = draft;
        this.limits = limits;
        coding = ContentCoding.of(take.encoding());
        masker = new Masker(take.secrets());
    }

    /** Writes what one read brought. */
    void write(byte[] wire, long micros) throws IOException {
        long before = bytes;
        try {
            coding.decode(Unpooled.wrappedBuffer(wire), this::decoded);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (bytes > before && reads.size() < limits.maxReads()) {
            RecordingMetadata.Read read = new RecordingMetadata.Read(micros, bytes);
            reads.add(read);
            draft.note(read);
        }
    }

    private void decoded(ByteBuf piece) {
        int room = (int) (limits.maxBodyBytes() - bytes);
        full |= piece.readableBytes() > room;
        feeder.feed(piece.slice(piece.readerIndex(), Math.min(piece.readableBytes(), room)), this::append);
    }

    private void append(byte[] source, int offset, int length) {
        bytes += length;
        append(masker.mask(source, offset, length));
    }

    private void append(ByteSlice clear) {
        try {
            draft.append(ByteBuffer.wrap(clear.array(), clear.offset(), clear.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether no more is taken. */
    boolean isFull() {
        return full;
    }

    /** Makes a recording of it; empty when it turned out to be of no known dialect, and nothing was left of it. */
    Optional<RecordedAnswer> finish(Ending ending) throws IOException {
        append(masker.end());
        AnswerFacts facts = new AnswerFacts(take, draft.copyBody());
        if (facts.dialect().isEmpty()) {
            draft.discard();
            return Optional.empty();
        }
        Dialect dialect = facts.dialect().get();
        Decoding decoding = draft.finish(facts.metadata(dialect, features(ending), reads));
        return Optional.of(new RecordedAnswer(
                draft.stem(),
                dialect,
                take.status(),
                bytes,
                decoding.eventCount(),
                ending,
                ending == Ending.WHOLE && facts.isComplete(decoding)));
    }

    private List<String> features(Ending ending) {
        List<String> features = new ArrayList<>(List.of("recorded"));
        if (ending != Ending.WHOLE) {
            features.add(ending.word());
        }
        if (masker.foundAny()) {
            features.add("masked");
        }
        return features;
    }

    String stem() {
        return draft.stem();
    }

    /** Leaves what is written as it is. */
    @Override
    public void close() {
        coding.close();
        draft.close();
    }
}
