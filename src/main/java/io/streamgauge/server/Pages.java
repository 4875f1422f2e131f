package io.streamgauge.server;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be got without asking for an answer: lists of models, signs of life, and the send log. Any thread may ask.
 */
final class Pages {
    /** The version that clients of Ollama are told. */
    static final String OLLAMA_VERSION = "0.13.0";

    /** The most sends that one request for the log gets. */
    static final int MAX_SENDS = 100_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ModelLists models;
    private final Library library;
    private final SendLog sendLog;
    private final IntSupplier openStreams;

    Pages(Library library, SendLog sendLog, IntSupplier openStreams) {
        this.library = library;
        this.sendLog = sendLog;
        this.openStreams = openStreams;
        models = new ModelLists(library);
    }

    /** In whose words to refuse at a path that is no endpoint. */
    static Vendor vendorOf(String path, HttpHeaders headers) {
        if (path.startsWith("/v1beta/")) {
            return Vendor.GEMINI;
        }
        if (path.startsWith("/api/")) {
            return Vendor.OLLAMA;
        }
        return isAnthropic(headers) ? Vendor.ANTHROPIC : Vendor.OPENAI;
    }

    /** OpenAI and Anthropic list their models at one path; only Anthropic's clients send these. */
    private static boolean isAnthropic(HttpHeaders headers) {
        return headers.contains("anthropic-version") || headers.contains("x-api-key");
    }

    /** The page at a path. */
    Answer answer(Target target, Request request) throws RefusedException {
        ObjectNode page = page(target, request)
                .orElseThrow(() -> new RefusedException(
                        Refusal.UNKNOWN_PATH, "Unknown request URL: " + request.method() + " " + target.path() + "."));
        if (!Set.of("GET", "HEAD").contains(request.method())) {
            throw new RefusedException(
                    Refusal.ONLY_GET, "Not allowed to " + request.method() + " on " + target.path() + ".");
        }
        return new Answer.Whole(200, AnswerHeaders.json(), Unpooled.wrappedBuffer(JSON.writeValueAsBytes(page)));
    }

    private Optional<ObjectNode> page(Target target, Request request) throws RefusedException {
        String path = target.path();
        return switch (path) {
            case "/", "/health" -> Optional.of(health());
            case "/api/version" -> Optional.of(JSON.createObjectNode().put("version", OLLAMA_VERSION));
            case "/api/tags" -> Optional.of(models.ollama());
            case "/_streamgauge/sends" -> Optional.of(sends(target, request));
            default -> models.at(path, isAnthropic(request.headers()));
        };
    }

    private ObjectNode health() {
        return JSON.createObjectNode()
                .put("status", "ok")
                .put("recordings", library.all().size())
                .put("openStreams", openStreams.getAsInt())
                .put("streams", sendLog.streams());
    }

    private ObjectNode sends(Target target, Request request) throws RefusedException {
        if (!request.fromLoopback()) {
            throw new RefusedException(Refusal.UNKNOWN_PATH, "The send log is shown on the server's own machine only.");
        }
        long wanted = stream(target);
        ObjectNode root = JSON.createObjectNode();
        ArrayNode sends = root.putArray("sends");
        SendLog.Reader reader = sendLog.newReader();
        reader.drain((stream, write, events, end, dueNanos, sentNanos) -> {
            if ((wanted == 0 || stream == wanted) && sends.size() < MAX_SENDS) {
                sends.addObject()
                        .put("stream", stream)
                        .put("write", write)
                        .put("events", events)
                        .put("bytes", end)
                        .put("dueNanos", dueNanos)
                        .put("sentNanos", sentNanos);
            }
        });
        return root;
    }

    /** The stream that is asked for; 0, which no stream has, for all. */
    private static long stream(Target target) throws RefusedException {
        String value = target.parameter("stream").orElse("0");
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new RefusedException(
                    Refusal.BAD_REQUEST, "Parameter stream is '" + value + "': expected the number of a stream.");
        }
    }
}
