package io.streamgauge.conformance;

import java.util.List;

/** Cases for tests, written as they stand in case files. */
final class Cases {
    private Cases() {}

    /** JSON that is readable in Java: single quotes stand for double ones. */
    static String json(String text) {
        return text.replace('\'', '"');
    }

    /** A case with what a test is about, and all else that a case needs. */
    static ByteCase of(String id, String members) {
        String rest = members.contains("'level'") ? "" : "'level': 'must', ";
        String all = "{'id': '" + id + "', 'spec': 's', 'title': 't', 'why': 'w', 'tags': [], 'since': '0', " + rest;
        return ByteCase.read(CaseNode.of("a test", CaseFiles.MAPPER.readTree(json(all + members + "}"))));
    }

    static ConformanceSuite<ParserSubject> suite(ByteCase... cases) {
        List<Check<ParserSubject>> checks = List.of(cases).stream()
                .<Check<ParserSubject>>map(ByteCheck::new)
                .toList();
        return ConformanceSuite.of(checks, Supervisor.Patience.DEFAULT);
    }

    static CaseResult run(ByteCase one, ParserSubject subject) {
        return suite(one).run(subject, RunOptions.DEFAULTS).results().get(0);
    }
}
