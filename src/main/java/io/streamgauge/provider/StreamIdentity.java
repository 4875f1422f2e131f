package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;

/**
 * The id and the model of one stream. The first word that is not empty counts: real servers send an empty id first, or
 * another one with every event.
 */
final class StreamIdentity {
    private static final ByteSlice NOTHING = new ByteSlice();

    private final Word id = new Word();
    private final Word model = new Word();

    /** Whether both are known, so that an event need not be asked for them. */
    boolean isComplete() {
        return id.length > 0 && model.length > 0;
    }

    /** Takes what an event says; answers whether that was news. */
    boolean learn(ByteSlice eventId, ByteSlice eventModel) {
        boolean newId = id.learn(eventId);
        boolean newModel = model.learn(eventModel);
        return newId || newModel;
    }

    /** The id; empty as long as it is not known. Valid until {@link #reset()}. */
    ByteSlice id() {
        return id.view;
    }

    /** The model; empty as long as it is not known. Valid until {@link #reset()}. */
    ByteSlice model() {
        return model.view;
    }

    void reset() {
        id.learnNothing();
        model.learnNothing();
    }

    private static final class Word {
        private final ByteSlice view = new ByteSlice();
        private byte[] bytes = new byte[64];
        private int length;

        boolean learn(ByteSlice word) {
            if (length > 0 || word.isEmpty()) {
                return false;
            }
            length = word.length();
            bytes = bytes.length < length ? new byte[length] : bytes;
            System.arraycopy(word.array(), word.offset(), bytes, 0, length);
            view.wrap(bytes, 0, length);
            return true;
        }

        void learnNothing() {
            length = 0;
            view.wrap(NOTHING);
        }
    }
}
