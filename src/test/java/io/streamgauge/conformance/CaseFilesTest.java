package io.streamgauge.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFilesTest {
    private static final String CASE =
            "{'id': 'X-A-1', 'level': 'must', 'spec': 's', 'title': 't', 'why': 'w', 'input': [{'text': 'a'}],"
                    + " 'expect': {'events': []}, 'tags': [], 'since': '0'}";

    @TempDir
    Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(folder.resolve("x"));
    }

    private List<ByteCase> read(String index, String file, String content) throws IOException {
        Files.writeString(folder.resolve("index.json"), Cases.json(index));
        Files.writeString(folder.resolve("x").resolve(file), Cases.json(content));
        return CaseFiles.in(folder).read("x");
    }

    private String problemWith(String line) {
        return assertThrows(CaseFileException.class, () -> read("{'x': {'a.jsonl': 1}}", "a.jsonl", line))
                .getMessage()
                .replace('"', '\'');
    }

    @Test
    void everyPromisedCaseIsThere() {
        List<ByteCase> cases = CaseFiles.onClassPath().read("sse");
        long generated = cases.stream()
                .filter(one -> one.requirement().tags().contains("generated"))
                .count();
        assertEquals(697, generated);
        assertEquals(148, cases.size() - generated);
    }

    @Test
    void caseFilesOfTheJarAreThoseOfTheFolder() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("corpora/conformance"))) {
            folder = folder.getParent();
        }
        List<String> inFolder =
                ids(CaseFiles.in(folder.resolve("corpora/conformance")).read("sse"));
        assertEquals(inFolder, ids(CaseFiles.onClassPath().read("sse")));
    }

    private static List<String> ids(List<ByteCase> cases) {
        return cases.stream().map(one -> one.requirement().id()).toList();
    }

    @Test
    void caseThatGotLostIsAnError() {
        CaseFileException e =
                assertThrows(CaseFileException.class, () -> read("{'x': {'a.jsonl': 2}}", "a.jsonl", CASE + "\n"));
        assertEquals("a.jsonl: has 1 cases, the index promises 2", e.getMessage());
    }

    @Test
    void idIsUnique() {
        CaseFileException e = assertThrows(
                CaseFileException.class, () -> read("{'x': {'a.jsonl': 2}}", "a.jsonl", CASE + "\n" + CASE + "\n"));
        assertEquals("a.jsonl: second case X-A-1", e.getMessage());
    }

    @Test
    void errorNamesFileLineCaseAndMember() {
        String at = "x/a.jsonl line 1, X-A-1";
        assertEquals(
                at + ": member tag is not known here",
                problemWith(CASE.replace("tags", "tag").replace("[], 's", "[], 'tags': [], 's")));
        assertEquals(
                at + ": member level: expected must, should, may or info, got 'musty'",
                problemWith(CASE.replace("must", "musty")));
        assertEquals(at + ": member why is missing", problemWith(CASE.replace("'why': 'w', ", "")));
        assertEquals(
                at + ", input[0]: member hex: expected two hexadecimal digits for each byte, got 'A'",
                problemWith(CASE.replace("'text': 'a'", "'hex': 'A'")));
        assertEquals(
                at + ", expect: member end: expected clean or error, got 'odd'",
                problemWith(CASE.replace("[]}, ", "[], 'end': 'odd'}, ")));
        assertEquals(
                at + ": member cuts: expected ascending positions of 0 to 1, got [[2]]",
                problemWith(CASE.replace("'tags'", "'cuts': [[2]], 'tags'")));
        assertEquals(
                at + ": member needs: expected known capabilities, got ['colour']",
                problemWith(CASE.replace("'tags'", "'needs': ['colour'], 'tags'")));
        assertTrue(problemWith("{'id': 'X', 'id': 'Y'}").startsWith("x/a.jsonl line 1: not JSON, Duplicate"));
    }

    @Test
    void everyRowIsPutInEveryPosition() throws IOException {
        String table = """
                {'id': 'X-{hex}-{position}', 'level': 'must', 'spec': 's', 'title': '{title} in {position}', 'why': 'w',
                 'tags': [], 'since': '0', 'count': 2,
                 'rows': [{'hex': '41', 'title': 'an {a}', 'decoded': 'A'}],
                 'positions': [
                   {'position': 'D', 'before': 'data:', 'after': '\\n\\n',
                    'expect': {'events': [{'type': 'message', 'data': '{decoded}', 'id': ''}]}},
                   {'position': 'C', 'before': ':', 'after': '', 'expect': {'events': []}}]}
                """;
        List<ByteCase> cases = read("{'x': {'t.json': 2}}", "t.json", table);
        assertEquals(List.of("X-41-D", "X-41-C"), ids(cases));
        assertEquals("an {a} in D", cases.get(0).requirement().title());
        ParserSubject subject = new StreamgaugeParser();
        cases.forEach(one -> assertEquals(Verdict.OK, Cases.run(one, subject).verdict()));
    }

    @Test
    void tableThatExpandsToAnotherNumberIsAnError() {
        CaseFileException e = assertThrows(
                CaseFileException.class,
                () -> read("{'x': {'t.json': 2}}", "t.json", "{'count': 2, 'rows': [], 'positions': []}"));
        assertEquals("x/t.json: expands to 0 cases, it promises 2", e.getMessage());
    }
}
