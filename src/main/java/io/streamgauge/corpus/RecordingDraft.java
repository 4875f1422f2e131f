package io.streamgauge.corpus;

import io.streamgauge.result.LoneSurrogates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A recording that is being written while its stream goes on.
 *
 * <p>The body grows in place, and beside it a journal, {@code stem.part}: a line of metadata, then a line {@code micros
 * bytes} for each read. Every append is handed to the operating system before it returns, bytes first, so a process
 * that is killed leaves a recording that {@link RecordingReader} reads up to the last append (one that loses its power
 * may lose what the system had not yet put on the disk). {@link #finish} makes it a whole one. One thread.
 */
public final class RecordingDraft implements AutoCloseable {
    /** The extension of journals. */
    static final String JOURNAL_EXTENSION = ".part";

    private final Path folder;
    private final String stem;
    private final Path bodyFile;
    private final Path journalFile;
    private final FileChannel body;
    private final FileChannel journal;

    private RecordingDraft(Path folder, String stem, String extension) throws IOException {
        this.folder = folder;
        this.stem = stem;
        bodyFile = folder.resolve(stem + '.' + extension);
        journalFile = folder.resolve(stem + JOURNAL_EXTENSION);
        journal = create(journalFile);
        body = create(bodyFile);
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Begins a recording.
     *
     * @param stem the path below the folder without extension, with {@code /}
     * @param metadata what is known so far, in case there will never be more
     * @throws FileAlreadyExistsException if there is a recording of this name, or a draft of one
     */
    public static RecordingDraft begin(Path folder, String stem, RecordingMetadata metadata) throws IOException {
        RecordingWriter.requireStem(stem);
        Path file = folder.resolve(stem + RecordingReader.METADATA_EXTENSION);
        makeFolder(file.resolveSibling(""));
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        for (String extension : RecordingReader.BODY_EXTENSIONS) {
            if (Files.exists(folder.resolve(stem + '.' + extension))) {
                throw new FileAlreadyExistsException(stem + '.' + extension);
            }
        }
        RecordingDraft draft = new RecordingDraft(folder, stem, RecordingWriter.extension(metadata));
        String head = CorpusJson.MAPPER.writeValueAsString(MetadataJson.of(metadata));
        draft.line(LoneSurrogates.escape(head));
        return draft;
    }

    private static void makeFolder(Path place) throws IOException {
        try {
            Files.createDirectories(place);
        } catch (FileAlreadyExistsException e) {
            // Of a file in its way, which is not what this exception means here.
            throw new NotDirectoryException(e.getFile());
        }
    }

    /** The path within the folder without extension. */
    public String stem() {
        return stem;
    }

    /** Appends bytes to the body; {@code bytes} is read to its end. */
    public void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            body.write(bytes);
        }
    }

    /** Notes a read whose bytes have been appended, but for a few that may follow. */
    public void note(RecordingMetadata.Read read) throws IOException {
        line(read.micros() + " " + read.bytes());
    }

    private void line(String text) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((text + '\n').getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            journal.write(line);
        }
    }

    /** What has been appended. */
    public byte[] copyBody() throws IOException {
        return Files.readAllBytes(bodyFile);
    }

    /**
     * Makes this a whole recording: with an expectation of what our own decoder makes of the body, and with metadata.
     *
     * @param metadata all that is known now, timing included; it may name another dialect than at the beginning
     * @return what the body was decoded to
     */
    public Decoding finish(RecordingMetadata metadata) throws IOException {
        close();
        byte[] bytes = copyBody();
        Path place = folder.resolve(stem + '.' + RecordingWriter.extension(metadata));
        if (!place.equals(bodyFile)) {
            Files.move(bodyFile, place);
        }
        Decoding decoding = new RecordingWriter(folder).describe(stem, metadata, bytes);
        Files.delete(journalFile);
        return decoding;
    }

    /** Removes what has been written. */
    public void discard() throws IOException {
        close();
        Files.delete(bodyFile);
        Files.delete(journalFile);
    }

    /** Leaves what has been written as it is: an interrupted recording. */
    @Override
    public void close() {
        try (body;
                journal) {
            // Nothing was buffered.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + bodyFile, e);
        }
    }
}
