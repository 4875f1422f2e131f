package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.OTHER_SSE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Event streams that are framed like all others and mean something of their own: only the framing is expected of
 * anybody.
 */
final class OtherTakes {
    private OtherTakes() {}

    static void record(Studio studio) {
        studio.record(Vendor.WATSONX, OTHER_SSE, "generation-stream", Pacing.HOSTED, OtherTakes::watsonx);
        studio.record(Vendor.REPLICATE, OTHER_SSE, "prediction-stream", Pacing.HOSTED, OtherTakes::replicate);
        studio.record(Vendor.MCP, OTHER_SSE, "tool-result", Pacing.BLOCKS, OtherTakes::mcp);
        studio.record(Vendor.WRITER, OTHER_SSE, "completions-values", Pacing.HOSTED, OtherTakes::writer);
    }

    /** Sends events and notes what a framing layer sees of them. */
    private static final class Frames {
        private final Take take;
        private final List<Integer> lengths = new ArrayList<>();
        private final TreeSet<String> types = new TreeSet<>();
        private String lastId = "";

        Frames(Take take) {
            this.take = take;
            take.said.uninterpreted();
        }

        void send(String type, String id, String data) {
            lengths.add(data.length());
            types.add(type.isEmpty() ? "message" : type);
            lastId = id.isEmpty() ? lastId : id;
            List<String> lines = new ArrayList<>();
            if (!id.isEmpty()) {
                lines.add("id: " + id);
            }
            if (!type.isEmpty()) {
                lines.add("event: " + type);
            }
            lines.add("data: " + data);
            take.wire.lines(lines.toArray(new String[0]));
            take.said.peculiarity("data_lengths", List.copyOf(lengths));
            take.said.peculiarity("event_types", List.copyOf(types));
            take.said.peculiarity("last_event_id", lastId);
        }
    }

    /** The id comes first, and counts. */
    private static void watsonx(Take take) {
        take.about("text", "synthetic/granite-8b");
        take.features("event-ids", "named-events");
        Frames frames = new Frames(take);
        int id = 1;
        for (String piece : take.chunker.deltas(Texts.of("bread"), 3)) {
            frames.send("message", String.valueOf(id++), result(piece, "not_finished"));
        }
        frames.send("message", String.valueOf(id), result("", "eos_token"));
    }

    private static String result(String piece, String reason) {
        Map<String, @Nullable Object> result = Json.object(
                "generated_text", piece, "generated_token_count", 3, "input_token_count", 0, "stop_reason", reason);
        return JsonStyle.COMPACT.write(Json.object(
                "model_id", "synthetic/granite-8b",
                "created_at", "2026-06-01T09:00:00.000Z",
                "results", Json.array(result)));
    }

    /** Bare text: of the two blanks before a word one belongs to the framing and one to the word. */
    private static void replicate(Take take) {
        take.about("text", "synthetic/llama-8b");
        take.features("event-ids", "named-events", "bare-text");
        take.wire.comment(" hi");
        Frames frames = new Frames(take);
        int count = 0;
        for (String token : take.chunker.tokens(Texts.of("bridge"))) {
            frames.send("output", take.requestSeconds() + "042:" + count++, token);
        }
        frames.send("done", take.requestSeconds() + "042:" + count, "{}");
        take.wire.comment("408: 408 Request Timeout");
    }

    /** JSON-RPC: a progress note and one large result. */
    private static void mcp(Take take) {
        take.about("text", "synthetic-almanac");
        take.features("named-events", "large-event");
        take.wire.comment(" ping - 2026-06-01 09:00:12.196129+00:00");
        Frames frames = new Frames(take);
        frames.send(
                "message",
                "",
                JsonStyle.COMPACT.write(Json.object(
                        "method", "notifications/message",
                        "params", Json.object("level", "info", "logger", "almanac", "data", "reading twelve months"),
                        "jsonrpc", "2.0")));
        Map<String, @Nullable Object> content = Json.object("type", "text", "text", Texts.of("almanac", "polyglot"));
        frames.send(
                "message",
                "",
                JsonStyle.COMPACT.write(Json.object(
                        "jsonrpc",
                        "2.0",
                        "id",
                        2,
                        "result",
                        Json.object("content", Json.array(content), "isError", false))));
    }

    private static void writer(Take take) {
        take.about("text", "synthetic-palmyra");
        Frames frames = new Frames(take);
        for (String token : take.chunker.tokens(Texts.of("harbour"))) {
            frames.send("", "", JsonStyle.COMPACT.write(Json.object("value", token)));
        }
    }
}
