package io.streamgauge.server;

import io.streamgauge.provider.Dialect;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The recordings as each vendor lists its models: the id to ask with is the recording's name. */
final class ModelLists {
    private static final Pattern GEMINI_PATH = Pattern.compile("/v1beta/models(?:/(.+))?");
    private static final Pattern PATH = Pattern.compile("(?:/.*)?/models(?:/(.+))?");

    private static final Set<Dialect> OPENAI = EnumSet.of(
            Dialect.OPENAI_CHAT, Dialect.OPENAI_COMPLETIONS, Dialect.OPENAI_RESPONSES, Dialect.OPENAI_ASSISTANTS);
    private static final Set<Dialect> ANTHROPIC = EnumSet.of(Dialect.ANTHROPIC_MESSAGES, Dialect.ANTHROPIC_COMPLETE);
    private static final Set<Dialect> GEMINI =
            EnumSet.of(Dialect.GEMINI, Dialect.GEMINI_JSON_ARRAY, Dialect.GEMINI_INTERACTIONS);
    private static final Set<Dialect> OLLAMA = EnumSet.of(Dialect.OLLAMA_CHAT, Dialect.OLLAMA_GENERATE);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Library library;

    ModelLists(Library library) {
        this.library = library;
    }

    /** The list, or the one model, at a path that a vendor has it at. */
    Optional<ObjectNode> at(String path, boolean toAnthropic) throws RefusedException {
        Matcher gemini = GEMINI_PATH.matcher(path);
        if (gemini.matches()) {
            return Optional.of(gemini.group(1) == null ? geminiList() : gemini(find(GEMINI, gemini.group(1))));
        }
        Matcher other = PATH.matcher(path);
        if (!other.matches()) {
            return Optional.empty();
        }
        if (other.group(1) == null) {
            return Optional.of(toAnthropic ? anthropicList() : openAiList());
        }
        return Optional.of(
                toAnthropic ? anthropic(find(ANTHROPIC, other.group(1))) : openAi(find(OPENAI, other.group(1))));
    }

    private List<ServedRecording> of(Set<Dialect> dialects) {
        return library.all().stream()
                .map(ReplayBody::recording)
                .filter(recording -> dialects.contains(recording.dialect()))
                .toList();
    }

    private ServedRecording find(Set<Dialect> dialects, String name) throws RefusedException {
        return library.byName(name)
                .map(ReplayBody::recording)
                .filter(recording -> dialects.contains(recording.dialect()))
                .orElseThrow(
                        () -> new RefusedException(Refusal.UNKNOWN_MODEL, "The model `" + name + "` does not exist."));
    }

    private ObjectNode openAiList() {
        ObjectNode root = JSON.createObjectNode().put("object", "list");
        ArrayNode data = root.putArray("data");
        of(OPENAI).forEach(recording -> data.add(openAi(recording)));
        return root;
    }

    private static ObjectNode openAi(ServedRecording recording) {
        return JSON.createObjectNode()
                .put("id", recording.name())
                .put("object", "model")
                .put("created", WholeAnswer.CREATED_SECONDS)
                .put("owned_by", "streamgauge");
    }

    private ObjectNode anthropicList() {
        List<ServedRecording> recordings = of(ANTHROPIC);
        ObjectNode root = JSON.createObjectNode();
        ArrayNode data = root.putArray("data");
        recordings.forEach(recording -> data.add(anthropic(recording)));
        root.put("has_more", false);
        if (recordings.isEmpty()) {
            return root.putNull("first_id").putNull("last_id");
        }
        return root.put("first_id", recordings.get(0).name())
                .put("last_id", recordings.get(recordings.size() - 1).name());
    }

    private static ObjectNode anthropic(ServedRecording recording) {
        return JSON.createObjectNode()
                .put("type", "model")
                .put("id", recording.name())
                .put("display_name", recording.name())
                .put("created_at", WholeAnswer.CREATED_AT);
    }

    private ObjectNode geminiList() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode models = root.putArray("models");
        of(GEMINI).forEach(recording -> models.add(gemini(recording)));
        return root;
    }

    private static ObjectNode gemini(ServedRecording recording) {
        ObjectNode model = JSON.createObjectNode()
                .put("name", "models/" + recording.name())
                .put("displayName", recording.name());
        model.putArray("supportedGenerationMethods").add("generateContent").add("streamGenerateContent");
        return model;
    }

    /** What {@code GET /api/tags} gives. */
    ObjectNode ollama() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode models = root.putArray("models");
        of(OLLAMA).forEach(recording -> models.add(ollama(recording)));
        return root;
    }

    private static ObjectNode ollama(ServedRecording recording) {
        ObjectNode model = JSON.createObjectNode()
                .put("name", recording.name())
                .put("model", recording.name())
                .put("modified_at", WholeAnswer.CREATED_AT)
                .put("size", recording.body().remaining())
                .put("digest", sha256(recording.body()));
        model.putObject("details").put("parent_model", "").put("format", "gguf").put("family", "recording");
        return model;
    }

    private static String sha256(ByteBuffer body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(body);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
