package io.streamgauge.server.fault;

/** How an answer ends. */
public enum Ending {
    /** As HTTP has it. */
    IN_ORDER,
    /** The connection is closed (FIN) and the answer is not: no last chunk, or fewer bytes than announced. */
    CLOSED,
    /** The connection is reset (RST). */
    RESET,
    /** Not at all: nothing more comes and the connection stays. */
    NEVER
}
