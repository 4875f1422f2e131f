package io.streamgauge.corpus;

/**
 * Something in a corpus that cannot be used.
 *
 * @param file the file, as a path within the corpus
 * @param field the field in it, such as {@code tool_calls[1].name}; empty when it is the whole file
 * @param problem what is wrong and what was expected, for people
 */
public record CorpusProblem(String file, String field, String problem) {
    @Override
    public String toString() {
        return file + (field.isEmpty() ? "" : ", field " + field) + ": " + problem;
    }
}
