package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Output that somebody looked at and found good.
 *
 * <p>When output changes on purpose, run the tests once with {@code -Dstreamgauge.golden.update=FOLDER}, which writes
 * what they got into that folder, look at it, and put it under {@code golden} in the test resources.
 */
final class Golden {
    private static final String UPDATE = "streamgauge.golden.update";

    private Golden() {}

    static void assertGolden(String name, String actual) {
        String folder = System.getProperty(UPDATE);
        if (folder != null) {
            write(Path.of(folder, name), actual);
        }
        assertEquals(read(name), actual, name + " differs from what was found good");
    }

    private static String read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("golden/" + name)) {
            assertNotNull(in, "there is no golden/" + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
