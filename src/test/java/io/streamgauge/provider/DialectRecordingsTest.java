package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.TokenUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Real streams, decoded at many fragment sizes and compared with what official SDKs and a plain walk over the JSON made
 * of them. The recordings are not part of the project; without them there is nothing to run, and the assumption says
 * so.
 */
class DialectRecordingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 20260817;
    private static final int[] FRAGMENTS = {Integer.MAX_VALUE, 1, 7, 1448};
    private static final List<String> EXTENSIONS = List.of(".sse", ".jsonarray", ".ndjson", ".body");
    private static final Set<String> DIALECTS = Set.of(
            "openai-responses",
            "anthropic-messages",
            "anthropic-complete",
            "gemini",
            "gemini-json-array",
            "gemini-interactions");
    private static final Map<String, ToLongFunction<TokenUsage>> COUNTERS = Map.of(
            "input", TokenUsage::input,
            "output", TokenUsage::output,
            "total", TokenUsage::total,
            "cached", TokenUsage::cacheRead,
            "cache_read", TokenUsage::cacheRead,
            "cache_write", TokenUsage::cacheWrite,
            "reasoning", TokenUsage::reasoning);

    private record Recording(String name, Dialect dialect, Path body, JsonNode expected) {}

    @TestFactory
    Stream<DynamicTest> everyRecordingIsReadAsOthersReadIt() {
        Path folder = Path.of(System.getProperty("streamgauge.recordings", "../../shared/recordings"));
        assumeTrue(Files.isDirectory(folder), () -> "no recordings in " + folder + " (-Dstreamgauge.recordings=DIR)");
        return recordings(folder)
                .map(recording -> DynamicTest.dynamicTest(
                        recording.dialect().wireName() + " " + recording.name(), () -> check(recording)));
    }

    private static Stream<Recording> recordings(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".json")
                            && !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .flatMap(file -> read(folder, file).stream())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("walking " + folder, e);
        }
    }

    private static Optional<Recording> read(Path folder, Path metadata) {
        String api = JSON.readTree(metadata.toFile()).get("api").stringValue();
        if (!DIALECTS.contains(api)) {
            return Optional.empty();
        }
        String file = metadata.toString();
        String stem = file.substring(0, file.length() - ".json".length());
        Path body = EXTENSIONS.stream()
                .map(extension -> Path.of(stem + extension))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no body beside " + metadata));
        return Optional.of(new Recording(
                folder.relativize(Path.of(stem)).toString(),
                Dialect.byWireName(api).orElseThrow(),
                body,
                JSON.readTree(Path.of(stem + ".expected.json").toFile())));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static void check(Recording recording) {
        for (int size : FRAGMENTS) {
            compare(recording, "fragments of " + size, fragment -> size);
        }
        Random random = new Random(SEED);
        compare(recording, "random fragments, seed " + SEED, fragment -> 1 + random.nextInt(2000));
    }

    private static void compare(Recording recording, String how, IntUnaryOperator sizes) {
        RecordedMessage message = new RecordedMessage();
        StreamDecoder decoder = new StreamDecoder(recording.dialect(), message);
        byte[] body = bytes(recording.body());
        for (int at = 0, n = 0; at < body.length; n++) {
            int size = Math.min(sizes.applyAsInt(n), body.length - at);
            decoder.feed(body, at, size);
            at += size;
        }
        decoder.end();
        JsonNode expected = recording.expected();
        assertAll(
                recording.name() + ", " + how,
                () -> assertEquals(string(expected, "text"), message.text.toString(), "text"),
                () -> assertEquals(string(expected, "reasoning"), message.reasoning.toString(), "reasoning"),
                () -> assertEquals(string(expected, "refusal"), message.refusal.toString(), "refusal"),
                () -> compareCalls(expected.path("tool_calls"), message.callsFor(true)),
                () -> compareServerCalls(expected, message),
                () -> assertEquals(finish(expected), message.finish, "finish"),
                () -> compareUsage(expected.path("usage"), message.usage),
                () -> compareError(expected.path("error"), message),
                () -> compareBlocks(expected, message),
                () -> compareEvents(expected, message, decoder.counters()),
                () -> assertEquals(isWhole(expected), message.end.isComplete(), () -> "ended by " + message.end));
    }

    private static void compareCalls(JsonNode expected, List<RecordedMessage.Call> actual) {
        assertEquals(expected.size(), actual.size(), "tool calls");
        for (int i = 0; i < actual.size(); i++) {
            JsonNode call = expected.get(i);
            RecordedMessage.Call found = actual.get(i);
            assertEquals(string(call, "id"), found.id, "id of call " + i);
            assertEquals(string(call, "name"), found.name, "name of call " + i);
            JsonNode raw = call.path("arguments_raw");
            if (raw.isString()) {
                assertEquals(raw.stringValue(), found.arguments(), "arguments of call " + i);
            }
            if (!call.path("custom").booleanValue(false)) {
                String text = found.arguments().isEmpty() ? "{}" : found.arguments();
                assertEquals(call.get("arguments"), JSON.readTree(text), "arguments of call " + i);
            }
        }
    }

    private static void compareServerCalls(JsonNode expected, RecordedMessage message) {
        if (expected.has("server_tool_calls")) {
            compareCalls(expected.get("server_tool_calls"), message.callsFor(false));
        }
    }

    private static void compareUsage(JsonNode expected, TokenUsage actual) {
        if (!expected.isObject()) {
            assertTrue(!actual.isKnown(), () -> "usage " + actual);
        }
        expected.propertyStream()
                .forEach(counter -> assertEquals(
                        counter.getValue().asLong(),
                        COUNTERS.get(counter.getKey()).applyAsLong(actual),
                        counter.getKey()));
    }

    private static void compareError(JsonNode expected, RecordedMessage message) {
        assertEquals(expected.isObject() ? 1 : 0, message.errors, "errors");
        if (expected.isObject()) {
            String type = string(expected, "type");
            assertEquals(string(expected, "message"), message.errorMessage);
            assertEquals(type.isEmpty() ? string(expected, "status") : type, message.errorType);
            assertEquals(expected.path("code").asString(""), message.errorCode);
        }
    }

    /** The blocks of an Anthropic message do not all become deltas of their own; these do. */
    private static void compareBlocks(JsonNode expected, RecordedMessage message) {
        if (expected.has("blocks")) {
            List<String> blocks = expected.get("blocks")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .toList();
            assertEquals(
                    blocks.stream()
                            .filter(type -> type.endsWith("_tool_result"))
                            .count(),
                    message.opaque(OpaqueKind.TOOL_RESULT),
                    "tool results");
            assertEquals(
                    blocks.stream().filter(type -> type.endsWith("tool_use")).count(), message.calls.size(), "calls");
            assertEquals(expected.path("citations").asInt(0), message.opaque(OpaqueKind.CITATION), "citations");
        }
    }

    private static void compareEvents(JsonNode expected, RecordedMessage message, DecoderCounters counters) {
        long unterminated = counters.lastEventUnterminated() ? 1 : 0;
        assertEquals(expected.path("event_count").asLong(), counters.events() - unterminated, "events");
        assertEquals(expected.path("undispatched_tail_event").asBoolean(), unterminated == 1, "unterminated event");
        assertEquals(expected.path("comment_lines").asLong(), counters.comments(), "comments");
        assertEquals(expected.path("has_done_sentinel").asBoolean(), counters.sentinelSeen(), "sentinel");
        assertEquals(expected.path("unparsable_data").asLong(), counters.unparsableEvents(), "unparsable events");
        assertEquals(0, counters.unknownEvents(), "unknown events");
        if (expected.has("pings")) {
            assertEquals(expected.get("pings").asLong(), message.pings - counters.comments(), "pings");
        }
    }

    /** A prompt that was blocked has no finish reason; the reason it was blocked for stands in its place. */
    private static String finish(JsonNode expected) {
        String reason = string(expected, "finish_reason");
        return reason.isEmpty() ? string(expected, "block_reason") : reason;
    }

    private static boolean isWhole(JsonNode expected) {
        return !expected.path("error").isObject() && !finish(expected).isEmpty();
    }

    private static String string(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
