package io.streamgauge.conformance;

/**
 * A file of cases or of known failures that cannot be used; the message is one line and names the file, the line, the
 * entry and the member. A run without its cases is no run, so this ends it.
 */
public final class CaseFileException extends RuntimeException {
    CaseFileException(String where, String problem) {
        super(where + ": " + problem);
    }

    CaseFileException(String where, String problem, Throwable cause) {
        super(where + ": " + problem, cause);
    }
}
