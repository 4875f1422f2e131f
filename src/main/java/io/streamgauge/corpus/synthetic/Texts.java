package io.streamgauge.corpus.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The prose and code that the recordings speak, written for them; see the resources of this package. */
final class Texts {
    private Texts() {}

    /** The text of this name, without the line end that closes its file. */
    static String of(String name) {
        try (InputStream in = Texts.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("no text named " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the text " + name, e);
        }
    }

    /** Several texts, one blank line between them. */
    static String of(String... names) {
        return Arrays.stream(names).map(Texts::of).collect(Collectors.joining("\n\n"));
    }
}
