package io.streamgauge.corpus;

import io.streamgauge.provider.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Where a recording comes from and how it came over the wire.
 *
 * @param provider who sent it; also the folder it lies in
 * @param dialect its protocol, {@code api} in the file
 * @param kind text, tools, parallel-tools, reasoning, citations, multi-choice, blocked or error; free
 * @param features words to select recordings by
 * @param model the model; empty when unknown
 * @param httpStatus the status of the answer, if known
 * @param contentType the content type with its parameters; empty when unknown
 * @param headers response headers worth sending again, in order
 * @param provenance who made it and how, for people; empty when the file says so in other fields
 * @param timing what every read brought, if it was measured
 */
public record RecordingMetadata(
        String provider,
        Dialect dialect,
        String kind,
        List<String> features,
        String model,
        OptionalInt httpStatus,
        String contentType,
        Map<String, String> headers,
        String provenance,
        List<Read> timing) {
    /**
     * One read.
     *
     * @param micros since the request was sent
     * @param bytes of the body so far, this read included
     */
    public record Read(long micros, long bytes) {}

    /** Copies what could change. */
    public RecordingMetadata {
        features = List.copyOf(features);
        headers = new LinkedHashMap<>(headers);
        timing = List.copyOf(timing);
    }

    /** The headers, in order; a copy of your own. */
    @Override
    public Map<String, String> headers() {
        return new LinkedHashMap<>(headers);
    }

    /** The same with other features and another timing. */
    public RecordingMetadata with(List<String> otherFeatures, List<Read> otherTiming) {
        return new RecordingMetadata(
                provider,
                dialect,
                kind,
                otherFeatures,
                model,
                httpStatus,
                contentType,
                headers,
                provenance,
                otherTiming);
    }

    /** Begins a description of which only these two are known. */
    public static Builder of(String provider, Dialect dialect) {
        return new Builder(provider, dialect);
    }

    static RecordingMetadata read(JsonNode root) throws Fields.MalformedField {
        Fields fields = Fields.of(root);
        String api = fields.requiredText("api");
        Optional<Dialect> dialect = Dialect.byWireName(api);
        return new RecordingMetadata(
                fields.requiredText("provider"),
                dialect.orElseThrow(() -> new Fields.MalformedField("api", "no dialect is called " + api)),
                fields.text("kind").orElse(""),
                fields.texts("features"),
                fields.text("model").orElse(""),
                fields.integer("http_status"),
                fields.text("content_type").orElse(""),
                fields.textMap("headers"),
                fields.text("provenance").orElse(""),
                timing(fields));
    }

    private static List<Read> timing(Fields fields) throws Fields.MalformedField {
        List<Read> reads = new ArrayList<>();
        Optional<JsonNode> array = fields.array("timing");
        if (array.isEmpty()) {
            return reads;
        }
        Read last = new Read(0, 0);
        for (JsonNode pair : array.get()) {
            Read read = new Read(pair.path(0).asLong(-1), pair.path(1).asLong(-1));
            if (pair.size() != 2 || read.micros < last.micros || read.bytes < last.bytes) {
                throw new Fields.MalformedField(
                        "timing[" + reads.size() + "]", "expected [microseconds, bytes so far], neither going back");
            }
            reads.add(read);
            last = read;
        }
        return reads;
    }

    /** Fills in what is known. */
    public static final class Builder {
        private final String provider;
        private final Dialect dialect;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String kind = "text";
        private List<String> features = List.of();
        private String model = "";
        private OptionalInt httpStatus = OptionalInt.empty();
        private String contentType = "";
        private String provenance = "";
        private List<Read> timing = List.of();

        private Builder(String provider, Dialect dialect) {
            this.provider = provider;
            this.dialect = dialect;
        }

        /** What kind of answer it is. */
        public Builder kind(String kind) {
            this.kind = kind;
            return this;
        }

        /** Words to select the recording by. */
        public Builder features(List<String> features) {
            this.features = features;
            return this;
        }

        /** The model that answered. */
        public Builder model(String model) {
            this.model = model;
            return this;
        }

        /** The status of the answer. */
        public Builder httpStatus(int httpStatus) {
            this.httpStatus = OptionalInt.of(httpStatus);
            return this;
        }

        /** The content type with its parameters. */
        public Builder contentType(String contentType) {
            this.contentType = contentType;
            return this;
        }

        /** A response header. */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** Who made it and how. */
        public Builder provenance(String provenance) {
            this.provenance = provenance;
            return this;
        }

        /** What every read brought. */
        public Builder timing(List<Read> timing) {
            this.timing = timing;
            return this;
        }

        /** The description. */
        public RecordingMetadata build() {
            return new RecordingMetadata(
                    provider, dialect, kind, features, model, httpStatus, contentType, headers, provenance, timing);
        }
    }
}
