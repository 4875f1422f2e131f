package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.OLLAMA_CHAT;
import static io.streamgauge.provider.Dialect.OLLAMA_GENERATE;

import io.streamgauge.provider.Dialect;
import java.util.function.BiConsumer;

/** What Ollama sends on its own endpoints: a line of JSON for each token. */
final class OllamaTakes {
    private OllamaTakes() {}

    static void record(Studio studio) {
        chat(studio, "chat-text", Pacing.LOCAL_REGULAR, (take, stream) -> {
            take.about("text", "synthetic-llama:8b");
            stream.text(Texts.of("bread"));
            stream.done("stop");
        });
        chat(studio, "chat-code", Pacing.LOCAL_FAST, (take, stream) -> {
            take.about("text", "synthetic-gemma:1b");
            take.features("unicode-escapes");
            stream.text(Texts.of("ring-buffer") + "\n\nSeparators are escaped here:\u2028<\u2029> & so on.");
            stream.done("length");
        });
        chat(studio, "chat-thinking-long", Pacing.LOCAL_BIMODAL, (take, stream) -> {
            take.about("reasoning", "synthetic-qwen:latest");
            stream.thinking(Texts.of("reasoning-shelves"));
            stream.text(Texts.of("shelves", "almanac"));
            stream.done("stop");
        });
        chat(studio, "chat-tool-calls", Pacing.LOCAL_REGULAR, OllamaTakes::toolCalls);
        chat(studio, "chat-tool-calls-old", Pacing.LOCAL_REGULAR, OllamaTakes::oldToolCalls);
        chat(studio, "chat-error", Pacing.LOCAL_REGULAR, OllamaTakes::error);
        chat(studio, "chat-truncated", Pacing.LOCAL_REGULAR, OllamaTakes::truncated);
        generate(studio, "generate-text", Pacing.LOCAL_REGULAR, (take, stream) -> {
            take.about("text", "synthetic-llama:8b");
            stream.text(Texts.of("haiku", "bridge"));
            stream.done("stop");
        });
        generate(studio, "generate-thinking", Pacing.LOCAL_BIMODAL, (take, stream) -> {
            take.about("reasoning", "synthetic-qwen:latest");
            stream.thinking(Texts.of("reasoning-ferry"));
            stream.text(Texts.of("ferry"));
            stream.done("stop");
        });
    }

    private static void chat(Studio studio, String name, Pacing pacing, BiConsumer<Take, OllamaStream> play) {
        record(studio, OLLAMA_CHAT, name, pacing, play);
    }

    private static void generate(Studio studio, String name, Pacing pacing, BiConsumer<Take, OllamaStream> play) {
        record(studio, OLLAMA_GENERATE, name, pacing, play);
    }

    private static void record(
            Studio studio, Dialect dialect, String name, Pacing pacing, BiConsumer<Take, OllamaStream> play) {
        studio.record(
                Vendor.OLLAMA,
                dialect,
                name,
                pacing,
                take -> play.accept(take, new OllamaStream(take, dialect == OLLAMA_CHAT)));
    }

    private static void toolCalls(Take take, OllamaStream stream) {
        take.about("parallel-tools", "synthetic-llama:8b");
        take.features("whole-tool-calls");
        stream.thinking("Two questions, two tools.");
        stream.call(0, Tools.charter("call_" + take.dice.id(8)));
        stream.call(1, Tools.weather("call_" + take.dice.id(8), "Lübeck"));
        stream.done("stop");
    }

    /** Neither id nor index. */
    private static void oldToolCalls(Take take, OllamaStream stream) {
        take.about("parallel-tools", "synthetic-granite:8b");
        take.features("whole-tool-calls", "tool-calls-without-id", "tool-calls-without-index");
        stream.oldCalls(Tools.tide("").withId(null), Tools.list("").withId(null));
        stream.done("stop");
    }

    private static void error(Take take, OllamaStream stream) {
        take.about("error", "synthetic-llama:8b");
        stream.text("The harbour wakes before the");
        stream.error("model runner has unexpectedly stopped, this may be due to resource limitations");
    }

    private static void truncated(Take take, OllamaStream stream) {
        take.about("text", "synthetic-llama:8b");
        take.features("truncated");
        stream.text("Follow the canal as far as the iron");
        stream.cut();
    }
}
