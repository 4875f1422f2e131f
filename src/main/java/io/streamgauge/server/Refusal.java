package io.streamgauge.server;

/** Why a request gets no recording, whoever's endpoint it went to. */
enum Refusal {
    /** The request cannot be understood. */
    BAD_REQUEST(400),
    /** No such model, which here means no such recording. */
    UNKNOWN_MODEL(404),
    /** No such path. */
    UNKNOWN_PATH(404),
    /** The path takes requests that bring something. */
    ONLY_POST(405),
    /** The path takes requests that bring nothing. */
    ONLY_GET(405),
    /** The request's body is longer than is taken. */
    BODY_TOO_LARGE(413),
    /** The request's first line is longer than is taken. */
    URI_TOO_LONG(414),
    /** The request's header fields are longer than is taken. */
    HEADERS_TOO_LARGE(431),
    /** The request is of a version of HTTP that is not spoken here. */
    WRONG_HTTP_VERSION(505),
    /** As many streams are open as are allowed. */
    OVERLOADED(503),
    /** This server failed. */
    INTERNAL(500);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** The status that most vendors give. */
    int status() {
        return status;
    }
}
