package io.streamgauge.result;

import org.jspecify.annotations.Nullable;

/**
 * A result file that cannot be read, written or understood; the message is one line that begins with the file's name.
 *
 * <p>Unchecked, because between the file and the command line nobody can do anything about it.
 */
public final class ResultFileException extends RuntimeException {
    private final RunVerdict verdict;

    private ResultFileException(String message, RunVerdict verdict, @Nullable Throwable cause) {
        super(message, cause);
        this.verdict = verdict;
    }

    /** The file system refused. */
    static ResultFileException unusable(String file, String problem, Throwable cause) {
        return new ResultFileException(oneLine(file + ": " + problem), RunVerdict.COULD_NOT_RUN, cause);
    }

    /** The file was read, and it is not a result that this version understands. */
    public static ResultFileException invalid(String file, String problem) {
        return new ResultFileException(oneLine(file + ": " + problem), RunVerdict.INVALID, null);
    }

    /**
     * {@link RunVerdict#COULD_NOT_RUN} when the file system refused, {@link RunVerdict#INVALID} when the content did.
     */
    public RunVerdict verdict() {
        return verdict;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
