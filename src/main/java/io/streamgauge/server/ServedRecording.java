package io.streamgauge.server;

import io.streamgauge.corpus.Recording;
import io.streamgauge.corpus.RecordingMetadata;
import io.streamgauge.provider.Dialect;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * An answer as a server gives it, whether it was recorded or made up for a test. Immutable.
 *
 * @param name what a request's {@code model} calls it: a recording's stem
 * @param model the model that was recorded; may be empty
 * @param contentType the value of the header, parameters included
 * @param headers the other headers of the answer, in order
 * @param framing whether the body is cut into events as its dialect says
 * @param body the bytes, without any transfer or content encoding; not copied, and not to be changed
 */
public record ServedRecording(
        String name,
        Dialect dialect,
        String model,
        int status,
        String contentType,
        List<Header> headers,
        Framed framing,
        ByteBuffer body,
        RecordedTiming timing) {
    private static final int OK = 200;
    private static final String JSON = "application/json";

    /** One header field. */
    public record Header(String name, String value) {}

    /** Whether there are events in a body. */
    public enum Framed {
        /** A stream of events. */
        AS_DIALECT,
        /** One text, such as an error. */
        NOT
    }

    /** Copies what could change, the bytes excepted. */
    public ServedRecording {
        headers = List.copyOf(headers);
        body = body.asReadOnlyBuffer();
    }

    /** A recording of a corpus; its body stays in its file until it is served. */
    public static ServedRecording of(Recording recording) {
        RecordingMetadata metadata = recording.metadata();
        boolean framed = !recording.bodyFile().toString().endsWith(".body");
        String type = framed ? metadata.dialect().framing().contentType() : JSON;
        return new ServedRecording(
                recording.stem(),
                metadata.dialect(),
                metadata.model(),
                metadata.httpStatus().orElse(OK),
                metadata.contentType().isEmpty() ? type : metadata.contentType(),
                metadata.headers().entrySet().stream()
                        .map(header -> new Header(header.getKey(), header.getValue()))
                        .toList(),
                framed ? Framed.AS_DIALECT : Framed.NOT,
                recording.body(),
                RecordedTiming.of(metadata.timing()));
    }

    /** An answer in order that was never recorded: no headers, no timing. */
    public static ServedRecording of(String name, Dialect dialect, byte[] body) {
        return new ServedRecording(
                name,
                dialect,
                "",
                OK,
                dialect.framing().contentType(),
                List.of(),
                Framed.AS_DIALECT,
                ByteBuffer.wrap(body),
                RecordedTiming.NONE);
    }

    /** The last part of the name. */
    String shortName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The bytes again; position and limit are yours. */
    @Override
    public ByteBuffer body() {
        return body.duplicate();
    }
}
