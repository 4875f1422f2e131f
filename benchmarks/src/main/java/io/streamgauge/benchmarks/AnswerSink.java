package io.streamgauge.benchmarks;

/**
 * Takes what a subject finds, as a view or as a String, whichever the subject makes by itself.
 *
 * <p>Two implementations: one that collects, to be compared with the right answer, and one that only counts, to be
 * measured with.
 */
public interface AnswerSink {
    /** A piece of the answer in UTF-8; valid only until this returns. */
    void piece(byte[] array, int offset, int length);

    /** A piece of the answer as an object. */
    void piece(CharSequence text);

    /** One stream of the input is over. */
    void endOfStream();
}
