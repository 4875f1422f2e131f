package io.streamgauge.corpus.synthetic;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The response headers of each kind of server, with invented values. What the connection itself decides (content type,
 * length, transfer encoding) is not among them, nor are cookies.
 */
enum VendorHeaders {
    NONE {
        @Override
        void invent(Dice dice, Map<String, String> headers) {}
    },
    PLAIN {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("cache-control", "no-cache");
            headers.put("x-request-id", dice.uuid());
        }
    },
    OPENAI {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("openai-organization", "synthetic-org");
            headers.put("openai-processing-ms", String.valueOf(dice.between(180, 900)));
            headers.put("openai-project", "proj_" + dice.id(24));
            headers.put("openai-version", "2020-10-01");
            headers.put("x-request-id", "req_" + dice.hex(32));
            limit(dice, headers, "requests", 10_000, "6ms");
            limit(dice, headers, "tokens", 2_000_000, "12ms");
            headers.put("x-envoy-upstream-service-time", String.valueOf(dice.between(200, 950)));
            headers.put("strict-transport-security", "max-age=31536000; includeSubDomains; preload");
            cloudflare(dice, headers);
        }

        private void limit(Dice dice, Map<String, String> headers, String what, int limit, String reset) {
            headers.put("x-ratelimit-limit-" + what, String.valueOf(limit));
            headers.put("x-ratelimit-remaining-" + what, String.valueOf(limit - dice.between(1, limit / 100)));
            headers.put("x-ratelimit-reset-" + what, reset);
        }
    },
    AZURE {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("apim-request-id", dice.uuid());
            headers.put("x-request-id", dice.uuid());
            headers.put("x-ms-region", "Synthetic North");
            headers.put("x-ms-rai-invoked", "true");
            headers.put("azureml-model-session", "d" + dice.digits(17));
            headers.put("x-ratelimit-remaining-requests", String.valueOf(dice.between(100, 999)));
            headers.put("x-ratelimit-remaining-tokens", String.valueOf(dice.between(50_000, 99_999)));
            headers.put("x-accel-buffering", "no");
        }
    },
    ANTHROPIC {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("cache-control", "no-cache");
            headers.put("request-id", "req_01" + dice.id(22));
            headers.put("anthropic-organization-id", dice.uuid());
            for (String what : new String[] {"requests", "input-tokens", "output-tokens"}) {
                headers.put("anthropic-ratelimit-" + what + "-limit", "80000");
                headers.put("anthropic-ratelimit-" + what + "-remaining", String.valueOf(dice.between(40, 79) * 1000));
                headers.put("anthropic-ratelimit-" + what + "-reset", "2026-06-01T09:00:" + dice.between(10, 59) + "Z");
            }
            headers.put("x-envoy-upstream-service-time", String.valueOf(dice.between(400, 1200)));
            headers.put("server-timing", "proxy;dur=" + dice.between(400, 1200));
            cloudflare(dice, headers);
        }
    },
    GOOGLE {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("content-disposition", "attachment");
            headers.put("vary", "Origin");
            headers.put("server", "scaffolding on HTTPServer2");
            headers.put("server-timing", "gfet4t7; dur=" + dice.between(600, 1500));
            headers.put("x-xss-protection", "0");
            headers.put("x-frame-options", "SAMEORIGIN");
            headers.put("alt-svc", "h3=\":443\"; ma=2592000");
        }
    },
    GROQ {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("cache-control", "no-cache");
            headers.put("vary", "Origin");
            headers.put("x-groq-region", "syn");
            headers.put("x-request-id", "req_01" + dice.id(24).toLowerCase(Locale.ROOT));
            headers.put("x-ratelimit-remaining-tokens", String.valueOf(dice.between(5_000, 9_999)));
            cloudflare(dice, headers);
        }
    },
    MISTRAL {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("mistral-correlation-id", dice.uuid());
            headers.put("x-envoy-upstream-service-time", String.valueOf(dice.between(90, 400)));
            cloudflare(dice, headers);
        }
    },
    CLOUDFRONT {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("cache-control", "no-cache");
            headers.put("vary", "origin, access-control-request-method, access-control-request-headers");
            headers.put("x-ds-trace-id", dice.hex(32));
            headers.put("x-amz-cf-id", dice.id(52) + "==");
        }
    },
    OPENROUTER {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("access-control-allow-origin", "*");
            headers.put("cache-control", "no-cache");
            headers.put("x-generation-id", "gen-" + dice.digits(10) + '-' + dice.id(20));
            headers.put("x-provider-name", "Synthetic");
            headers.put("permissions-policy", "payment=()");
            cloudflare(dice, headers);
        }
    },
    CLOUDFLARE {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            cloudflare(dice, headers);
        }
    },
    HUGGINGFACE {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("x-request-id", "Root=1-" + dice.hex(8) + '-' + dice.hex(24));
            headers.put("retry-after", "30");
        }
    },
    UVICORN {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("server", "uvicorn");
        }
    },
    LLAMA_CPP {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("server", "llama.cpp");
            headers.put("access-control-allow-origin", "");
        }
    },
    EXPRESS {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("x-powered-by", "Express");
            headers.put("cache-control", "no-cache");
        }
    },
    AMAZON {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("x-amzn-requestid", dice.uuid());
        }
    },
    COHERE {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("x-debug-trace-id", dice.hex(32));
            headers.put("x-accel-expires", "0");
            headers.put("x-envoy-upstream-service-time", String.valueOf(dice.between(20, 90)));
            headers.put("via", "1.1 google");
            headers.put("server", "envoy");
        }
    },
    MCP {
        @Override
        void invent(Dice dice, Map<String, String> headers) {
            headers.put("cache-control", "no-cache, no-transform");
            headers.put("mcp-session-id", dice.hex(32));
        }
    };

    abstract void invent(Dice dice, Map<String, String> headers);

    /** One server's headers, names in lower case. */
    final Map<String, String> invent(Dice dice) {
        Map<String, String> headers = new LinkedHashMap<>();
        invent(dice, headers);
        return headers;
    }

    private static void cloudflare(Dice dice, Map<String, String> headers) {
        headers.put("cf-ray", dice.hex(16) + "-SYN");
        headers.put("cf-cache-status", "DYNAMIC");
        headers.put("server", "cloudflare");
        headers.put("x-content-type-options", "nosniff");
    }
}
