package io.streamgauge.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class ErrorBodiesTest {
    private static String body(Vendor vendor, Refusal refusal) {
        return new String(ErrorBodies.body(vendor, refusal, "No.", "req_1"), UTF_8).replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            OPENAI|{'error':{'message':'No.','type':'invalid_request_error','param':null,'code':'model_not_found'}}
            AZURE|{'error':{'message':'No.','type':'invalid_request_error','param':null,'code':'DeploymentNotFound'}}
            ANTHROPIC|{'type':'error','error':{'type':'not_found_error','message':'No.'},'request_id':'req_1'}
            GEMINI|{'error':{'code':404,'message':'No.','status':'NOT_FOUND'}}
            OLLAMA|{'error':'No.'}
            COHERE|{'id':'req_1','message':'No.'}
            """)
    void anUnknownModelIsRefusedInEachVendorsWords(Vendor vendor, String expected) {
        assertEquals(expected, body(vendor, Refusal.UNKNOWN_MODEL));
        assertEquals(404, ErrorBodies.status(vendor, Refusal.UNKNOWN_MODEL));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalHasABodyAtEveryVendor(Refusal refusal) {
        for (Vendor vendor : Vendor.values()) {
            byte[] body = ErrorBodies.body(vendor, refusal, "\u0000 \\ é", "req_1");
            assertEquals(true, JsonMapper.shared().readTree(body).isObject());
        }
    }

    @Test
    void anOverloadedAnthropicHasAStatusOfItsOwn() {
        assertEquals(529, ErrorBodies.status(Vendor.ANTHROPIC, Refusal.OVERLOADED));
        assertEquals(503, ErrorBodies.status(Vendor.OPENAI, Refusal.OVERLOADED));
    }
}
