package io.streamgauge.cli;

import io.streamgauge.corpus.Decoding;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.DialectGuess;
import io.streamgauge.result.ResultWriter;
import io.streamgauge.result.RunVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns one saved body into its message. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = {
            "Turns one saved response body into its message, as JSON.",
            "",
            "A body that is cut off, malformed or not UTF-8 is decoded as far as it goes; what departs",
            "from the protocol is listed with event number and byte offset. Exit code 0 when the message",
            "is complete, 1 when it is not, 4 when the dialect cannot be told."
        })
final class DecodeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The body, as it came over the wire, without HTTP headers.")
    Path file = Path.of("");

    @Option(
            names = "--api",
            paramLabel = "DIALECT",
            converter = DialectConverter.class,
            completionCandidates = DialectConverter.Names.class,
            description = "The body's dialect; guessed when left out. One of ${COMPLETION-CANDIDATES}.")
    @Nullable
    Dialect api;

    DecodeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        byte[] body = read();
        Dialect dialect = api == null ? guess(body) : api;
        Decoding decoding = Decoding.of(dialect, body, Fragments.WHOLE);
        session.terminal().out().print(ResultWriter.json(MessageDocument.of(dialect, decoding)));
        session.terminal().out().flush();
        return (decoding.message().isComplete() ? RunVerdict.PASS : RunVerdict.FINDING).exitCode();
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure(RunVerdict.COULD_NOT_RUN, file + " cannot be read: " + Reasons.of(e), e);
        }
    }

    private Dialect guess(byte[] body) {
        return DialectGuess.of(body)
                .orElseThrow(() -> new CommandFailure(
                        RunVerdict.INVALID, file + ": no event is typical of a known dialect; name it with --api"));
    }
}
