package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.DeltaTee;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.TokenDeltas;
import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads every stream twice: once as always, once with every event read in full. Nothing that comes out may differ. */
class RepeatedEventTest {
    private static final Path CORPORA = Path.of(System.getProperty("basedir", "."), "../corpora");
    private static final int MUTATIONS = Integer.getInteger("streamgauge.mutations", 1500);
    private static final int MAX_BODY_BYTES = 12_000;
    private static final long SEED = 20261120;

    /** What a decoder says, deviations with their places included. */
    private static final class Told implements DeltaHandler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void onEventBegin(long eventNumber) {
            lines.add("event " + eventNumber);
        }

        @Override
        public void onTerminalEvent() {
            lines.add("terminal");
        }

        @Override
        public void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {
            lines.add(deviation + " in " + eventNumber + " at " + byteOffset);
        }
    }

    private static List<String> decode(Dialect dialect, byte[] body, int readBytes, boolean inFull) {
        Told told = new Told();
        DeltaHandler handler =
                new DeltaTee(told, TokenDeltas.copyingTo(delta -> told.lines.add(String.valueOf(delta))));
        DeltaDecoder decoder = dialect.newDecoder(handler);
        EventParser parser = dialect.newParser(ParserLimits.DEFAULTS, decoder);
        if (inFull) {
            ((JsonEventDecoder) decoder).readInFull();
        } else {
            parser.use(decoder.shortcut());
        }
        for (int at = 0; at < body.length; at += readBytes) {
            parser.feed(body, at, Math.min(readBytes, body.length - at));
        }
        parser.end();
        decoder.end();
        told.lines.add(
                decoder.counters().events() + " events, " + decoder.counters().unparsableEvents() + " bad");
        return told.lines;
    }

    private static void assertSame(Dialect dialect, byte[] body, int readBytes, String what) {
        List<String> expected = decode(dialect, body, readBytes, true);
        List<String> actual = decode(dialect, body, readBytes, false);
        if (!expected.equals(actual)) {
            int at = 0;
            while (at < Math.min(expected.size(), actual.size())
                    && expected.get(at).equals(actual.get(at))) {
                at++;
            }
            assertEquals(
                    expected.subList(at, Math.min(expected.size(), at + 3)),
                    actual.subList(at, Math.min(actual.size(), at + 3)),
                    what + ", reads of " + readBytes);
        }
    }

    private static List<byte[]> bodies(Dialect dialect) throws IOException {
        String api = "\"api\" : \"" + dialect.wireName() + "\"";
        List<byte[]> bodies = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CORPORA)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("." + dialect.framing().fileExtension()) && isOf(file, api)) {
                    bodies.add(Files.readAllBytes(file));
                }
            }
        }
        return bodies;
    }

    private static boolean isOf(Path body, String api) throws IOException {
        String stem = body.toString().replaceAll("\\.\\w+$", "");
        String metadata = Files.readString(Path.of(stem + ".json")).replaceAll("\"api\"\\s*:\\s*", "\"api\" : ");
        return metadata.contains(api);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER_SSE")
    void everyStreamIsTheSameReadInFull(Dialect dialect) throws IOException {
        List<byte[]> bodies = bodies(dialect);
        assertTrue(!bodies.isEmpty(), "no recordings of " + dialect);
        for (byte[] body : bodies) {
            for (int readBytes : new int[] {body.length, 1448, 97}) {
                assertSame(dialect, body, readBytes, dialect.wireName());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER_SSE")
    void everyDamagedStreamIsTheSameReadInFull(Dialect dialect) throws IOException {
        List<byte[]> bodies = bodies(dialect);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] whole = bodies.get(random.nextInt(bodies.size()));
            byte[] damaged = damage(Arrays.copyOf(whole, Math.min(whole.length, MAX_BODY_BYTES)), random);
            int readBytes = random.nextBoolean() ? damaged.length : 1 + random.nextInt(600);
            assertSame(dialect, damaged, Math.max(1, readBytes), dialect.wireName() + ", mutation " + i);
        }
    }

    private static final List<String> SPLINTERS = List.of(
            "\"",
            "\\",
            "\\u0041",
            "\\ud83d",
            "\\ude00",
            "\\n",
            "{}",
            "[",
            "}",
            ",",
            "null",
            "0",
            "01",
            "-1",
            "1e3",
            " ",
            "\n",
            "\r\n",
            "\n\n",
            "data: ",
            "event: x\n",
            ":\n",
            "id: 1\n",
            "\u00e9",
            "\"index\":1,",
            "\"error\":{},",
            "\"finish_reason\":\"stop\",",
            "\"usage\":null,",
            "\"type\":\"ping\",");

    /** One to three changes: a byte flipped, a run taken out, said twice or moved, or a splinter put in. */
    private static byte[] damage(byte[] body, SplittableRandom random) {
        byte[] damaged = body;
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            int at = random.nextInt(damaged.length);
            int length = Math.min(damaged.length - at, random.nextInt(1, 40));
            damaged = switch (random.nextInt(5)) {
                case 0 -> flip(damaged, at, random);
                case 1 -> splice(damaged, at, length, new byte[0]);
                case 2 -> splice(damaged, at, 0, Arrays.copyOfRange(damaged, at, at + length));
                case 3 ->
                    splice(damaged, random.nextInt(damaged.length), 0, Arrays.copyOfRange(damaged, at, at + length));
                default ->
                    splice(
                            damaged,
                            at,
                            0,
                            SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8));
            };
        }
        return damaged;
    }

    private static byte[] flip(byte[] body, int at, SplittableRandom random) {
        byte[] flipped = body.clone();
        flipped[at] = (byte) random.nextInt(256);
        return flipped;
    }

    private static byte[] splice(byte[] body, int at, int removed, byte[] inserted) {
        byte[] spliced = new byte[Math.max(1, body.length - removed + inserted.length)];
        System.arraycopy(body, 0, spliced, 0, at);
        System.arraycopy(inserted, 0, spliced, at, inserted.length);
        int rest = body.length - at - removed;
        System.arraycopy(body, at + removed, spliced, at + inserted.length, rest);
        return spliced;
    }

    @Test
    void aRepeatedEventIsNotReadInFull() {
        String head = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"";
        String tail = "\"},\"finish_reason\":null}],\"obfuscation\":\"";
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            body.append(head)
                    .append("word ")
                    .append(i)
                    .append(tail)
                    .append("x".repeat(i % 9))
                    .append("\"}\n\n");
        }
        int[] taken = {0};
        DeltaDecoder decoder = Dialect.OPENAI_CHAT.newDecoder(new DeltaHandler() {});
        EventParser parser = Dialect.OPENAI_CHAT.newParser(ParserLimits.DEFAULTS, decoder);
        parser.use((source, from, to, byteOffset, eventNumber) -> {
            int behind = decoder.shortcut().take(source, from, to, byteOffset, eventNumber);
            taken[0] += behind > from ? 1 : 0;
            return behind;
        });
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        parser.feed(bytes, 0, bytes.length);
        assertEquals(98, taken[0], "the first is learned, and the second tells what changes");
    }
}
