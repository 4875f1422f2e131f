package io.streamgauge.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The inputs by name. */
public final class Inputs {
    /** The synthetic steady streams, in the order in which reports show them. */
    public static final List<String> STEADY = List.of("openai", "tools", "responses", "anthropic", "gemini", "ollama");

    /** Tool arguments of growing size, for what must not grow faster than they do. */
    public static final List<String> ARGUMENTS = List.of("tools-1k", "tools-32k", "tools-1m");

    /** One event that takes many reads. */
    public static final List<String> HUGE = List.of("huge-1m", "huge-16m", "huge-64m");

    /** Plain text, to be made into words. */
    public static final List<String> WORDS = List.of("words");

    private static final List<String> SYNTHETIC = joined(List.of(STEADY, ARGUMENTS, WORDS, HUGE));

    /** Not read before it is needed: most benchmarks do not look at recordings. */
    private static final class Recorded {
        static final Optional<RecordedInputs> INPUTS = Optional.ofNullable(
                        System.getProperty(RecordedInputs.FOLDER_PROPERTY))
                .map(folder -> RecordedInputs.in(Path.of(folder)));
    }

    private Inputs() {}

    /** The names of the inputs a question is asked about. */
    static List<String> of(Question question) {
        return switch (question) {
            case PARTIAL_JSON -> ARGUMENTS;
            case BUFFERING -> WORDS;
            case FRAMING, DECODING -> joined(List.of(STEADY, recorded(), HUGE));
            case MESSAGE -> joined(List.of(STEADY, recorded()));
        };
    }

    private static List<String> recorded() {
        return Recorded.INPUTS.map(RecordedInputs::names).orElse(List.of());
    }

    private static List<String> joined(List<List<String>> names) {
        return names.stream().flatMap(List::stream).toList();
    }

    /** The input of this name. */
    public static StreamInput named(String name) {
        return RecordedInputs.isNameOfOne(name) ? recorded(name) : synthetic(name);
    }

    private static StreamInput recorded(String name) {
        return Recorded.INPUTS
                .orElseThrow(() -> new IllegalArgumentException(
                        "no input " + name + " without -D" + RecordedInputs.FOLDER_PROPERTY + "=FOLDER"))
                .named(name);
    }

    private static StreamInput synthetic(String name) {
        return switch (name) {
            case "openai" -> SteadyStreams.openAiChat();
            case "tools" -> SteadyStreams.openAiTools();
            case "responses" -> SteadyStreams.openAiResponses();
            case "anthropic" -> SteadyStreams.anthropicMessages();
            case "gemini" -> SteadyStreams.gemini();
            case "ollama" -> SteadyStreams.ollamaChat();
            case "words" -> ToolArguments.words(name, 64 << 10);
            case "tools-1k" -> ToolArguments.ofSize(name, 1 << 10);
            case "tools-32k" -> ToolArguments.ofSize(name, 32 << 10);
            case "tools-1m" -> ToolArguments.ofSize(name, 1 << 20);
            case "huge-1m" -> HugeEvents.ofSize(name, 1 << 20);
            case "huge-16m" -> HugeEvents.ofSize(name, 16 << 20);
            case "huge-64m" -> HugeEvents.ofSize(name, 64 << 20);
            default -> throw new IllegalArgumentException("no input " + name + "; there are " + SYNTHETIC);
        };
    }
}
