package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.delta.FinishReason;
import java.util.ArrayList;
import java.util.List;

/** What a vendor's words for the end of a choice mean. Asked once per choice. */
final class FinishWords {
    private record Meaning(JsonName word, FinishReason reason) {}

    private final List<Meaning> meanings = new ArrayList<>();

    /** Adds words; to be called while this is being set up. */
    FinishWords with(FinishReason reason, String... words) {
        for (String word : words) {
            meanings.add(new Meaning(JsonName.of(word), reason));
        }
        return this;
    }

    /** {@link FinishReason#OTHER} for a word that is not known. */
    FinishReason meaning(ByteSlice word) {
        for (int i = 0; i < meanings.size(); i++) {
            if (meanings.get(i).word.matches(word)) {
                return meanings.get(i).reason;
            }
        }
        return FinishReason.OTHER;
    }
}
