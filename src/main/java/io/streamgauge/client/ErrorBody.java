package io.streamgauge.client;

import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.bytes.Utf8;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.ProviderError;
import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.StreamDecoder;
import java.util.Arrays;

/** Keeps the beginning of a body that came with an error status, and reads the provider's error out of it. */
final class ErrorBody {
    /** More than any JSON error is; what lies behind is dropped: 64 KiB. */
    static final int MAX_BYTES = 64 << 10;

    /** So much of the body is shown, in characters. */
    static final int MAX_EXCERPT = 500;

    private byte[] kept = new byte[512];
    private int length;

    void append(byte[] source, int offset, int count) {
        int taken = Math.min(count, MAX_BYTES - length);
        if (kept.length - length < taken) {
            kept = Arrays.copyOf(kept, Math.max(length + taken, kept.length * 2));
        }
        System.arraycopy(source, offset, kept, length, taken);
        length += taken;
    }

    StreamFailure.HttpStatus failure(int status, HttpHeaders headers) {
        return new StreamFailure.HttpStatus(status, vendorError(), excerpt(), RetryAfter.of(headers));
    }

    private String excerpt() {
        String text = Utf8.decode(kept, 0, length).strip();
        return text.length() <= MAX_EXCERPT ? text : text.substring(0, MAX_EXCERPT);
    }

    /**
     * What the body says. The error shapes of all vendors are read in one way, so any decoder will do; one of SSE also
     * takes errors that are framed as events.
     */
    private VendorError vendorError() {
        ErrorCatcher catcher = new ErrorCatcher();
        StreamDecoder decoder = new StreamDecoder(Dialect.OPENAI_CHAT, catcher);
        decoder.feed(kept, 0, length);
        decoder.end();
        return catcher.caught;
    }

    private static final class ErrorCatcher implements DeltaHandler {
        private VendorError caught = VendorError.NONE;

        @Override
        public void onError(ProviderError error) {
            caught = caught.isEmpty() ? VendorError.copyOf(error) : caught;
        }
    }
}
