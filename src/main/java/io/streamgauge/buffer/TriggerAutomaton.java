package io.streamgauge.buffer;

import io.streamgauge.bytes.Utf8;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * Finds any of several words in one pass over the bytes (Aho and Corasick, 1975): each state is the longest beginning
 * of a word that the bytes so far end with, and each byte leads from one state to the next.
 */
final class TriggerAutomaton {
    static final int START = 0;

    private static final int BYTES = 256;

    private final int[][] next;
    private final int[] depth;
    private final int[] trigger;
    private int states = 1;
    private int longest;

    TriggerAutomaton(List<String> words, int maxBytes) {
        int total = words.stream().mapToInt(word -> Utf8.encode(word).length).sum();
        if (words.isEmpty() || words.stream().anyMatch(String::isEmpty) || total > maxBytes) {
            throw new IllegalArgumentException(
                    "expected one or more triggers, none empty, of at most " + maxBytes + " bytes together");
        }
        next = new int[total + 1][BYTES];
        depth = new int[total + 1];
        trigger = new int[total + 1];
        Arrays.fill(trigger, TriggerBuffer.NO_TRIGGER);
        for (int i = 0; i < words.size(); i++) {
            add(Utf8.encode(words.get(i)), i);
        }
        link();
    }

    private void add(byte[] word, int number) {
        int state = START;
        for (byte b : word) {
            int follower = next[state][b & 0xFF];
            if (follower == START) {
                follower = states++;
                next[state][b & 0xFF] = follower;
                depth[follower] = depth[state] + 1;
            }
            state = follower;
        }
        trigger[state] = trigger[state] == TriggerBuffer.NO_TRIGGER ? number : trigger[state];
        longest = Math.max(longest, word.length);
    }

    /**
     * Fills in, shortest beginnings first, where a byte leads that goes on with no word: where the next shorter
     * beginning goes.
     */
    private void link() {
        int[] shorter = new int[states];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(START);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int b = 0; b < BYTES; b++) {
                int follower = next[state][b];
                int fallback = state == START ? START : next[shorter[state]][b];
                if (follower == START) {
                    next[state][b] = fallback;
                } else {
                    shorter[follower] = fallback;
                    trigger[follower] =
                            trigger[follower] == TriggerBuffer.NO_TRIGGER ? trigger[fallback] : trigger[follower];
                    queue.add(follower);
                }
            }
        }
    }

    int next(int state, byte b) {
        return next[state][b & 0xFF];
    }

    /** The longest word that ends in this state. */
    int trigger(int state) {
        return trigger[state];
    }

    /** How many of the last bytes may belong to a word. */
    int depth(int state) {
        return depth[state];
    }

    int longestBytes() {
        return longest;
    }
}
