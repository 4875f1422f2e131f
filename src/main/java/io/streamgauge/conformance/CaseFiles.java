package io.streamgauge.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of case files, wherever it is. Its {@code index.json} names every file with the number of cases in it, so
 * that a case that got lost is an error and not a smaller suite.
 */
final class CaseFiles {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String INDEX = "index.json";

    private final Source source;

    private CaseFiles(Source source) {
        this.source = source;
    }

    @FunctionalInterface
    private interface Source {
        InputStream open(String name) throws IOException;
    }

    /** The files that came with the program. */
    static CaseFiles onClassPath() {
        return new CaseFiles(name -> {
            InputStream stream = CaseFiles.class.getResourceAsStream("/conformance/" + name);
            if (stream == null) {
                throw new CaseFileException(name, "not on the class path");
            }
            return stream;
        });
    }

    static CaseFiles in(Path folder) {
        return new CaseFiles(name -> Files.newInputStream(folder.resolve(name)));
    }

    /** All cases of a family of files, such as {@code sse}, in the order of the index. */
    List<ByteCase> read(String family) {
        List<ByteCase> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        CaseNode index = CaseNode.of(INDEX, parse(INDEX, text(INDEX))).child(family);
        for (Map.Entry<String, JsonNode> file : index.json().properties()) {
            List<ByteCase> read = file(family + "/" + file.getKey());
            if (read.size() != index.count(file.getKey())) {
                throw new CaseFileException(
                        file.getKey(), "has " + read.size() + " cases, the index promises " + file.getValue());
            }
            for (ByteCase one : read) {
                if (!ids.add(one.requirement().id())) {
                    throw new CaseFileException(
                            file.getKey(), "second case " + one.requirement().id());
                }
            }
            cases.addAll(read);
        }
        return cases;
    }

    private List<ByteCase> file(String name) {
        String text = text(name);
        if (name.endsWith(".json")) {
            return CaseTable.expand(CaseNode.of(name, parse(name, text))).stream()
                    .map(ByteCase::read)
                    .toList();
        }
        List<ByteCase> cases = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            String where = name + " line " + ++number;
            cases.add(ByteCase.read(CaseNode.of(where, parse(where, line))));
        }
        return cases;
    }

    private String text(String name) {
        try (InputStream stream = source.open(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    private static JsonNode parse(String where, String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new CaseFileException(where, "not JSON, " + e.getOriginalMessage(), e);
        }
    }
}
