package io.streamgauge.corpus;

import io.streamgauge.bytes.Utf8;
import io.streamgauge.provider.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** A corpus in a folder of a test, made of recordings that a test then spoils. */
final class CorpusFolder {
    /** Text, two calls, usage and a finish word, in seven events; the sentinel is the seventh. */
    static final List<String> EVENTS = List.of(
            "{\"id\":\"c1\",\"model\":\"m\",\"choices\":["
                    + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"Grüße \"}}]}",
            "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"aus Köln\"}}]}",
            toolEvent("{\"index\":0,\"id\":\"t1\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"x\\\"\"}}"),
            toolEvent("{\"index\":0,\"function\":{\"arguments\":\": 1.50}\"}}"),
            toolEvent("{\"index\":1,\"id\":\"t2\",\"function\":{\"name\":\"g\",\"arguments\":\"\"}}"),
            "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}],"
                    + "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7,\"total_tokens\":12}}",
            "[DONE]");

    private static String toolEvent(String call) {
        return "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[" + call + "]}}]}";
    }

    private final Path folder;

    CorpusFolder(Path folder) {
        this.folder = folder;
    }

    static byte[] sse(List<String> events) {
        StringBuilder body = new StringBuilder(": hello\n\n");
        events.forEach(event -> body.append("data: ").append(event).append("\n\n"));
        return Utf8.encode(body.toString());
    }

    /** Where event {@code number} of {@link #sse} begins, in bytes. */
    static long offsetOf(List<String> events, int number) {
        return sse(events.subList(0, number)).length;
    }

    CorpusFolder add(String stem) {
        return add(stem, sse(EVENTS));
    }

    CorpusFolder add(String stem, byte[] body) {
        RecordingMetadata metadata = RecordingMetadata.of("test", Dialect.OPENAI_CHAT)
                .kind("tools")
                .model("m")
                .httpStatus(200)
                .contentType("text/event-stream")
                .header("x-request-id", "r1")
                .provenance("written for a test")
                .timing(List.of(new RecordingMetadata.Read(10, 0), new RecordingMetadata.Read(20, body.length)))
                .build();
        new RecordingWriter(folder).write(stem, metadata, body);
        return this;
    }

    CorpusFolder edit(String file, Consumer<ObjectNode> change) throws IOException {
        ObjectNode root = (ObjectNode) CorpusJson.MAPPER.readTree(Files.readAllBytes(folder.resolve(file)));
        change.accept(root);
        Files.write(folder.resolve(file), CorpusJson.MAPPER.writeValueAsBytes(root));
        return this;
    }

    CorpusFolder delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    CorpusFolder put(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, content);
        return this;
    }

    Corpus read() {
        return Corpus.read(folder);
    }
}
