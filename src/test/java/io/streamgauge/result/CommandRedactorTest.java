package io.streamgauge.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRedactorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--key=S3CR3T                                     | --key=***",
                "--api-key=S3CR3T                                 | --api-key=***",
                "--keyfile=S3CR3T                                 | --keyfile=***",
                "-Dopenai.apiKey=S3CR3T                           | -Dopenai.apiKey=***",
                "OPENAI_API_KEY=S3CR3T                            | OPENAI_API_KEY=***",
                "Authorization: Bearer S3CR3T                     | Authorization: ***",
                "x-goog-api-key: S3CR3T                           | x-goog-api-key: ***",
                "--header=Authorization: Basic S3CR3T==           | --header=Authorization: ***",
                "--header=X-Trace: a                              | --header=X-Trace: a",
                "https://user:S3CR3T@host/v1                      | https://***@host/v1",
                "https://S3CR3T@host:8443/v1?x=1                  | https://***@host:8443/v1?x=1",
                "https://host/v1?alt=sse&key=S3CR3T&x=1           | https://host/v1?alt=sse&key=***&x=1",
                "https://host/v1?access_token=S3CR3T#a            | https://host/v1?access_token=***#a",
                "--base-url=https://u:S3CR3T@host/?api_key=S3CR3T | --base-url=https://***@host/?api_key=***",
                "{\"api_key\": \"S3CR3T\", \"n\": 1}             | {\"api_key\": \"***\", \"n\": 1}",
                "curl -H 'Bearer S3CR3TS3CR3T' x                  | curl -H 'Bearer ***' x",
                "sk-S3CR3TS3CR3T                                  | ***",
                "see sk-ant-S3CR3T-S3CR3T.                        | see ***.",
                "AIzaS3CR3TS3CR3TS3CR3TS3CR3T                     | ***",
            })
    void whateverLooksLikeASecretIsMasked(String argument, String redacted) {
        assertEquals(redacted, CommandRedactor.redact(argument));
        assertFalse(CommandRedactor.redact(argument).contains("S3CR3T"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--max-tokens=100",
                "--tokens-per-second",
                "https://host/v1/chat/completions?alt=sse",
                "--corpus",
                "corpora/openai-chat/keyboard.sse",
                "-Xmx1g",
                "--model=gpt-5",
                "2026-11-20T09:41:07Z",
            })
    void whatIsNoSecretStays(String argument) {
        assertEquals(argument, CommandRedactor.redact(argument));
    }

    @Test
    void theValueAfterASecretOptionIsMaskedWhateverItIs() {
        List<String> arguments = List.of("stream", "--key", "S3CR3T", "--api-key", "--S3CR3T", "--model", "m");
        assertEquals("stream --key *** --api-key *** --model m", CommandRedactor.commandLine(arguments));
    }

    @Test
    void aShellTakesTheLineApartAsItWas() {
        List<String> arguments = List.of("run", "--name", "it's two words", "", "a$b", "*.sse");
        assertEquals("run --name 'it'\\''s two words' '' 'a$b' '*.sse'", CommandRedactor.commandLine(arguments));
    }

    @Test
    void longHostileTextTakesNoLongerThanItIsLong() {
        String text = "://" + "a".repeat(200_000) + "=".repeat(1_000) + "-_".repeat(50_000);
        assertEquals(text.length(), CommandRedactor.redact(text).length());
    }
}
