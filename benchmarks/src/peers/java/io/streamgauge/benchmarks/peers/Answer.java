package io.streamgauge.benchmarks.peers;

import io.streamgauge.benchmarks.AnswerSink;
import io.streamgauge.benchmarks.Question;

/** What an application does with what it finds in one stream: hand it on piece by piece, or put it together. */
interface Answer {
    /** The index of a call to which the server gave none. */
    int NO_INDEX = -1;

    static Answer of(Question question, AnswerSink sink) {
        return question == Question.MESSAGE ? new WholeMessage(sink) : new Pieces(sink);
    }

    void text(int choice, String text);

    void reasoning(int choice, String text);

    /** Something about a call: what is not said is empty. */
    void toolCall(int choice, int index, String id, String name, String arguments);

    /** The stream is over. */
    default void end() {}

    /** Hands on what is not empty. */
    record Pieces(AnswerSink sink) implements Answer {
        @Override
        public void text(int choice, String text) {
            piece(text);
        }

        @Override
        public void reasoning(int choice, String text) {
            piece(text);
        }

        @Override
        public void toolCall(int choice, int index, String id, String name, String arguments) {
            piece(id);
            piece(name);
            piece(arguments);
        }

        private void piece(String text) {
            if (!text.isEmpty()) {
                sink.piece(text);
            }
        }
    }
}
