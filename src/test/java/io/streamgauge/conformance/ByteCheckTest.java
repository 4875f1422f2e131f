package io.streamgauge.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ByteCheckTest {
    private static final String ONE_EVENT =
            "'input': [{'text': 'data:a\\n\\n'}], 'expect': {'events': [{'type': 'message', 'data': 'a', 'id': ''}]}";

    /** A parser of what is needed to see what a check does with it. */
    private record Stub(Set<Capability> capabilities, Function<Sink, Session> session) implements ParserSubject {
        static Stub of(Function<Sink, Session> session) {
            return new Stub(EnumSet.allOf(Capability.class), session);
        }

        @Override
        public String name() {
            return "stub";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Session open(Sink sink) {
            return session.apply(sink);
        }
    }

    private static ParserSubject right() {
        return Stub.of(PlainParser::new);
    }

    @Test
    void rightOutcomeAtEveryCutIsOk() {
        CaseResult result = Cases.run(Cases.of("X-A-1", ONE_EVENT), right());
        assertEquals(Verdict.OK, result.verdict());
        assertTrue(result.evidence().isEmpty());
    }

    @Test
    void wrongOutcomeInOneReadIsFailed() {
        CaseResult result = Cases.run(Cases.of("X-A-1", ONE_EVENT.replace("data:a", "data:b")), right());
        assertEquals(Verdict.FAILED, result.verdict());
        assertEquals("event 1, data, character 1: expected \"a\", got \"b\"", result.note());
        Evidence evidence = result.evidence().orElseThrow();
        assertEquals("message \"a\"", evidence.expected());
        assertEquals("message \"b\"", evidence.actual());
        assertEquals("646174613A620A0A", evidence.markedHex());
        assertEquals("in one read", evidence.delivery());
    }

    @Test
    void theEarliestSingleCutIsTheSmallest() {
        Stub losesShortReads = Stub.of(sink -> new PlainParser(sink) {
            @Override
            public void feed(ByteBuffer read) {
                if (read.remaining() != 2) {
                    super.feed(read);
                }
            }
        });
        CaseResult result = Cases.run(Cases.of("X-A-1", ONE_EVENT), losesShortReads);
        assertEquals(Verdict.SPLIT, result.verdict());
        assertEquals(List.of(2), result.evidence().orElseThrow().cuts());
        assertEquals("6461|74613A610A0A", result.evidence().orElseThrow().markedHex());
    }

    @Test
    void cutsThatAreNotNeededAreTakenAway() {
        Stub losesTheThirdRead = Stub.of(sink -> new PlainParser(sink) {
            private int reads;

            @Override
            public void feed(ByteBuffer read) {
                if (++reads != 3) {
                    super.feed(read);
                }
            }
        });
        CaseResult result = Cases.run(Cases.of("X-A-1", ONE_EVENT), losesTheThirdRead);
        assertEquals(Verdict.SPLIT, result.verdict());
        assertEquals(2, result.evidence().orElseThrow().cuts().size(), result::note);
    }

    @Test
    void acceptedOutcomeEarnsItsVerdict() {
        String accept = ONE_EVENT.replace("data:a", "data:b")
                + ", 'accept': [{'verdict': 'non-strict', 'why': 'a choice', 'events': [{'type': 'message',"
                + " 'data': 'b', 'id': ''}]}]";
        CaseResult result = Cases.run(Cases.of("X-A-1", accept), right());
        assertEquals(Verdict.NON_STRICT, result.verdict());
        assertEquals("a choice", result.note());
    }

    @Test
    void acceptedErrorIsAnyError() {
        String accept = ONE_EVENT + ", 'accept': [{'verdict': 'non-strict', 'why': 'w', 'events': [], 'end': 'error'}]";
        Stub refuses = Stub.of(sink -> new PlainParser(sink) {
            @Override
            void event() {
                sink.error("too long");
            }
        });
        assertEquals(
                Verdict.NON_STRICT,
                Cases.run(Cases.of("X-A-1", accept), refuses).verdict());
        assertEquals(
                Verdict.FAILED, Cases.run(Cases.of("X-A-1", ONE_EVENT), refuses).verdict());
    }

    @Test
    void caseThatIsNotJudgedIsRecorded() {
        String info = "'level': 'info', " + ONE_EVENT.replace("data:a", "data:b");
        CaseResult result = Cases.run(Cases.of("X-A-1", info), right());
        assertEquals(Verdict.INFO, result.verdict());
        assertEquals("message \"b\"", result.evidence().orElseThrow().actual());
    }

    @Test
    void parserIsNotJudgedByWhatItDoesNotClaim() {
        Stub dataOnly = new Stub(EnumSet.noneOf(Capability.class), sink -> new PlainParser(sink) {
            @Override
            void event() {
                sink.event("", data, "");
            }
        });
        String typed = "'input': [{'text': 'id:1\\nevent:e\\nretry:5\\ndata:a\\n\\n'}], 'expect': {'events':"
                + " [{'type': 'e', 'data': 'a', 'id': '1'}], 'retry': 6, 'lastEventId': '2'}";
        assertEquals(Verdict.OK, Cases.run(Cases.of("X-A-1", typed), dataOnly).verdict());
        assertEquals(
                Verdict.FAILED, Cases.run(Cases.of("X-A-1", typed), right()).verdict());
        String needs = typed + ", 'needs': ['type']";
        assertEquals(
                Verdict.NOT_APPLICABLE,
                Cases.run(Cases.of("X-A-1", needs), dataOnly).verdict());
    }

    @Test
    void retryAndLastEventIdAreJudgedWhereTheCaseNamesThem() {
        String input = "'input': [{'text': 'id:1\\nretry:5\\n\\n'}], 'expect': {'events': []";
        assertEquals(
                Verdict.OK, Cases.run(Cases.of("X-A-1", input + "}"), right()).verdict());
        assertEquals(
                "retry: expected none, got 5",
                Cases.run(Cases.of("X-A-1", input + ", 'retry': null}"), right())
                        .note());
        assertEquals(
                "last event ID: expected \"2\", got \"1\"",
                Cases.run(Cases.of("X-A-1", input + ", 'lastEventId': '2'}"), right())
                        .note());
    }

    @Test
    void eventsThatAreMissingOrTooManyAreNamed() {
        String none = "'input': [{'text': 'data:a\\n\\n'}], 'expect': {'events': []}";
        assertEquals(
                "event 1 is one too many: message \"a\"",
                Cases.run(Cases.of("X-A-1", none), right()).note());
        String more = ONE_EVENT.replace("data:a\\n", "data:a");
        assertEquals(
                "event 1 of 1 is missing: message \"a\"",
                Cases.run(Cases.of("X-A-1", more), right()).note());
    }

    @Test
    void eventThatIsWithheldIsLate() {
        String prompt = ONE_EVENT + ", 'prompt': [{'after': 8, 'events': 1}]";
        Stub atTheEnd = Stub.of(sink -> new PlainParser(sink) {
            private final List<String> held = new ArrayList<>();

            @Override
            void event() {
                held.add(data);
            }

            @Override
            public void end() {
                held.forEach(kept -> sink.event("message", kept, ""));
                super.end();
            }
        });
        assertEquals(Verdict.OK, Cases.run(Cases.of("X-A-1", prompt), right()).verdict());
        CaseResult late = Cases.run(Cases.of("X-A-1", prompt), atTheEnd);
        assertEquals(Verdict.LATE, late.verdict());
        assertEquals("0 of 1 events were handed over when 8 bytes had come and nothing more", late.note());
    }

    @Test
    void exceptionIsACrash() {
        Stub throwsAtEnd = Stub.of(sink -> new PlainParser(sink) {
            @Override
            public void end() {
                throw new StackOverflowError("deep");
            }
        });
        CaseResult result = Cases.run(Cases.of("X-A-1", ONE_EVENT), throwsAtEnd);
        assertEquals(Verdict.CRASH, result.verdict());
        assertTrue(result.note().startsWith("in one read: threw java.lang.StackOverflowError: deep in "), result::note);
        assertEquals("message \"a\"", result.evidence().orElseThrow().actual());
    }

    @Test
    void nullFromAParserIsACrash() {
        Stub saysNull = Stub.of(sink -> new PlainParser(sink) {
            @Override
            void event() {
                sink.event("message", null, "");
            }
        });
        CaseResult result = Cases.run(Cases.of("X-A-1", ONE_EVENT), saysNull);
        assertEquals(Verdict.CRASH, result.verdict());
        assertEquals("no event", result.evidence().orElseThrow().actual());
    }

    @Test
    void exceptionThatCannotEvenBeShownIsACrash() {
        Stub hostile = Stub.of(sink -> {
            throw new IllegalStateException("hostile") {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException();
                }
            };
        });
        assertEquals(
                Verdict.CRASH, Cases.run(Cases.of("X-A-1", ONE_EVENT), hostile).verdict());
    }

    @Test
    void largeStreamsAreWrittenAsPartsAndShownInPart() {
        String large = "'input': [{'text': 'data:'}, {'repeat': {'text': 'xy', 'count': 50000}}, {'hex': '0A0A'}],"
                + " 'expect': {'events': [{'type': 'message', 'dataParts': [{'repeat': {'hex': '7879', 'count':"
                + " 50000}}, {'text': '!'}], 'id': ''}]}";
        CaseResult result = Cases.run(Cases.of("X-A-1", large), right());
        assertEquals("event 1, data, character 100001: expected \"!\", got the end", result.note());
        assertEquals(512, result.evidence().orElseThrow().input().length());
        assertTrue(result.evidence().orElseThrow().actual().length() < 300);
    }

    @Test
    void numberedEventsAreWrittenAsASequence() {
        String sequence = "'input': [{'sequence': {'prefix': 'data:', 'from': 8, 'count': 3, 'suffix': '\\n\\n'}}],"
                + " 'expect': {'eventsSequence': {'type': 'message', 'data': {'prefix': '', 'from': 8, 'count': 3,"
                + " 'suffix': ''}, 'id': ''}}";
        assertEquals(Verdict.OK, Cases.run(Cases.of("X-A-1", sequence), right()).verdict());
    }
}
