package io.streamgauge.server;

/** Whose manners an endpoint has: the shape of its errors and lists. */
enum Vendor {
    OPENAI,
    AZURE,
    ANTHROPIC,
    GEMINI,
    OLLAMA,
    COHERE
}
