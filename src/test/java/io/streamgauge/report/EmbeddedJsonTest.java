package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmbeddedJsonTest {
    private final JsonNode document = Samples.run();
    private final int size = document.toString().length();

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aDocumentUpToTheLimitIsEmbeddedWhole(int below) {
        EmbeddedJson embedded = EmbeddedJson.of("run.json", document, size + below, 2 * size);
        assertEquals(document, new JsonMapper().readTree(embedded.json()));
        assertEquals("", embedded.note());
    }

    @Test
    void beyondItHistogramsAndWireBytesGoFirstAndThePageSaysSo() {
        EmbeddedJson embedded = EmbeddedJson.of("run.json", document, size - 1, 2 * size);
        JsonNode lean = new JsonMapper().readTree(embedded.json());
        assertFalse(embedded.json().contains("histograms") || embedded.json().contains("inputHex"));
        assertEquals(document.path("stages").path("bench"), lean.path("stages").path("bench"));
        assertTrue(embedded.note().contains("histograms and wire bytes are left out"), embedded.note());
        assertFalse(embedded.note().contains("still"));
        assertTrue(document.toString().contains("histograms"), "the document itself is untouched");
    }

    @Test
    void aPageThatIsStillHeavySaysSo() {
        assertTrue(EmbeddedJson.of("run.json", document, 100, 2 * size).note().contains("What is left still takes"));
    }

    @Test
    void beyondTheLastLimitNothingIsEmbedded() {
        EmbeddedJson embedded = EmbeddedJson.of("run.json", document, 100, 1_000);
        assertEquals("", embedded.json());
        assertTrue(embedded.note().endsWith("is not embedded; it stands in run.json."), embedded.note());
    }

    @Test
    void lengthIsCountedWithoutHoldingTheText() {
        for (int limit : new int[] {0, 1, size - 1, size, size + 1}) {
            BoundedJson json = BoundedJson.of(document, limit);
            assertEquals(size, json.length());
            assertEquals(document.toString().substring(0, Math.min(limit, size)), json.text());
            assertEquals(limit >= size, json.complete());
        }
    }
}
