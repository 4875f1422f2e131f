package io.streamgauge.corpus;

import java.nio.ByteBuffer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code stem.json}, in the form that {@link RecordingMetadata#read} reads. */
final class MetadataJson {
    private MetadataJson() {}

    /** Metadata with what there is to say of the finished body. */
    static ObjectNode of(RecordingMetadata metadata, byte[] body) {
        ObjectNode out = of(metadata);
        out.put("bytes", body.length);
        out.put("sha256", Recording.sha256(ByteBuffer.wrap(body)));
        if (!metadata.timing().isEmpty()) {
            ArrayNode timing = out.putArray("timing");
            metadata.timing()
                    .forEach(read -> timing.addArray().add(read.micros()).add(read.bytes()));
        }
        return out;
    }

    /** Metadata of a body that is still being written: without its size and without timing. */
    static ObjectNode of(RecordingMetadata metadata) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("provider", metadata.provider());
        out.put("api", metadata.dialect().wireName());
        out.put("kind", metadata.kind());
        metadata.features().forEach(out.putArray("features")::add);
        out.put("model", metadata.model());
        metadata.httpStatus()
                .ifPresentOrElse(status -> out.put("http_status", status), () -> out.putNull("http_status"));
        out.put("content_type", metadata.contentType());
        ObjectNode headers = out.putObject("headers");
        metadata.headers().forEach(headers::put);
        out.put("provenance", metadata.provenance());
        return out;
    }
}
