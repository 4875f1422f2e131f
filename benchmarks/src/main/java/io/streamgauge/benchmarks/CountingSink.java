package io.streamgauge.benchmarks;

/**
 * Counts pieces and their lengths, which is enough to keep the work from being optimised away and costs next to
 * nothing.
 */
final class CountingSink implements AnswerSink {
    private long pieces;
    private long length;

    @Override
    public void piece(byte[] array, int offset, int size) {
        pieces++;
        length += size;
    }

    @Override
    public void piece(CharSequence text) {
        pieces++;
        length += text.length();
    }

    @Override
    public void endOfStream() {}

    long sum() {
        return pieces * 31 + length;
    }
}
