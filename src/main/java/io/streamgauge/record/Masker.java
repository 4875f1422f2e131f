package io.streamgauge.record;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import java.util.Arrays;
import java.util.List;

/**
 * Blanks secrets in a body that comes in pieces, however they are cut.
 *
 * <p>What may be the beginning of a secret is held back until the next piece tells; that is all that is ever held. One
 * body, one thread.
 */
final class Masker {
    private final List<byte[]> secrets;
    private final GrowableBytes held = new GrowableBytes();
    private final ByteSlice clear = new ByteSlice();

    /** So many of the held bytes belong to a secret that began before them. */
    private int heldMasked;

    private boolean found;

    Masker(Secrets secrets) {
        this.secrets = secrets.values();
    }

    /** The whole of a body, masked. */
    static byte[] mask(Secrets secrets, byte[] body) {
        Masker masker = new Masker(secrets);
        GrowableBytes masked = new GrowableBytes();
        masked.append(masker.mask(body, 0, body.length));
        masked.append(masker.end());
        return Arrays.copyOf(masked.array(), masked.length());
    }

    /**
     * Takes a piece.
     *
     * @return what can be written, valid until the next call
     */
    ByteSlice mask(byte[] source, int offset, int length) {
        if (secrets.isEmpty()) {
            return clear.wrap(source, offset, length);
        }
        held.append(source, offset, length);
        return release(held.length() - held());
    }

    /** The body is over: what was held back was no secret. */
    ByteSlice end() {
        return release(held.length());
    }

    /** Whether anything had to be blanked. */
    boolean foundAny() {
        return found;
    }

    private ByteSlice release(int length) {
        byte[] out = Arrays.copyOf(held.array(), held.length());
        int maskedTo = heldMasked;
        Arrays.fill(out, 0, heldMasked, Secrets.MASK);
        for (byte[] secret : secrets) {
            for (int at = indexOf(secret, 0); at >= 0; at = indexOf(secret, at + 1)) {
                found = true;
                Arrays.fill(out, at, at + secret.length, Secrets.MASK);
                // One that begins behind what is released now is found again with what is held.
                maskedTo = at < length ? Math.max(maskedTo, at + secret.length) : maskedTo;
            }
        }
        heldMasked = Math.max(0, maskedTo - length);
        held.dropFirst(length);
        return clear.wrap(out, 0, length);
    }

    private int indexOf(byte[] secret, int from) {
        byte[] array = held.array();
        for (int at = from; at + secret.length <= held.length(); at++) {
            if (array[at] == secret[0] && Arrays.equals(array, at, at + secret.length, secret, 0, secret.length)) {
                return at;
            }
        }
        return -1;
    }

    /** The length of the longest tail that is the beginning of a secret. */
    private int held() {
        int longest = 0;
        for (byte[] secret : secrets) {
            int length = Math.min(held.length(), secret.length - 1);
            while (length > longest && !endsWithBeginning(secret, length)) {
                length--;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    private boolean endsWithBeginning(byte[] secret, int length) {
        int from = held.length() - length;
        return held.array()[from] == secret[0] && Arrays.equals(held.array(), from, held.length(), secret, 0, length);
    }
}
