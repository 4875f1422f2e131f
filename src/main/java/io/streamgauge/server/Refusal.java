package io.streamgauge.server;

import java.util.Arrays;

/** Why a request gets no recording, whoever's endpoint it went to. */
enum Refusal {
    /** The request cannot be understood. */
    BAD_REQUEST(400, "The request is invalid."),
    /** The request brings no key, or not the right one. */
    WRONG_KEY(401, "Incorrect API key provided."),
    /** The key does not allow what is asked for. */
    FORBIDDEN(403, "You are not allowed to do this."),
    /** No such model, which here means no such recording. */
    UNKNOWN_MODEL(404, "The model does not exist."),
    /** No such path. */
    UNKNOWN_PATH(404, "Unknown request URL."),
    /** The path takes requests that bring something. */
    ONLY_POST(405, "Method not allowed."),
    /** The path takes requests that bring nothing. */
    ONLY_GET(405, "Method not allowed."),
    /** The request's body is longer than is taken. */
    BODY_TOO_LARGE(413, "The request is too large."),
    /** The request's first line is longer than is taken. */
    URI_TOO_LONG(414, "The request target is too long."),
    /** More was asked for than may be. */
    RATE_LIMITED(429, "Rate limit reached. Please try again later."),
    /** The request's header fields are longer than is taken. */
    HEADERS_TOO_LARGE(431, "The header fields are too large."),
    /** The request is of a version of HTTP that is not spoken here. */
    WRONG_HTTP_VERSION(505, "This version of HTTP is not spoken here."),
    /** As many streams are open as are allowed. */
    OVERLOADED(503, "The server is overloaded. Please try again later."),
    /** What was asked for took too long. */
    TOO_SLOW(504, "The request took too long."),
    /** This server failed. */
    INTERNAL(500, "The server had an error while processing your request.");

    private final int status;
    private final String standardMessage;

    Refusal(int status, String standardMessage) {
        this.status = status;
        this.standardMessage = standardMessage;
    }

    /** The status that most vendors give. */
    int status() {
        return status;
    }

    /** What there is to say when nothing more is known. */
    String standardMessage() {
        return standardMessage;
    }

    /** What a status means: the first refusal that has it, else one of its class. */
    static Refusal ofStatus(int status) {
        if (status == ErrorBodies.ANTHROPIC_OVERLOADED) {
            return OVERLOADED;
        }
        return Arrays.stream(values())
                .filter(refusal -> refusal.status == status)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : INTERNAL);
    }
}
