package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectGuessTest {
    private static Optional<Dialect> guess(String body) {
        return DialectGuess.of(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OPENAI_CHAT         | data: {"choices":[]}~~
            OPENAI_CHAT         | : OPENROUTER PROCESSING~~data: {"id":"x","choices":[]}~~
            OPENAI_COMPLETIONS  | data: {"object":"text_completion","choices":[]}~~
            OPENAI_RESPONSES    | data: {"type":"response.created"}~event: response.created~~
            OPENAI_ASSISTANTS   | event: thread.run.created~data: {"object":"thread.run"}~~
            ANTHROPIC_MESSAGES  | event: message_start~data: {"type":"message_start"}~~
            ANTHROPIC_MESSAGES  | event: ping~data: {"type":"ping"}~~event: content_block_delta~data: {"index":0}~~
            ANTHROPIC_COMPLETE  | event: completion~data: {"type":"completion","completion":" a"}~~
            GEMINI              | data: {"candidates": []}~~
            GEMINI_JSON_ARRAY   | [{"candidates": []}]
            GEMINI_INTERACTIONS | data: {"event_type":"interaction.start"}~~
            OLLAMA_CHAT         | {"message":{"content":""},"done":false}~
            OLLAMA_GENERATE     | {"response":"a","done":false}~
            COHERE_V2           | event: message-start~data: {"type":"message-start"}~~
            """)
    void theFirstTypicalEventTellsTheDialect(Dialect expected, String body) {
        assertEquals(Optional.of(expected), guess(body.replace('~', '\n')));
    }

    @Test
    void aBodyWithoutATypicalEventIsNotGuessed() {
        assertEquals(Optional.empty(), guess(""));
        assertEquals(Optional.empty(), guess("data: [DONE]\n\n"));
        assertEquals(Optional.empty(), guess("{\"error\":\"no\"}\n"));
        assertEquals(Optional.empty(), guess("<html>"));
    }
}
