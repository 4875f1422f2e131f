package io.streamgauge.record;

import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.Framing;
import io.streamgauge.server.ProviderPath;
import java.util.Locale;
import java.util.Optional;

/**
 * As what an answer is to be recorded.
 *
 * @param dialect its protocol; empty when only its events can tell
 * @param framing how its body is cut
 * @param model the model that the path names; may be empty
 */
record AnswerPlan(Optional<Dialect> dialect, Framing framing, String model) {
    private static final int OK = 200;
    private static final int FIRST_ERROR = 400;

    /** Why an answer is not recorded. */
    static final class NotRecordedException extends Exception {
        private static final long serialVersionUID = 1L;

        NotRecordedException(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Decides by what was asked for and by the head of the answer.
     *
     * @param target of the request, query included
     * @param contentType of the answer; may be empty
     * @throws NotRecordedException when it is no stream, and no error in place of one
     */
    static AnswerPlan of(String method, String target, int status, String contentType) throws NotRecordedException {
        // Streams are asked for with a POST; what was cut off is resumed, and plain events are watched, with a GET.
        if (!method.equals("POST") && framing(baseType(contentType)).isEmpty()) {
            throw new NotRecordedException("an answer to " + method + " that is no stream");
        }
        Optional<ProviderPath> path = ProviderPath.of(target);
        String model = path.flatMap(ProviderPath::model).orElse("");
        if (status >= FIRST_ERROR && path.isPresent()) {
            Dialect dialect = path.get().dialect();
            return new AnswerPlan(Optional.of(dialect), dialect.framing(), model);
        }
        if (status != OK) {
            throw new NotRecordedException("status " + status);
        }
        return stream(path.map(ProviderPath::dialect), baseType(contentType), model);
    }

    private static AnswerPlan stream(Optional<Dialect> asked, String type, String model) throws NotRecordedException {
        Optional<Framing> said = framing(type);
        boolean isJson = type.equals("application/json");
        if (said.isEmpty() && (asked.isEmpty() || (isJson && asked.get().framing() != Framing.JSON_ARRAY))) {
            throw new NotRecordedException(type.isEmpty() ? "no content type" : type + " is no stream");
        }
        // A stream under a wrong content type is cut as its path has it.
        Framing framing = said.orElseGet(() -> asked.map(Dialect::framing).orElse(Framing.SSE));
        if (asked.equals(Optional.of(Dialect.GEMINI_JSON_ARRAY)) && framing == Framing.SSE) {
            return new AnswerPlan(Optional.of(Dialect.GEMINI), framing, model);
        }
        return new AnswerPlan(asked.filter(dialect -> dialect.framing() == framing), framing, model);
    }

    private static Optional<Framing> framing(String type) {
        return switch (type) {
            case "text/event-stream" -> Optional.of(Framing.SSE);
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" ->
                Optional.of(Framing.NDJSON);
            default -> Optional.empty();
        };
    }

    private static String baseType(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The dialect to begin with: the real one, or one of the same framing until it is known. */
    Dialect provisional() {
        return dialect.orElseGet(() -> switch (framing) {
            case SSE -> Dialect.OTHER_SSE;
            case NDJSON -> Dialect.OLLAMA_CHAT;
            case JSON_ARRAY -> Dialect.GEMINI_JSON_ARRAY;
        });
    }
}
