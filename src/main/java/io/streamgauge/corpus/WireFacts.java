package io.streamgauge.corpus;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.StreamEvent;
import io.streamgauge.event.StreamEventHandler;
import io.streamgauge.provider.Framing;

/**
 * What a reader that keeps to the letter sees in the framing, whatever the dialect. Expectations state it so: only
 * {@code [DONE]} and nothing else is the sentinel, although decoders accept it with a blank behind it.
 */
final class WireFacts implements StreamEventHandler {
    private static final JsonName SENTINEL = JsonName.of("[DONE]");

    private static final int SENTINEL_BYTES = SENTINEL.toString().length();

    private final ByteSlice slice = new ByteSlice();
    private final EventParser parser;
    private boolean exactSentinel;
    private int nearlySentinels;

    private WireFacts(Framing framing) {
        parser = framing.newParser(ParserLimits.DEFAULTS, this);
    }

    static WireFacts of(Framing framing, byte[] body) {
        WireFacts facts = new WireFacts(framing);
        facts.parser.feed(body, 0, body.length);
        facts.parser.end();
        return facts;
    }

    /** Whether an event is the sentinel to the letter. */
    boolean hasExactSentinel() {
        return exactSentinel;
    }

    /** Events that a decoder takes for the sentinel and the letter does not. */
    int nearlySentinels() {
        return nearlySentinels;
    }

    @Override
    public void onEvent(StreamEvent event) {
        ByteSlice data = event.data();
        if (SENTINEL.matches(data)) {
            exactSentinel = true;
        } else {
            nearlySentinels += SENTINEL.matches(beginning(data)) ? 1 : 0;
        }
    }

    /** As many bytes as the sentinel has, behind blanks. */
    private ByteSlice beginning(ByteSlice data) {
        int at = 0;
        while (at < data.length() && data.byteAt(at) == ' ') {
            at++;
        }
        int length = Math.min(SENTINEL_BYTES, data.length() - at);
        return slice.wrap(data.array(), data.offset() + at, length);
    }
}
