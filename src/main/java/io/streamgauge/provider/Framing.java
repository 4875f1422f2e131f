package io.streamgauge.provider;

import io.streamgauge.event.EventParser;
import io.streamgauge.event.JsonArrayParser;
import io.streamgauge.event.NdjsonParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.SseParser;
import io.streamgauge.event.StreamEventHandler;

/** How a dialect cuts its body into events. */
public enum Framing {
    /** Server-Sent Events. */
    SSE("text/event-stream", "sse") {
        @Override
        public EventParser newParser(ParserLimits limits, StreamEventHandler handler) {
            return new SseParser(limits, handler);
        }
    },
    /** One JSON text per line. */
    NDJSON("application/x-ndjson", "ndjson") {
        @Override
        public EventParser newParser(ParserLimits limits, StreamEventHandler handler) {
            return new NdjsonParser(limits, handler);
        }
    },
    /** One JSON array, an event per element. */
    JSON_ARRAY("application/json", "jsonarray") {
        @Override
        public EventParser newParser(ParserLimits limits, StreamEventHandler handler) {
            return new JsonArrayParser(limits, handler);
        }
    };

    private final String contentType;
    private final String fileExtension;

    Framing(String contentType, String fileExtension) {
        this.contentType = contentType;
        this.fileExtension = fileExtension;
    }

    /** A new parser of this framing. */
    public abstract EventParser newParser(ParserLimits limits, StreamEventHandler handler);

    /** The content type such bodies are sent with, without parameters. */
    public String contentType() {
        return contentType;
    }

    /** The extension of recordings with such bodies, without the dot. */
    public String fileExtension() {
        return fileExtension;
    }
}
