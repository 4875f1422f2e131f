package io.streamgauge.server.plan;

import io.streamgauge.bytes.ByteSearch;
import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.provider.Framing;
import java.util.Arrays;

/** Feeds a body to its parser piece by piece and notes where the parser has an event. Used once. */
final class EventIndexer {
    private enum Place {
        /** Nothing but blank lines so far; they belong to the first block. */
        AT_START,
        /** A block has ended; blank lines that follow belong to it. */
        BETWEEN_BLOCKS,
        /** A blank line or the end of an event ends the block. */
        WITHIN_BLOCK
    }

    private final Framing framing;
    private final byte[] body;
    private final EventParser parser;
    private int[] ends = new int[16];
    private int[] events = new int[16];
    private int blocks;
    private int eventsSoFar;
    private int eventsInBlocks;

    EventIndexer(Framing framing, byte[] body) {
        this.framing = framing;
        this.body = body;
        parser = framing.newParser(ParserLimits.DEFAULTS, event -> eventsSoFar++);
    }

    EventIndex index() {
        Place place = Place.AT_START;
        int at = 0;
        while (at < body.length) {
            int end = pieceEnd(at);
            parser.feed(body, at, end - at);
            place = behindPiece(place, isBlankLine(at), end);
            at = end;
        }
        parser.end();
        if (place != Place.BETWEEN_BLOCKS || eventsSoFar > eventsInBlocks) {
            closeBlock(body.length);
        }
        return new EventIndex(Arrays.copyOf(ends, blocks), Arrays.copyOf(events, blocks));
    }

    private Place behindPiece(Place before, boolean blank, int end) {
        if (eventsSoFar > eventsInBlocks || (blank && before == Place.WITHIN_BLOCK)) {
            closeBlock(end);
            return Place.BETWEEN_BLOCKS;
        }
        if (!blank) {
            return Place.WITHIN_BLOCK;
        }
        if (before == Place.BETWEEN_BLOCKS) {
            ends[blocks - 1] = end;
        }
        return before;
    }

    /** A line where the framing has lines; in an array all up to a brace, where alone an element of an answer ends. */
    private int pieceEnd(int from) {
        int at = from;
        if (framing == Framing.JSON_ARRAY) {
            while (at < body.length && body[at] != '}') {
                at++;
            }
        } else {
            at = ByteSearch.lineEnd(body, from, body.length);
            at += at + 1 < body.length && body[at] == '\r' && body[at + 1] == '\n' ? 1 : 0;
        }
        return Math.min(at + 1, body.length);
    }

    private boolean isBlankLine(int from) {
        return framing != Framing.JSON_ARRAY && (body[from] == '\n' || body[from] == '\r');
    }

    private void closeBlock(int end) {
        if (blocks == ends.length) {
            ends = Arrays.copyOf(ends, blocks * 2);
            events = Arrays.copyOf(events, blocks * 2);
        }
        ends[blocks] = end;
        events[blocks] = eventsSoFar;
        blocks++;
        eventsInBlocks = eventsSoFar;
    }
}
