package io.streamgauge.benchmarks.peers;

import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The JDK alone: a BufferedReader's lines, and what stands behind {@code data:} in them up to a blank one. It takes a
 * last event that lacks its blank line.
 */
public final class ReadLine implements PeerLibrary {
    private static final String FIELD = "data:";

    @Override
    public List<Subject> subjects() {
        return FramingPeer.andWithTree("readline", () -> ReadLine::dataLines);
    }

    private static void dataLines(byte[][] reads, Framer.PayloadSink payloads) throws IOException {
        try (BufferedReader reader = open(reads)) {
            String data = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(FIELD)) {
                    int from = line.startsWith(" ", FIELD.length()) ? FIELD.length() + 1 : FIELD.length();
                    String value = line.substring(from);
                    data = data == null ? value : data + "\n" + value;
                } else if (line.isEmpty() && data != null) {
                    payloads.payload(data);
                    data = null;
                }
            }
            if (data != null) {
                payloads.payload(data);
            }
        }
    }

    /** The lines of NDJSON that are not blank. */
    static void lines(byte[][] reads, Framer.PayloadSink payloads) throws IOException {
        try (BufferedReader reader = open(reads)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    payloads.payload(line);
                }
            }
        }
    }

    private static BufferedReader open(byte[][] reads) {
        Reader characters = new InputStreamReader(new ReadsStream(reads), StandardCharsets.UTF_8);
        return new BufferedReader(characters);
    }
}
