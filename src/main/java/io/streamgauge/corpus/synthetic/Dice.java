package io.streamgauge.corpus.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Chance that a seed repeats, on every JDK: only those methods of {@link Random} are used whose results its
 * specification fixes, and {@link StrictMath} in place of {@link Math}.
 */
final class Dice {
    private static final String DIGITS_AND_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Random random;

    /** Dice of their own for each {@code purpose}, so that a new recording leaves the others as they are. */
    Dice(long seed, String purpose) {
        long mixed = seed;
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            mixed = mixed * 0x100000001B3L + b;
        }
        random = new Random(mixed ^ (mixed >>> 32));
    }

    /** Any of {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Not negative, with this mean and a long tail. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /** Positive, with this median; {@code spread} is the deviation of its logarithm. */
    double logNormal(double median, double spread) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return median * StrictMath.exp(spread * radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble()));
    }

    /** An id as most providers make them. */
    String id(int length) {
        return word(DIGITS_AND_LETTERS, length);
    }

    String hex(int length) {
        return word(DIGITS_AND_LETTERS.substring(0, 10) + "abcdef", length);
    }

    String digits(int length) {
        return word(DIGITS_AND_LETTERS.substring(0, 10), length);
    }

    String uuid() {
        return hex(8) + '-' + hex(4) + "-4" + hex(3) + "-a" + hex(3) + '-' + hex(12);
    }

    /** The base64 of this many random bytes. */
    String base64(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return Base64.getEncoder().encodeToString(noise);
    }

    private String word(String alphabet, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
