package io.streamgauge.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One recording of a corpus. Immutable and safe for many threads; the body is mapped when it is first asked for. */
public final class Recording {
    private final String stem;
    private final Path bodyFile;
    private final RecordingMetadata metadata;
    private final Optional<Expectation> expectation;
    private final Optional<String> statedSha256;

    @Nullable
    private ByteBuffer body;

    Recording(
            String stem,
            Path bodyFile,
            RecordingMetadata metadata,
            Optional<Expectation> expectation,
            Optional<String> statedSha256) {
        this.stem = stem;
        this.bodyFile = bodyFile;
        this.metadata = metadata;
        this.expectation = expectation;
        this.statedSha256 = statedSha256;
    }

    /** The path within the corpus without extension, with {@code /} on every system: its name in reports. */
    public String stem() {
        return stem;
    }

    /** The last part of {@link #stem()}. */
    public String name() {
        return stem.substring(stem.lastIndexOf('/') + 1);
    }

    /** The file that holds the exact bytes of the body. */
    public Path bodyFile() {
        return bodyFile;
    }

    /** Where it comes from. */
    public RecordingMetadata metadata() {
        return metadata;
    }

    /**
     * Whether whoever recorded it was killed in the middle: body and timing are there up to the last time they were
     * written, and nobody has said what they mean.
     */
    public boolean isInterrupted() {
        return expectation.isEmpty() && metadata.features().contains(RecordingJournal.INTERRUPTED);
    }

    /** What it means, if that was written down. */
    public Optional<Expectation> expectation() {
        return expectation;
    }

    /**
     * The body, read-only; position and limit are yours. The file must not shrink while this is in use.
     *
     * @throws UncheckedIOException when the file cannot be read any more
     */
    public synchronized ByteBuffer body() {
        if (body == null) {
            try (FileChannel file = FileChannel.open(bodyFile, StandardOpenOption.READ)) {
                body = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + bodyFile, e);
            }
        }
        return body.asReadOnlyBuffer();
    }

    /** A copy of the body. */
    public byte[] copyBody() {
        ByteBuffer bytes = body();
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }

    /**
     * What is wrong with the body, if it is not the one that was recorded: one that was edited, or mangled by a
     * conversion of line ends, is no evidence any more. Reads all of it.
     */
    public Optional<CorpusProblem> problemOfBody() {
        String found = sha256(body());
        return statedSha256
                .filter(stated -> !stated.equalsIgnoreCase(found))
                .map(stated -> new CorpusProblem(
                        stem + RecordingReader.METADATA_EXTENSION, "sha256", "the body has " + found));
    }

    static String sha256(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return stem;
    }
}
