package io.streamgauge.record;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.streamgauge.corpus.RecordingDraft;
import io.streamgauge.corpus.RecordingMetadata;
import io.streamgauge.provider.Dialect;
import io.streamgauge.result.AtomicFile;
import io.streamgauge.result.ResultFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where recordings are written: one thread appends what comes in, another decodes and describes what is whole, so that
 * a long answer that has ended does not keep the others waiting. Any thread may use it.
 */
final class Archive implements AutoCloseable {
    /** How long {@link #close()} waits for what is still to be written: 20 s. */
    static final long CLOSE_MILLIS = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    private final Path folder;
    private final ProxyLimits limits;
    private final RecordingListener listener;
    private final Stems stems;
    private final ExecutorService writer = newThread("record-writer");
    private final ExecutorService finisher = newThread("record-finisher");

    Archive(Path folder, ProxyLimits limits, RecordingListener listener) {
        this.folder = folder;
        this.limits = limits;
        this.listener = listener;
        stems = new Stems(folder);
    }

    private static ExecutorService newThread(String name) {
        return Executors.newSingleThreadExecutor(new DefaultThreadFactory(name, true));
    }

    RecordingListener listener() {
        return listener;
    }

    /**
     * Begins a recording.
     *
     * @param take called on a thread that writes
     * @param loop whose thread the recording is used on
     * @param onCaughtUp called there when {@link LiveRecording#isBehind()} has become false
     */
    LiveRecording begin(Supplier<Take> take, EventLoop loop, long sentNanos, Runnable onCaughtUp) {
        return new LiveRecording(this, take, loop, sentNanos, limits.maxPendingBytes(), onCaughtUp);
    }

    /** Runs on the thread that appends; dropped after {@link #close()}. */
    void write(Runnable task) {
        try {
            writer.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("closed before all was written", e);
        }
    }

    /** Claims a name and begins a draft under it. On the thread that appends. */
    Optional<Scribe> open(Take take) {
        Dialect dialect = take.plan().provisional();
        RecordingMetadata metadata = AnswerFacts.begun(take, dialect).build();
        try {
            RecordingDraft draft = claim(take, metadata);
            take.request()
                    .ifPresent(body -> AtomicFile.write(
                            folder.resolve(draft.stem() + ".request"), Masker.mask(take.secrets(), body)));
            return Optional.of(new Scribe(take, draft, limits));
        } catch (IOException | UncheckedIOException | ResultFileException e) {
            failed("a recording of " + take.provider(), e);
            return Optional.empty();
        }
    }

    private RecordingDraft claim(Take take, RecordingMetadata metadata) throws IOException {
        String kind = take.plan().dialect().map(Dialect::wireName).orElse("unknown");
        while (true) {
            try {
                return RecordingDraft.begin(folder, stems.next(take.provider(), kind), metadata);
            } catch (FileAlreadyExistsException taken) {
                LOG.debug("{} is taken", taken.getFile());
            }
        }
    }

    /** Writes what one read brought. On the thread that appends. Answers whether the recording goes on. */
    boolean append(Scribe scribe, byte[] bytes, long micros) {
        try {
            scribe.write(bytes, micros);
        } catch (IOException | RuntimeException e) {
            scribe.close();
            failed(scribe.stem(), e);
            return false;
        }
        if (scribe.isFull()) {
            finish(scribe, Ending.CUT_AT_LIMIT);
        }
        return !scribe.isFull();
    }

    /** Makes a whole recording of a draft, soon. */
    void finish(Scribe scribe, Ending ending) {
        finisher.execute(() -> {
            try (scribe) {
                scribe.finish(ending)
                        .ifPresentOrElse(
                                listener::onRecorded,
                                () -> listener.onPassed(scribe.stem(), "its events are of no known dialect"));
            } catch (IOException | RuntimeException e) {
                failed(scribe.stem(), e);
            }
        });
    }

    private void failed(String what, Exception e) {
        LOG.debug("{} failed", what, e);
        listener.onFailed(what + " cannot be written: " + e);
    }

    /** Writes what is still to be written, within {@link #CLOSE_MILLIS}. */
    @Override
    public void close() {
        end(writer);
        end(finisher);
    }

    private static void end(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("what was still to be written after {} ms is left as it is", CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
