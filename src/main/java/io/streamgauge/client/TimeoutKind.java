package io.streamgauge.client;

/** Which wait was too long. */
public enum TimeoutKind {
    /** For a connection, name lookup and TLS included. */
    CONNECT,
    /** For the response's head, from when the request was sent. */
    FIRST_BYTE,
    /** For the next bytes of the body. */
    IDLE,
    /** For the whole stream, from the call to its end. */
    TOTAL
}
