package io.streamgauge.result;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Files that appear whole or not at all: written beside their place under another name, then renamed. */
public final class AtomicFile {
    /** With the process id, a name that no other writer has at the same time. */
    private static final AtomicLong DRAFTS = new AtomicLong();

    private AtomicFile() {}

    /**
     * Puts {@code content} at {@code file}, creating missing folders and replacing what was there.
     *
     * @throws ResultFileException if the file system refuses; what was at {@code file} before is then untouched
     */
    public static void write(Path file, byte[] content) {
        try {
            Path place = file.toAbsolutePath();
            Path folder = Optional.ofNullable(place.getParent()).orElse(place);
            Files.createDirectories(folder);
            // Not Files.createTempFile: its files are readable by their owner only, and a report is there to be shared.
            Path draft = folder.resolve(
                    ".streamgauge-" + ProcessHandle.current().pid() + "-" + DRAFTS.incrementAndGet() + ".part");
            try {
                Files.write(draft, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                rename(draft, place);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw ResultFileException.unusable(file.toString(), "cannot be written, " + reason(e), e);
        }
    }

    private static void rename(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The file system's complaint without the path that it complains about first; the caller has named the file. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is not a folder";
        }
        if (e instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ", " + e.getMessage());
    }
}
