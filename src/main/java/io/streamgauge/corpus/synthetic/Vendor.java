package io.streamgauge.corpus.synthetic;

import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.Framing;
import java.util.Map;

/** Who sends: folder, content type, headers and path of each provider. */
enum Vendor {
    OPENAI("openai", "text/event-stream; charset=utf-8", VendorHeaders.OPENAI, ""),
    AZURE("azure", "text/event-stream; charset=utf-8", VendorHeaders.AZURE, "/openai"),
    ANTHROPIC("anthropic", "text/event-stream; charset=utf-8", VendorHeaders.ANTHROPIC, ""),
    GEMINI("gemini", "text/event-stream", VendorHeaders.GOOGLE, ""),
    VERTEX("vertex", "text/event-stream", VendorHeaders.GOOGLE, ""),
    GROQ("groq", "text/event-stream", VendorHeaders.GROQ, "/openai"),
    MISTRAL("mistral", "text/event-stream; charset=utf-8", VendorHeaders.MISTRAL, ""),
    DEEPSEEK("deepseek", "text/event-stream; charset=utf-8", VendorHeaders.CLOUDFRONT, ""),
    XAI("xai", "text/event-stream", VendorHeaders.PLAIN, ""),
    OPENROUTER("openrouter", "text/event-stream", VendorHeaders.OPENROUTER, "/api"),
    PERPLEXITY("perplexity", "text/event-stream", VendorHeaders.CLOUDFLARE, ""),
    TOGETHER("together", "text/event-stream;charset=utf-8", VendorHeaders.CLOUDFLARE, ""),
    FIREWORKS("fireworks", "text/event-stream; charset=utf-8", VendorHeaders.CLOUDFLARE, "/inference"),
    ALIBABA("alibaba", "text/event-stream;charset=UTF-8", VendorHeaders.PLAIN, "/compatible-mode"),
    MOONSHOT("moonshot", "text/event-stream; charset=utf-8", VendorHeaders.PLAIN, ""),
    ZAI("zai", "text/event-stream;charset=UTF-8", VendorHeaders.PLAIN, "/api/paas"),
    WRITER("writer", "text/event-stream", VendorHeaders.PLAIN, ""),
    CLOUDFLARE("cloudflare", "text/event-stream", VendorHeaders.CLOUDFLARE, ""),
    SNOWFLAKE("snowflake", "text/event-stream", VendorHeaders.PLAIN, "/api/v2/cortex"),
    HUGGINGFACE("huggingface", "text/event-stream;charset=utf-8", VendorHeaders.HUGGINGFACE, ""),
    DATABRICKS("databricks", "text/event-stream", VendorHeaders.PLAIN, "/serving-endpoints"),
    VLLM("vllm", "text/event-stream; charset=utf-8", VendorHeaders.UVICORN, ""),
    SGLANG("sglang", "text/event-stream; charset=utf-8", VendorHeaders.UVICORN, ""),
    LLAMA_CPP("llama-cpp", "text/event-stream", VendorHeaders.LLAMA_CPP, ""),
    GPUSTACK("gpustack", "text/event-stream", VendorHeaders.UVICORN, ""),
    LMSTUDIO("lmstudio", "text/event-stream", VendorHeaders.EXPRESS, ""),
    OLLAMA("ollama", "application/x-ndjson", VendorHeaders.NONE, ""),
    GATEWAY("openai-compatible", "text/event-stream", VendorHeaders.PLAIN, ""),
    COPILOT("github-copilot", "text/event-stream", VendorHeaders.PLAIN, ""),
    BEDROCK("bedrock", "text/event-stream", VendorHeaders.AMAZON, "/openai"),
    COHERE("cohere", "text/event-stream", VendorHeaders.COHERE, ""),
    WATSONX("watsonx", "text/event-stream", VendorHeaders.PLAIN, "/ml"),
    REPLICATE("replicate", "text/event-stream; charset=utf-8", VendorHeaders.CLOUDFLARE, ""),
    MCP("mcp", "text/event-stream", VendorHeaders.MCP, "");

    private final String folder;
    private final String contentType;
    private final VendorHeaders headers;
    private final String prefix;

    Vendor(String folder, String contentType, VendorHeaders headers, String prefix) {
        this.folder = folder;
        this.contentType = contentType;
        this.headers = headers;
        this.prefix = prefix;
    }

    /** The name of the provider, and of its folder. */
    String folder() {
        return folder;
    }

    /** The content type of its streams of this dialect. */
    String contentType(Dialect dialect) {
        // Ollama's own protocols have their own type; its streams of OpenAI's protocol have the common one.
        boolean isOwn = dialect.framing() == Framing.SSE && this != OLLAMA;
        return isOwn ? contentType : dialect.framing().contentType();
    }

    /** Invented values in the headers that the provider sends, names in lower case. */
    Map<String, String> headers(Dice dice) {
        return headers.invent(dice);
    }

    /** Where a request for a stream of this dialect goes. */
    String path(Dialect dialect, String model) {
        return switch (dialect) {
            case OPENAI_CHAT -> chatPath(model);
            case OPENAI_COMPLETIONS -> prefix + "/v1/completions";
            case OPENAI_RESPONSES -> prefix + "/v1/responses";
            case OPENAI_ASSISTANTS -> "/v1/threads/thread_synthetic/runs";
            case ANTHROPIC_MESSAGES ->
                this == VERTEX ? publisherPath("anthropic", model, "streamRawPredict") : "/v1/messages";
            case ANTHROPIC_COMPLETE -> "/v1/complete";
            case GEMINI -> geminiPath(model) + "?alt=sse";
            case GEMINI_JSON_ARRAY -> geminiPath(model);
            case GEMINI_INTERACTIONS -> "/v1beta/interactions?alt=sse";
            case OLLAMA_CHAT -> "/api/chat";
            case OLLAMA_GENERATE -> "/api/generate";
            case COHERE_V2 -> "/v2/chat";
            case OTHER_SSE -> otherPath();
        };
    }

    private String chatPath(String model) {
        return switch (this) {
            case AZURE -> "/openai/deployments/" + model + "/chat/completions?api-version=2024-10-21";
            case ZAI -> prefix + "/v4/chat/completions";
            case SNOWFLAKE -> prefix + "/inference:complete";
            case DATABRICKS, PERPLEXITY -> prefix + "/chat/completions";
            case WRITER -> "/v1/chat";
            case GEMINI -> "/v1beta/openai/chat/completions";
            default -> prefix + "/v1/chat/completions";
        };
    }

    private String geminiPath(String model) {
        return this == VERTEX
                ? publisherPath("google", model, "streamGenerateContent")
                : "/v1beta/models/" + model + ":streamGenerateContent";
    }

    private static String publisherPath(String publisher, String model, String method) {
        return "/v1/projects/synthetic/locations/global/publishers/" + publisher + "/models/" + model + ':' + method;
    }

    private String otherPath() {
        return switch (this) {
            case WATSONX -> "/ml/v1/text/generation_stream?version=2024-03-14";
            case WRITER -> "/v1/completions";
            case MCP -> "/mcp";
            default -> "/stream";
        };
    }
}
