package io.streamgauge.report;

import io.streamgauge.result.NamedDocument;
import io.streamgauge.result.ResultReader;
import io.streamgauge.result.ResultSchema;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A document read and checked: everything the renderers show comes from here.
 *
 * @param name what the document is called
 * @param stages in the order in which a run does them; a run may hold several conformance results, one per subject
 * @param source the document itself, for those who want to go on from the raw data
 */
record Results(String name, ResultSchema schema, Envelope envelope, List<StageResult> stages, JsonNode source) {
    /** What a document is called that came without a name. */
    static final String UNNAMED = "result.json";

    /**
     * Reads a whole document.
     *
     * @throws io.streamgauge.result.ResultFileException naming file and field of what is missing or wrong
     */
    static Results read(NamedDocument document) {
        Fields fields = Fields.of(document);
        ResultSchema schema = ResultReader.schema(fields.file(), document.content());
        return new Results(fields.file(), schema, Envelope.read(fields), stages(schema, fields), document.content());
    }

    /** The stages of one kind. */
    <T extends StageResult> List<T> stages(Class<T> kind) {
        return stages.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<StageResult> stages(ResultSchema schema, Fields fields) {
        if (schema != ResultSchema.RUN) {
            return List.of(stage(schema, fields));
        }
        List<StageResult> stages = new ArrayList<>();
        Fields present = fields.object("stages");
        for (ResultSchema kind : ResultSchema.values()) {
            if (kind != ResultSchema.RUN && present.has(kind.word())) {
                present.flattened(kind.word()).forEach(stage -> stages.add(stage(kind, stage.checked(kind))));
            }
        }
        return List.copyOf(stages);
    }

    private static StageResult stage(ResultSchema schema, Fields fields) {
        return switch (schema) {
            case CORPUS -> CorpusResult.read(fields);
            case CONFORMANCE -> ConformanceResult.read(fields);
            case BENCH -> BenchResult.read(fields);
            case LOAD -> LoadResult.read(fields);
            case GATE -> GateResult.read(fields);
            case RUN -> throw fields.invalid("a run inside a run");
        };
    }
}
