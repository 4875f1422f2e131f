package io.streamgauge.server.fault;

import io.streamgauge.server.words.Quantities;

/** Where in an answer a fault strikes. */
public sealed interface Place {
    /** At an event, counted from 0. */
    record Event(int number) implements Place {
        @Override
        public String toString() {
            return "@event=" + number;
        }
    }

    /** At a byte of the body, counted from 0, before any content coding. */
    record Offset(int bytes) implements Place {
        @Override
        public String toString() {
            return "@byte=" + bytes;
        }
    }

    /** So long after the request; for what changes an event, at the first event that is due then. */
    record Time(long nanos) implements Place {
        @Override
        public String toString() {
            return "@time=" + Quantities.time(nanos);
        }
    }

    /** A place with a name. */
    enum Named implements Place {
        /** In front of status and headers. */
        HEAD,
        /** In front of the first event. */
        START,
        /** At the event in the middle; of {@code 2n} events that is event {@code n}. */
        MIDDLE,
        /** Behind the last byte; for what changes an event, at the last event. */
        END,
        /** At every event. */
        EACH,
        /** The answer as a whole. */
        WHOLE;

        @Override
        public String toString() {
            return this == WHOLE ? "" : "@" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
