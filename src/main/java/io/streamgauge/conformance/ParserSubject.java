package io.streamgauge.conformance;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * An event-stream parser under test. Implement it for a parser of yours and name the class in
 * {@code META-INF/services/io.streamgauge.conformance.ParserSubject}; it needs a public constructor without parameters.
 *
 * <p>A parser that works on text is judged together with the UTF-8 decoder in front of it, as its users get them.
 */
public interface ParserSubject extends Subject {
    /** What it reports. It is not judged by anything else. */
    Set<Capability> capabilities();

    /** Begins a stream, with nothing left of any other. */
    Session open(Sink sink);

    /** One stream, used by one thread. */
    interface Session {
        /**
         * Takes the bytes of one read, maybe none. They are overwritten as soon as this returns.
         *
         * @throws Exception never as an answer: an error that the parser reports goes to {@link Sink#error}
         */
        void feed(ByteBuffer read) throws Exception;

        /** The stream has ended. */
        void end() throws Exception;
    }

    /** Takes what the parser says, at the moment its users would learn of it. */
    interface Sink {
        /**
         * An event.
         *
         * @param type {@code message} where the stream gives none; empty without {@link Capability#TYPE}
         * @param lastEventId the last event ID in force; empty when there is none, or without {@link Capability#ID}
         */
        void event(String type, String data, String lastEventId);

        /** The reconnection time was set. */
        void retry(long millis);

        /** The last event ID as a client would send it when it reconnects; to be told once, when the stream ends. */
        void lastEventId(String id);

        /** The parser reported an error, and says no more. */
        void error(String message);
    }
}
