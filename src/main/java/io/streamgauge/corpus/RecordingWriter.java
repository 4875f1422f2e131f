package io.streamgauge.corpus;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.ToolCall;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.result.AtomicFile;
import io.streamgauge.result.LoneSurrogates;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes recordings in the form that {@link RecordingReader} reads. Each file appears whole or not at all, the metadata
 * last, so that a recording that was not finished is reported and not mistaken for one.
 */
public final class RecordingWriter {
    private static final int OK = 200;

    /** What every file system takes; anything else in a stem would be an invitation to write elsewhere. */
    private static final Pattern STEM = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final Path folder;

    /** Makes a writer of recordings below {@code folder}, which is made when needed. */
    public RecordingWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes body, expectation and metadata. The expectation states what our own decoder makes of the body: it proves
     * that later versions do the same, and is worth no more until somebody has looked at it.
     *
     * @param stem the path below the folder without extension, with {@code /}
     * @return what the body was decoded to
     * @throws io.streamgauge.result.ResultFileException when the file system refuses
     */
    public Decoding write(String stem, RecordingMetadata metadata, byte[] body) {
        if (!STEM.matcher(stem).matches() || stem.contains("..")) {
            throw new IllegalArgumentException("a stem is letters, digits, '.', '_', '-' and '/', not " + stem);
        }
        Decoding decoding = Decoding.of(metadata.dialect(), body, Fragments.WHOLE);
        AtomicFile.write(folder.resolve(stem + '.' + extension(metadata)), body);
        write(stem + RecordingReader.EXPECTATION_EXTENSION, expectation(metadata, decoding));
        write(stem + RecordingReader.METADATA_EXTENSION, metadata(metadata, body));
        return decoding;
    }

    private static String extension(RecordingMetadata metadata) {
        return metadata.httpStatus().orElse(OK) == OK
                ? metadata.dialect().framing().fileExtension()
                : "body";
    }

    private void write(String file, ObjectNode content) {
        String json = CorpusJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        AtomicFile.write(folder.resolve(file), (LoneSurrogates.escape(json) + '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode metadata(RecordingMetadata metadata, byte[] body) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("provider", metadata.provider());
        out.put("api", metadata.dialect().wireName());
        out.put("kind", metadata.kind());
        metadata.features().forEach(out.putArray("features")::add);
        out.put("model", metadata.model());
        metadata.httpStatus()
                .ifPresentOrElse(status -> out.put("http_status", status), () -> out.putNull("http_status"));
        out.put("content_type", metadata.contentType());
        ObjectNode headers = out.putObject("headers");
        metadata.headers().forEach(headers::put);
        out.put("provenance", metadata.provenance());
        out.put("bytes", body.length);
        out.put("sha256", Recording.sha256(ByteBuffer.wrap(body)));
        if (!metadata.timing().isEmpty()) {
            ArrayNode timing = out.putArray("timing");
            metadata.timing()
                    .forEach(read -> timing.addArray().add(read.micros()).add(read.bytes()));
        }
        return out;
    }

    private static ObjectNode expectation(RecordingMetadata metadata, Decoding decoding) {
        Message message = decoding.message();
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("api", metadata.dialect().wireName());
        out.put("kind", metadata.kind());
        choice(out, message.first());
        calls(out.putArray("server_tool_calls"), message.first().serverToolCalls());
        usage(out, message.usage());
        ArrayNode choices = out.putArray("choices");
        if (message.choices().size() > 1) {
            message.choices().forEach(choice -> choice(choices.addObject().put("index", choice.index()), choice));
        }
        message.error().ifPresentOrElse(error -> error(out.putObject("error"), error), () -> out.putNull("error"));
        out.put("event_count", decoding.eventCount());
        out.put("undispatched_tail_event", decoding.undispatchedTailEvent());
        out.put("comment_lines", decoding.commentLines());
        out.put("has_done_sentinel", decoding.doneSentinel());
        out.put("unparsable_data", decoding.unparsableData());
        return out;
    }

    private static void choice(ObjectNode out, Message.Choice choice) {
        out.put("text", choice.text());
        out.put("reasoning", choice.reasoning());
        putOrNull(out, "refusal", choice.refusal());
        calls(out.putArray("tool_calls"), choice.toolCalls());
        putOrNull(out, "finish_reason", choice.finishWord());
    }

    private static void calls(ArrayNode out, List<ToolCall> calls) {
        for (ToolCall call : calls) {
            ObjectNode one = out.addObject();
            putOrNull(one, "id", call.id());
            one.put("name", call.name());
            if (call.kind() == ToolCallDelta.Kind.CUSTOM) {
                one.put("arguments", call.arguments()).put("custom", true);
            } else {
                arguments(one, call);
            }
            one.put("arguments_raw", call.arguments());
        }
    }

    private static void arguments(ObjectNode out, ToolCall call) {
        try {
            out.set("arguments", CorpusJson.MAPPER.readTree(call.argumentsJson()));
        } catch (JacksonException e) {
            out.put("arguments", call.arguments()).put("arguments_unparsable", true);
        }
    }

    private static void usage(ObjectNode out, TokenUsage usage) {
        if (!usage.isKnown()) {
            out.putNull("usage");
            return;
        }
        ObjectNode counters = out.putObject("usage");
        putKnown(counters, "input", usage.input());
        putKnown(counters, "output", usage.output());
        putKnown(counters, "total", usage.total());
        putKnown(counters, "cache_read", usage.cacheRead());
        putKnown(counters, "cache_write", usage.cacheWrite());
        putKnown(counters, "reasoning", usage.reasoning());
    }

    private static void putKnown(ObjectNode out, String name, long tokens) {
        if (tokens != TokenUsage.UNKNOWN) {
            out.put(name, tokens);
        }
    }

    private static void error(ObjectNode out, TokenDelta.Failure error) {
        putOrNull(out, "type", error.type());
        putOrNull(out, "code", error.code());
        putOrNull(out, "message", error.message());
    }

    private static void putOrNull(ObjectNode out, String name, String text) {
        if (text.isEmpty()) {
            out.putNull(name);
        } else {
            out.put(name, text);
        }
    }
}
