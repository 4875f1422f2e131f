package io.streamgauge.record;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who answers at a host, in the words that corpora use; of hosts that name a customer only the service is kept. */
final class Providers {
    /** The longest name of a provider. */
    static final int MAX_CHARS = 40;

    /** By the end of the host's name. */
    private static final Map<String, String> BY_DOMAIN = new TreeMap<>(Map.ofEntries(
            Map.entry("openai.com", "openai"),
            Map.entry("openai.azure.com", "azure"),
            Map.entry("services.ai.azure.com", "azure"),
            Map.entry("anthropic.com", "anthropic"),
            Map.entry("generativelanguage.googleapis.com", "gemini"),
            Map.entry("aiplatform.googleapis.com", "vertex"),
            Map.entry("amazonaws.com", "bedrock"),
            Map.entry("cohere.com", "cohere"),
            Map.entry("cohere.ai", "cohere"),
            Map.entry("mistral.ai", "mistral"),
            Map.entry("groq.com", "groq"),
            Map.entry("deepseek.com", "deepseek"),
            Map.entry("x.ai", "xai"),
            Map.entry("openrouter.ai", "openrouter"),
            Map.entry("together.xyz", "together"),
            Map.entry("together.ai", "together"),
            Map.entry("fireworks.ai", "fireworks"),
            Map.entry("perplexity.ai", "perplexity"),
            Map.entry("moonshot.ai", "moonshot"),
            Map.entry("moonshot.cn", "moonshot"),
            Map.entry("z.ai", "zai"),
            Map.entry("aliyuncs.com", "alibaba"),
            Map.entry("huggingface.co", "huggingface"),
            Map.entry("replicate.com", "replicate"),
            Map.entry("cerebras.ai", "cerebras"),
            Map.entry("ollama.com", "ollama")));

    private Providers() {}

    /** The provider at a host; {@code local} for this machine, else the host's own name made safe. */
    static String of(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        for (String domain = name; !domain.isEmpty(); domain = parent(domain)) {
            if (BY_DOMAIN.containsKey(domain)) {
                return BY_DOMAIN.getOrDefault(domain, "");
            }
            // Regional hosts put the region in front with a dash: us-east1-aiplatform.googleapis.com.
            int dash = domain.indexOf('-');
            if (dash >= 0 && domain.endsWith("-aiplatform.googleapis.com")) {
                return "vertex";
            }
        }
        return name.equals("localhost") || name.startsWith("127.") || name.equals("::1") ? "local" : safe(name);
    }

    private static String parent(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? "" : domain.substring(dot + 1);
    }

    /** A name of letters, digits and dashes. */
    static String safe(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = plain.substring(0, Math.min(plain.length(), MAX_CHARS)).replaceAll("-+$", "");
        return cut.isEmpty() ? "unknown" : cut;
    }
}
