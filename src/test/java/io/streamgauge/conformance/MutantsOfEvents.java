package io.streamgauge.conformance;

import static io.streamgauge.conformance.Verdict.CRASH;
import static io.streamgauge.conformance.Verdict.FAILED;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Mistakes with what makes an event, and with what one event leaves to the next. */
final class MutantsOfEvents {
    private MutantsOfEvents() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant("joins data lines without LF", "SSE-DAT-01", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void data(String value) {
                        data = data.concat(value);
                        hasData = true;
                    }
                }),
                new Mutant("keeps the last data line only", "SSE-DAT-08", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void data(String value) {
                        data = value;
                        hasData = true;
                    }
                }),
                new Mutant("drops events with empty data", "SSE-DAT-02", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void event() {
                        if (!data.isEmpty()) {
                            super.event();
                        }
                    }
                }),
                new Mutant("strips all LFs from the end", "SSE-DAT-05", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void event() {
                        data = data.replaceFirst("\n+$", "");
                        super.event();
                    }
                }),
                new Mutant("drops NUL from data", "SSE-DAT-07", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void data(String value) {
                        super.data(value.replace("\0", ""));
                    }
                }),
                new Mutant("resolves backslashes", "SSE-DAT-09", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void data(String value) {
                        super.data(value.replace("\\n", "\n"));
                    }
                }),
                new Mutant("ends at the sentinel", "SSE-DAT-11", FAILED, sink -> new PlainParser(sink) {
                    private boolean done;

                    @Override
                    void event() {
                        done |= data.equals("[DONE]");
                        if (!done) {
                            super.event();
                        }
                    }
                }),
                new Mutant("keeps the type for the next event", "SSE-EVT-02", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void clear() {
                        String kept = type;
                        super.clear();
                        type = kept;
                    }
                }),
                new Mutant(
                        "keeps the type of a block without data", "SSE-EVT-03", FAILED, sink -> new PlainParser(sink) {
                            @Override
                            void clear() {
                                String kept = hasData ? "" : type;
                                super.clear();
                                type = kept;
                            }
                        }),
                new Mutant("hands over an empty type", "SSE-EVT-05", FAILED, sink -> new PlainParser(sink) {
                    private boolean typed;

                    @Override
                    void type(String value) {
                        super.type(value);
                        typed = true;
                    }

                    @Override
                    void event() {
                        sink.event(typed ? type : "message", data, lastEventId);
                    }

                    @Override
                    void clear() {
                        super.clear();
                        typed = false;
                    }
                }),
                new Mutant("ignores an empty type", "SSE-EVT-06", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void type(String value) {
                        super.type(value.isEmpty() ? type : value);
                    }
                }),
                new Mutant("swallows events of type error", "SSE-EVT-12", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void event() {
                        if (!type.equals("error")) {
                            super.event();
                        }
                    }
                }),
                new Mutant("forgets the id after its event", "SSE-ID-02", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void clear() {
                        super.clear();
                        idBuffer = "";
                    }
                }),
                new Mutant(
                        "forgets the id of a block without data", "SSE-ID-08", FAILED, sink -> new PlainParser(sink) {
                            @Override
                            void dispatch() {
                                idBuffer = hasData ? idBuffer : lastEventId;
                                super.dispatch();
                            }
                        }),
                new Mutant("uses the id of an unfinished block", "SSE-ID-09", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void id(String value) {
                        super.id(value);
                        lastEventId = idBuffer;
                    }
                }),
                new Mutant("sets the time at the blank line", "SSE-RTY-12", FAILED, sink -> new PlainParser(sink) {
                    private String held = "";

                    @Override
                    void retry(String value) {
                        held = value.matches("[0-9]+") ? value : held;
                    }

                    @Override
                    void dispatch() {
                        super.retry(held);
                        super.dispatch();
                    }
                }),
                new Mutant("dispatches at the end of the stream", "SSE-DSP-02", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    public void end() {
                        dispatch();
                        super.end();
                    }
                }),
                new Mutant("reads an unfinished last line", "SSE-DSP-01", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    public void end() {
                        if (line.size() > 0) {
                            lineEnds();
                            dispatch();
                        }
                        super.end();
                    }
                }),
                new Mutant("dispatches without data", "SSE-DSP-05", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void type(String value) {
                        super.type(value);
                        hasData = true;
                    }
                }),
                new Mutant("dispatches at every blank line", "SSE-DSP-04", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void dispatch() {
                        lastEventId = idBuffer;
                        event();
                        clear();
                    }
                }),
                new Mutant("wants at least one event", "SSE-DSP-03", CRASH, sink -> new PlainParser(sink) {
                    private boolean seen;

                    @Override
                    void event() {
                        seen = true;
                        super.event();
                    }

                    @Override
                    public void end() {
                        if (!seen) {
                            throw new IllegalStateException("no event");
                        }
                        super.end();
                    }
                }),
                new Mutant(
                        "reports an unfinished line as an error", "SSE-ENC-08", FAILED, sink -> new PlainParser(sink) {
                            @Override
                            public void end() {
                                if (line.size() > 0) {
                                    sink.error("unfinished line");
                                }
                                super.end();
                            }
                        }),
                new Mutant("drops repeated events", "SSE-DSP-06", FAILED, sink -> new PlainParser(sink) {
                    private String last = "";

                    @Override
                    void event() {
                        if (!data.equals(last)) {
                            super.event();
                        }
                        last = data;
                    }
                }),
                new Mutant("dispatches events in pairs, the wrong way round", "SSE-DSP-07", FAILED, InPairs::new));
    }

    private static final class InPairs extends PlainParser {
        private final Deque<Runnable> held = new ArrayDeque<>();

        InPairs(ParserSubject.Sink sink) {
            super(sink);
        }

        @Override
        void event() {
            String heldData = data;
            String heldId = lastEventId;
            String heldType = type.isEmpty() ? "message" : type;
            held.push(() -> sink.event(heldType, heldData, heldId));
            if (held.size() == 2) {
                release();
            }
        }

        private void release() {
            held.forEach(Runnable::run);
            held.clear();
        }

        @Override
        public void end() {
            release();
            super.end();
        }
    }
}
