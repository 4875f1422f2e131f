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
                "corpus",
                "corpus verify",
                "corpus list",
                "corpus stats",
                "corpus generate",
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
    @ValueSource(strings = {"frobnicate", "bench --bogus", "decode --api nope x", "corpus", "load --url http://a"})
    void aLineThatIsNotUnderstoodIsOneLineAndExitCodeTwo(String line) {
        assertEquals(2, run(line.split(" ", -1)));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertEquals("", out.toString());
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
