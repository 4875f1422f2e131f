package io.streamgauge.conformance;

import static io.streamgauge.conformance.Verdict.CRASH;
import static io.streamgauge.conformance.Verdict.FAILED;

import java.util.List;
import java.util.Locale;

/** Mistakes with names and values. */
final class MutantsOfFields {
    private MutantsOfFields() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant("keeps the space after the colon", "SSE-FLD-02", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String value(String raw) {
                        return raw;
                    }
                }),
                new Mutant("removes all spaces after the colon", "SSE-FLD-03", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String value(String raw) {
                        return raw.replaceFirst("^ +", "");
                    }
                }),
                new Mutant("removes a tab after the colon", "SSE-FLD-04", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String value(String raw) {
                        return raw.startsWith("\t") ? raw.substring(1) : super.value(raw);
                    }
                }),
                new Mutant("trims the end of a value", "SSE-FLD-05", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String value(String raw) {
                        return super.value(raw).stripTrailing();
                    }
                }),
                new Mutant("wants the space after the colon", "SSE-FLD-01", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String value(String raw) {
                        return raw.isEmpty() ? raw : raw.substring(1);
                    }
                }),
                new Mutant("splits at the last colon", "SSE-FLD-08", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void line(String text) {
                        super.line(
                                text.startsWith("data:") ? "data:" + text.substring(text.lastIndexOf(':') + 1) : text);
                    }
                }),
                new Mutant("ignores a name without a colon", "SSE-FLD-10", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void line(String text) {
                        super.line(text.isEmpty() || text.contains(":") ? text : ":" + text);
                    }
                }),
                new Mutant("does not mind the case of names", "SSE-FLD-12", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void field(String name, String value) {
                        super.field(name.toLowerCase(Locale.ROOT), value);
                    }
                }),
                new Mutant("trims names", "SSE-FLD-14", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void field(String name, String value) {
                        super.field(name.strip(), value);
                    }
                }),
                new Mutant("compares the beginning of names", "SSE-FLD-16", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void field(String name, String value) {
                        super.field(name.startsWith("data") ? "data" : name, value);
                    }
                }),
                new Mutant("takes any other line for data", "SSE-FLD-21", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void field(String name, String value) {
                        super.field(List.of("event", "id", "retry").contains(name) ? name : "data", value);
                    }
                }),
                new Mutant("reads fields out of comments", "SSE-CMT-05", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void comment(String text) {
                        line(text.substring(1));
                    }
                }),
                new Mutant("ends an event at a comment", "SSE-CMT-02", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void comment(String text) {
                        dispatch();
                    }
                }),
                new Mutant("accepts an id with NUL", "SSE-ID-06", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void id(String value) {
                        idBuffer = value;
                    }
                }),
                new Mutant("resets the id at one with NUL", "SSE-ID-07", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void id(String value) {
                        idBuffer = value.indexOf('\0') < 0 ? value : "";
                    }
                }),
                new Mutant("ignores an empty id", "SSE-ID-04", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void id(String value) {
                        super.id(value.isEmpty() ? idBuffer : value);
                    }
                }),
                new Mutant("takes ids for numbers", "SSE-ID-13", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void id(String value) {
                        super.id(value.replaceFirst("^0+(?=\\d)", ""));
                    }
                }),
                new Mutant("accepts a sign before the time", "SSE-RTY-05", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void retry(String value) {
                        super.retry(value.replaceFirst("^[+-]", ""));
                    }
                }),
                new Mutant("accepts digits of any script", "SSE-RTY-08", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void retry(String value) {
                        if (!value.isEmpty() && value.chars().allMatch(Character::isDigit) && value.length() < 19) {
                            sink.retry(Long.parseLong(value));
                        }
                    }
                }),
                new Mutant("reads the digits it finds", "SSE-RTY-03", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void retry(String value) {
                        super.retry(value.replaceFirst("\\D.*$", ""));
                    }
                }),
                new Mutant("reads octal", "SSE-RTY-09", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void retry(String value) {
                        if (value.matches("0[0-7]+")) {
                            sink.retry(Long.parseLong(value, 8));
                        } else {
                            super.retry(value);
                        }
                    }
                }),
                new Mutant("throws at a time too large", "SSE-RTY-13", CRASH, sink -> new PlainParser(sink) {
                    @Override
                    void retry(String value) {
                        if (value.matches("[0-9]+")) {
                            sink.retry(Long.parseLong(value));
                        }
                    }
                }));
    }
}
