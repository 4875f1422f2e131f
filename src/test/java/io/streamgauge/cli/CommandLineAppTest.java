package io.streamgauge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineAppTest {
    private static final Path CORPORA = Path.of(System.getProperty("basedir", "."), "../corpora");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        return new CommandLineApp(terminal).run(args);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "serve",
                "record",
                "corpus",
                "corpus verify",
                "corpus list",
                "corpus stats",
                "corpus generate",
                "corpus import",
                "decode",
                "conform",
                "conform parser",
                "load",
                "bench",
                "report"
            })
    void everyCommandHasHelp(String command) {
        assertEquals(0, run((command + " --help").split(" ", -1)));
        assertTrue(out.toString().startsWith("Usage: streamgauge " + command), out.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "bench --bogus",
                "decode --api nope x",
                "corpus",
                "load --url http://a",
                "record --upstream ftp://a --out b"
            })
    void aLineThatIsNotUnderstoodIsOneLineAndExitCodeTwo(String line) {
        assertEquals(2, run(line.split(" ", -1)));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --gap soon | --gap is 'soon': expected a time such as 20ms",
                "serve --gap lognormal(p50=1ms) | --gap is 'lognormal(p50=1ms)': expected lognormal(p50=20ms,p99=80ms)",
                "serve --fault rst@evnt=5 | --fault is 'rst@evnt=5': expected rst followed by @event=N",
                "serve --fault explode | --fault is 'explode': expected one of fin, rst, stall",
                "serve --profile none | --profile is 'none': expected one of local,",
                "serve --burst 3 | --burst is '3': expected a gap or a rate beside it",
                "serve --ttft 2h | --ttft is '2h': expected a time such as",
                "serve --rate 5 --gap 5ms | --rate",
                "load --url http://a --api openai-chat --model m --gap 5ms | --gap shape the fake provider"
            })
    void aPaceOrFaultThatCannotBeReadIsToldByWhatWasExpected(String line, String expected) {
        assertEquals(2, run(line.split(" ", -1)));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(expected), err.toString());
    }

    @Test
    void theListOfFaultsIsTheManualsPage() throws Exception {
        assertEquals(0, run("serve", "--list-faults"));
        assertEquals(Files.readString(CORPORA.resolveSibling("src/site/markdown/faults.md")), out.toString());
    }

    @Test
    void aWholeMessageDecodesWithExitCodeZeroAndACutOneWithOne() {
        assertEquals(0, run("decode", CORPORA.resolve("openai/chat-prose.sse").toString()));
        assertEquals(
                1, run("decode", CORPORA.resolve("openai/chat-truncated.sse").toString()));
    }

    @Test
    void aFolderWithoutRecordingsIsInvalid(@TempDir Path folder) {
        assertEquals(4, run("corpus", "verify", folder.toString()));
    }

    @Test
    void anImportOfNothingIsInvalidAndOneOfAStreamIsVerified(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.yaml"), """
                interactions:
                - request: {method: GET, uri: https://api.example/v1/models}
                  response: {status: {code: 200}, headers: {}, body: {string: x}}
                """);
        String recordings = folder.resolve("out").toString();
        assertEquals(4, run("corpus", "import", folder.toString(), "--out", recordings));
        assertTrue(err.toString().contains("a.yaml, entry 1: an answer to GET"), err.toString());
        assertEquals(3, run("corpus", "import", folder + "/none.har", "--out", recordings));

        Files.writeString(file, """
                interactions:
                - request: {method: POST, uri: https://api.example/v1/chat/completions}
                  response:
                    status: {code: 200}
                    headers: {content-type: [text/event-stream]}
                    body: {string: "data: [DONE]\\n\\n"}
                """);
        assertEquals(0, run("corpus", "import", file.toString(), "--out", recordings));
        assertTrue(out.toString().contains("api-example/openai-chat-0001  200  14 bytes"), out.toString());
        assertEquals(0, run("corpus", "verify", recordings));
    }

    @Test
    void aDifferenceIsToldWithEventAndByteOffset(@TempDir Path folder) throws Exception {
        for (String name : new String[] {"chat-prose.sse", "chat-prose.json", "chat-prose.expected.json"}) {
            Files.copy(CORPORA.resolve("openai").resolve(name), folder.resolve(name));
        }
        assertEquals(0, run("corpus", "verify", folder.toString()));
        Path expected = folder.resolve("chat-prose.expected.json");
        Files.writeString(expected, Files.readString(expected).replaceFirst("The harbour", "A harbour"));

        assertEquals(1, run("corpus", "verify", folder.toString(), "--json", folder + "/corpus.json"));
        assertTrue(out.toString().contains("event 1, byte offset"), out.toString());
        assertTrue(Files.readString(folder.resolve("corpus.json")).contains("streamgauge.corpus/1"));
    }

    @Test
    void aResultThatCannotBeWrittenIsOneLineAndExitCodeThree(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "");
        assertEquals(3, run("conform", "parser", "--only", "SSE-ENC-01", "--json", file + "/x.json"));
        assertTrue(err.toString().contains("taken"), err.toString());
    }

    @Test
    void noCaseThatMatchesIsInvalid() {
        assertEquals(4, run("conform", "parser", "--only", "NOTHING"));
    }
}
