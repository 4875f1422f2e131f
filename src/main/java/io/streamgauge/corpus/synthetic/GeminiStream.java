package io.streamgauge.corpus.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Speaks Gemini's generated content: few and large chunks, each with the usage so far, as events or as the elements of
 * one array.
 */
final class GeminiStream {
    /** Roughly what real streams have: some seventy letters in a chunk. */
    private static final double TOKENS_PER_CHUNK = 18;

    private final Take take;
    private final boolean asArray;
    private final String responseId;
    private final List<Map<String, @Nullable Object>> more = new ArrayList<>();
    private final int promptTokens;
    private int textTokens;
    private int thoughtTokens;
    private boolean opened;

    private GeminiStream(Take take, boolean asArray) {
        this.take = take;
        this.asArray = asArray;
        responseId = take.dice.id(22);
        promptTokens = take.dice.between(8, 240);
    }

    /** As events, whose lines end with CR LF. */
    static GeminiStream events(Take take) {
        take.wire.useCrLf();
        return new GeminiStream(take, false);
    }

    /** As one JSON array, printed for people. */
    static GeminiStream array(Take take) {
        return new GeminiStream(take, true);
    }

    /** Adds members to the next candidate, such as what it is grounded on. */
    GeminiStream withNext(Map<String, @Nullable Object> members) {
        more.add(members);
        return this;
    }

    void thoughts(String text) {
        for (String piece : take.chunker.paragraphs(text)) {
            take.said.choice(0).reasoning(piece);
            thoughtTokens += take.chunker.count(piece);
            part(Json.object("text", piece, "thought", true));
        }
    }

    void text(String text) {
        take.chunker.deltas(text, TOKENS_PER_CHUNK).forEach(this::say);
    }

    void say(String piece) {
        note(0, piece);
        part(Json.object("text", piece));
    }

    void note(int choice, String piece) {
        take.said.choice(choice).text(piece);
        textTokens += take.chunker.count(piece);
    }

    /** A function call, whole. */
    Map<String, @Nullable Object> call(ToolUse call) {
        take.said.choice(0).call(call, SaidCall.Form.OBJECT);
        textTokens += take.chunker.count(call.raw());
        return functionCall(call);
    }

    static Map<String, @Nullable Object> functionCall(ToolUse call) {
        return Json.object(
                "functionCall",
                Json.object(
                        "name",
                        call.name(),
                        "args",
                        call.arguments(),
                        "id",
                        call.id() == null ? Json.ABSENT : call.id()));
    }

    String signature() {
        return take.dice.base64(take.dice.between(180, 460));
    }

    /** A chunk of one candidate with these parts. */
    void part(@Nullable Object... parts) {
        chunk(Json.array(candidate(0, content(parts), null)));
    }

    /** The chunk that says why the first candidate ends. */
    void finish(String reason, @Nullable Object... parts) {
        take.said.choice(0).finish(reason);
        chunk(Json.array(candidate(0, content(parts), reason)));
    }

    static Map<String, @Nullable Object> content(@Nullable Object... parts) {
        return Json.object("parts", Json.array(parts), "role", "model");
    }

    Map<String, @Nullable Object> candidate(int index, @Nullable Object content, @Nullable String finish) {
        Map<String, @Nullable Object> candidate =
                Json.object("content", content, "finishReason", finish == null ? Json.ABSENT : finish, "index", index);
        more.forEach(candidate::putAll);
        more.clear();
        return candidate;
    }

    void chunk(List<@Nullable Object> candidates) {
        Map<String, @Nullable Object> usage = usage();
        take.said.usage(
                Json.object(
                        "input",
                        promptTokens,
                        "output",
                        textTokens == 0 ? Json.ABSENT : textTokens,
                        "total",
                        promptTokens + textTokens + thoughtTokens,
                        "reasoning",
                        thoughtTokens == 0 ? Json.ABSENT : thoughtTokens),
                usage);
        chunk(Json.object("candidates", candidates, "usageMetadata", usage));
    }

    /** A chunk of these members, and of those that every chunk has. */
    void chunk(Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> chunk =
                Json.join(members, Json.object("modelVersion", take.model(), "responseId", responseId));
        if (asArray) {
            element(chunk);
        } else {
            take.wire.event(JsonStyle.GOOGLE.write(chunk));
        }
    }

    private void element(Map<String, @Nullable Object> chunk) {
        take.wire.raw((opened ? ",\r\n" : "[") + JsonStyle.GOOGLE_PRINTED.write(chunk) + '\n', 1);
        opened = true;
    }

    /** The end of the array. */
    void close() {
        take.wire.raw("]", 0);
    }

    private Map<String, @Nullable Object> usage() {
        return Json.object(
                "promptTokenCount",
                promptTokens,
                "candidatesTokenCount",
                textTokens == 0 ? Json.ABSENT : textTokens,
                "totalTokenCount",
                promptTokens + textTokens + thoughtTokens,
                "promptTokensDetails",
                Json.array(Json.object("modality", "TEXT", "tokenCount", promptTokens)),
                "thoughtsTokenCount",
                thoughtTokens == 0 ? Json.ABSENT : thoughtTokens);
    }
}
