package io.streamgauge.server;

import io.streamgauge.provider.Dialect;
import java.util.List;

/** A recorded answer, to be served under its name. */
public final class ServedRecording {
    private final String name;
    private final Dialect dialect;
    private final String model;
    private final int status;
    private final String contentType;
    private final List<Header> headers;
    private final byte[] body;
    private final RecordedTiming timing;

    /** One header field. */
    public record Header(String name, String value) {}

    /**
     * Makes a recording.
     *
     * @param name what a request's {@code model} calls it
     * @param model the model that was recorded; may be empty
     * @param contentType the value of the header, parameters included
     * @param headers the other headers of the answer, in order
     * @param body the bytes, without any transfer or content encoding; not copied
     */
    public ServedRecording(
            String name,
            Dialect dialect,
            String model,
            int status,
            String contentType,
            List<Header> headers,
            byte[] body,
            RecordedTiming timing) {
        this.name = name;
        this.dialect = dialect;
        this.model = model;
        this.status = status;
        this.contentType = contentType;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.timing = timing;
    }

    String name() {
        return name;
    }

    Dialect dialect() {
        return dialect;
    }

    String model() {
        return model;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    List<Header> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    RecordedTiming timing() {
        return timing;
    }
}
