package io.streamgauge.server;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Refusals in each vendor's own words, as their services send them. */
final class ErrorBodies {
    /** Anthropic's own status for a service that is overloaded. */
    static final int ANTHROPIC_OVERLOADED = 529;

    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorBodies() {}

    /** The status with which a vendor refuses. */
    static int status(Vendor vendor, Refusal refusal) {
        return vendor == Vendor.ANTHROPIC && refusal == Refusal.OVERLOADED ? ANTHROPIC_OVERLOADED : refusal.status();
    }

    /** The body of an answer with any status that is no success. */
    static byte[] body(Vendor vendor, int status, String requestId) {
        Refusal refusal = Refusal.ofStatus(status);
        return body(vendor, status, refusal, refusal.standardMessage(), requestId);
    }

    /**
     * The answer's body.
     *
     * @param requestId what the vendors that number their requests call this one
     */
    static byte[] body(Vendor vendor, Refusal refusal, String message, String requestId) {
        return body(vendor, refusal.status(), refusal, message, requestId);
    }

    private static byte[] body(Vendor vendor, int status, Refusal refusal, String message, String requestId) {
        ObjectNode root = JSON.createObjectNode();
        switch (vendor) {
            case OPENAI, AZURE -> openAi(root.putObject("error"), vendor, refusal, message);
            case ANTHROPIC -> anthropic(root, refusal, message, requestId);
            case GEMINI ->
                root.putObject("error")
                        .put("code", status)
                        .put("message", message)
                        .put("status", geminiStatus(refusal));
            case OLLAMA -> root.put("error", message);
            case COHERE -> root.put("id", requestId).put("message", message);
        }
        return JSON.writeValueAsBytes(root);
    }

    private static void openAi(ObjectNode error, Vendor vendor, Refusal refusal, String message) {
        error.put("message", message).put("type", openAiType(refusal));
        error.putNull("param");
        switch (refusal) {
            case WRONG_KEY -> error.put("code", vendor == Vendor.AZURE ? "401" : "invalid_api_key");
            case RATE_LIMITED -> error.put("code", "rate_limit_exceeded");
            case UNKNOWN_MODEL -> error.put("code", vendor == Vendor.AZURE ? "DeploymentNotFound" : "model_not_found");
            case UNKNOWN_PATH -> error.put("code", "unknown_url");
            default -> error.putNull("code");
        }
    }

    private static String openAiType(Refusal refusal) {
        if (refusal == Refusal.RATE_LIMITED) {
            return "requests";
        }
        return refusal.status() < 500 ? "invalid_request_error" : "server_error";
    }

    private static void anthropic(ObjectNode root, Refusal refusal, String message, String requestId) {
        root.put("type", "error");
        root.putObject("error").put("type", anthropicType(refusal)).put("message", message);
        root.put("request_id", requestId);
    }

    private static String anthropicType(Refusal refusal) {
        return switch (refusal) {
            case WRONG_KEY -> "authentication_error";
            case FORBIDDEN -> "permission_error";
            case UNKNOWN_MODEL, UNKNOWN_PATH -> "not_found_error";
            case RATE_LIMITED -> "rate_limit_error";
            case TOO_SLOW -> "timeout_error";
            case BODY_TOO_LARGE -> "request_too_large";
            case OVERLOADED -> "overloaded_error";
            case INTERNAL -> "api_error";
            default -> "invalid_request_error";
        };
    }

    private static String geminiStatus(Refusal refusal) {
        return switch (refusal) {
            case WRONG_KEY -> "UNAUTHENTICATED";
            case FORBIDDEN -> "PERMISSION_DENIED";
            case UNKNOWN_MODEL, UNKNOWN_PATH -> "NOT_FOUND";
            case RATE_LIMITED -> "RESOURCE_EXHAUSTED";
            case TOO_SLOW -> "DEADLINE_EXCEEDED";
            case OVERLOADED -> "UNAVAILABLE";
            case INTERNAL -> "INTERNAL";
            default -> "INVALID_ARGUMENT";
        };
    }
}
