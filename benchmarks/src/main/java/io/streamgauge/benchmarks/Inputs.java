package io.streamgauge.benchmarks;

import java.util.List;

/** The inputs by name. */
public final class Inputs {
    /** The synthetic steady streams, in the order in which reports show them. */
    public static final List<String> STEADY = List.of("openai", "tools", "responses", "anthropic", "gemini", "ollama");

    private Inputs() {}

    /** The input of this name. */
    public static StreamInput named(String name) {
        return switch (name) {
            case "openai" -> SteadyStreams.openAiChat();
            case "tools" -> SteadyStreams.openAiTools();
            case "responses" -> SteadyStreams.openAiResponses();
            case "anthropic" -> SteadyStreams.anthropicMessages();
            case "gemini" -> SteadyStreams.gemini();
            case "ollama" -> SteadyStreams.ollamaChat();
            default -> throw new IllegalArgumentException("no input " + name + "; there are " + STEADY);
        };
    }
}
