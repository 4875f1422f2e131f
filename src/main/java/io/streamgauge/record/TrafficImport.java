package io.streamgauge.record;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.compression.DecompressionException;
import io.streamgauge.bytes.GrowableBytes;
import io.streamgauge.corpus.Decoding;
import io.streamgauge.corpus.RecordingMetadata;
import io.streamgauge.corpus.RecordingWriter;
import io.streamgauge.provider.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes recordings of traffic that others have saved: HTTP archives ({@code .har}) and cassettes ({@code .yaml},
 * {@code .yml}). Masks them as the proxy does. They have no read times, for such files know none. Used by one thread.
 */
public final class TrafficImport {
    private static final byte GZIP_1 = 0x1F;
    private static final byte GZIP_2 = (byte) 0x8B;

    private final Path folder;
    private final String provider;
    private final ImportLimits limits;
    private final Stems stems;
    private final RecordingWriter writer;
    private final List<ImportReport.Imported> imported = new ArrayList<>();
    private final List<ImportReport.Entry> skipped = new ArrayList<>();
    private final List<ImportReport.Entry> problems = new ArrayList<>();

    /**
     * Makes an import.
     *
     * @param folder where recordings go; made when needed
     * @param provider who answers; told from each URL when empty
     */
    public TrafficImport(Path folder, String provider, ImportLimits limits) {
        this.folder = folder;
        this.provider = provider;
        this.limits = limits;
        stems = new Stems(folder);
        writer = new RecordingWriter(folder);
    }

    /** Whether the name of a file says that it can be imported. */
    public static boolean isKnown(Path file) {
        String name = name(file);
        return name.endsWith(".har") || isCassette(name);
    }

    private static boolean isCassette(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /**
     * Imports one file. What cannot be understood is among the report's problems; what came before it is imported.
     *
     * @throws IOException when the file cannot be read or the folder cannot be written
     */
    public void add(Path file) throws IOException {
        try {
            if (isCassette(name(file))) {
                new VcrCassette(file, limits).read(sink(file));
            } else if (isKnown(file)) {
                new HarFile(file, limits).read(sink(file));
            } else {
                throw new ImportException(0, "neither an HTTP archive (.har) nor a cassette (.yaml, .yml)");
            }
        } catch (ImportException e) {
            problem(file, e);
        }
    }

    private void problem(Path file, ImportException e) {
        problems.add(new ImportReport.Entry(file.toString(), e.entry(), e.reason()));
    }

    private ForeignExchange.Sink sink(Path file) {
        return new ForeignExchange.Sink() {
            @Override
            public void exchange(ForeignExchange exchange) throws IOException {
                add(file, exchange);
            }

            @Override
            public void problem(ImportException e) {
                TrafficImport.this.problem(file, e);
            }
        };
    }

    /** What came of it so far. */
    public ImportReport report() {
        return new ImportReport(imported, skipped, problems);
    }

    private void add(Path file, ForeignExchange exchange) throws IOException {
        try {
            RecordedAnswer recording = record(exchange, "imported from " + file.getFileName());
            imported.add(new ImportReport.Imported(file.toString(), exchange.number(), recording));
        } catch (AnswerPlan.NotRecordedException e) {
            skipped.add(new ImportReport.Entry(file.toString(), exchange.number(), e.reason()));
        }
    }

    private RecordedAnswer record(ForeignExchange exchange, String provenance)
            throws IOException, AnswerPlan.NotRecordedException {
        String type = exchange.responseHeader("content-type");
        AnswerPlan plan = AnswerPlan.of(exchange.method(), exchange.target(), exchange.status(), type);
        Secrets secrets =
                Secrets.of(exchange.target(), exchange.requestHeaders()).and(exchange.responseHeaders());
        Take take = new Take(
                plan,
                exchange.status(),
                KeptHeaders.contentType(type, secrets),
                KeptHeaders.of(exchange.responseHeaders(), secrets),
                exchange.responseHeader("content-encoding"),
                secrets,
                Optional.empty(),
                provider.isEmpty() ? Providers.of(exchange.host()) : Providers.safe(provider),
                secrets.mask(provenance));
        byte[] saved = exchange.body().orElseThrow(() -> new AnswerPlan.NotRecordedException(exchange.missing()));
        return write(take, decoded(take.encoding(), saved));
    }

    /** Some libraries save what was behind the content encoding, and leave the header as it was. */
    private byte[] decoded(String encoding, byte[] saved) throws AnswerPlan.NotRecordedException {
        boolean isGzip = saved.length > 1 && saved[0] == GZIP_1 && saved[1] == GZIP_2;
        if (encoding.toLowerCase(Locale.ROOT).contains("gzip") && !isGzip) {
            return bounded(saved);
        }
        if (!ContentCoding.isKnown(encoding)) {
            throw new AnswerPlan.NotRecordedException("content encoding " + encoding);
        }
        GrowableBytes body = new GrowableBytes();
        try (ContentCoding coding = ContentCoding.of(encoding)) {
            coding.decode(Unpooled.wrappedBuffer(saved), piece -> append(body, piece));
        } catch (DecompressionException e) {
            throw new AnswerPlan.NotRecordedException("its body is not in the content encoding that it names");
        }
        return bounded(Arrays.copyOf(body.array(), body.length()));
    }

    private void append(GrowableBytes body, ByteBuf piece) {
        // One byte too many is enough to know.
        int length = Math.min(piece.readableBytes(), limits.maxBodyBytes() + 1 - body.length());
        byte[] copy = new byte[length];
        piece.readBytes(copy);
        body.append(copy, 0, length);
    }

    private byte[] bounded(byte[] body) throws AnswerPlan.NotRecordedException {
        if (body.length > limits.maxBodyBytes()) {
            throw new AnswerPlan.NotRecordedException("its body is longer than " + limits.maxBodyBytes() + " bytes");
        }
        return body;
    }

    private RecordedAnswer write(Take take, byte[] body) throws IOException, AnswerPlan.NotRecordedException {
        byte[] bytes = Masker.mask(take.secrets(), body);
        AnswerFacts facts = new AnswerFacts(take, bytes);
        Dialect dialect = facts.dialect()
                .orElseThrow(() -> new AnswerPlan.NotRecordedException("its events are of no known dialect"));
        List<String> features = Arrays.equals(bytes, body) ? List.of("imported") : List.of("imported", "masked");
        RecordingMetadata metadata = facts.metadata(dialect, features, List.of());
        String stem = stems.next(take.provider(), dialect.wireName());
        Decoding decoding = writer.write(stem, metadata, bytes);
        return new RecordedAnswer(
                stem,
                dialect,
                take.status(),
                bytes.length,
                decoding.eventCount(),
                Ending.WHOLE,
                facts.isComplete(decoding));
    }

    @Override
    public String toString() {
        return "import into " + folder;
    }
}
