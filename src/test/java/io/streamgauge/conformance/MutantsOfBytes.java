package io.streamgauge.conformance;

import static io.streamgauge.conformance.Verdict.CRASH;
import static io.streamgauge.conformance.Verdict.FAILED;
import static io.streamgauge.conformance.Verdict.SPLIT;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Mistakes with encodings and reads. */
final class MutantsOfBytes {
    private MutantsOfBytes() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant("keeps the byte order mark", "SSE-ENC-01", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String withoutMark(String text) {
                        return text;
                    }
                }),
                new Mutant("looks for the mark in the first read only", "SSE-ENC-02", SPLIT, MarkInFirstRead::new),
                new Mutant("removes two marks", "SSE-ENC-03", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String withoutMark(String text) {
                        return super.withoutMark(super.withoutMark(text));
                    }
                }),
                new Mutant("removes a mark from every line", "SSE-ENC-04", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String withoutMark(String text) {
                        return text.startsWith("\uFEFF") ? text.substring(1) : text;
                    }
                }),
                new Mutant("reads Latin-1", "SSE-ENC-10", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String decode(byte[] bytes) {
                        return new String(bytes, StandardCharsets.ISO_8859_1);
                    }
                }),
                new Mutant("decodes every read for itself", "SSE-ENC-11", SPLIT, DecodesEveryRead::new),
                new Mutant("drops malformed bytes", "SSE-ENC-12", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String decode(byte[] bytes) {
                        return super.decode(bytes).replace("\uFFFD", "");
                    }
                }),
                new Mutant("throws at malformed bytes", "SSE-ENC-13", CRASH, sink -> new PlainParser(sink) {
                    @Override
                    String decode(byte[] bytes) {
                        try {
                            ByteBuffer buffer = ByteBuffer.wrap(bytes);
                            return StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(buffer)
                                    .toString();
                        } catch (CharacterCodingException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }),
                new Mutant("decodes as the JDK does", "SSE-ENC-16", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String decode(byte[] bytes) {
                        return new String(bytes, StandardCharsets.UTF_8);
                    }
                }),
                new Mutant("replaces every malformed byte", "SSE-ENC-19", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    String decode(byte[] bytes) {
                        String text = super.decode(bytes);
                        return text.contains("\uFFFD") && bytes.length > text.length()
                                ? text.replace("\uFFFD", "\uFFFD\uFFFD")
                                : text;
                    }
                }),
                new Mutant("decodes ids as the JDK does", "SSE-UTF8-EDA080-ID", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void id(String value) {
                        super.id(value.replace("\uFFFD\uFFFD\uFFFD", "\uFFFD"));
                    }
                }),
                new Mutant("starts afresh with every read", "SSE-FRG-05", SPLIT, sink -> new PlainParser(sink) {
                    @Override
                    public void feed(ByteBuffer read) {
                        super.feed(read);
                        line.reset();
                    }
                }),
                new Mutant("takes an empty read for the end", "SSE-FRG-04", SPLIT, EndsAtEmptyRead::new),
                new Mutant("keeps the reader's buffer", "SSE-FRG-05", SPLIT, KeepsTheBuffer::new));
    }

    private static final class MarkInFirstRead extends PlainParser {
        private boolean inFirstRead = true;
        private boolean hasMark;

        MarkInFirstRead(ParserSubject.Sink sink) {
            super(sink);
        }

        @Override
        public void feed(ByteBuffer read) {
            if (inFirstRead) {
                hasMark = read.remaining() >= 3 && read.get(0) == (byte) 0xEF;
                inFirstRead = false;
            }
            super.feed(read);
        }

        @Override
        String withoutMark(String text) {
            return hasMark ? super.withoutMark(text) : text;
        }
    }

    private static final class DecodesEveryRead extends PlainParser {
        DecodesEveryRead(ParserSubject.Sink sink) {
            super(sink);
        }

        @Override
        public void feed(ByteBuffer read) {
            byte[] bytes = new byte[read.remaining()];
            read.get(bytes);
            super.feed(ByteBuffer.wrap(super.decode(bytes).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static final class EndsAtEmptyRead extends PlainParser {
        private boolean ended;

        EndsAtEmptyRead(ParserSubject.Sink sink) {
            super(sink);
        }

        @Override
        public void feed(ByteBuffer read) {
            ended |= !read.hasRemaining();
            if (!ended) {
                super.feed(read);
            }
        }
    }

    /** Borrows the unfinished line instead of copying it. */
    private static final class KeepsTheBuffer extends PlainParser {
        private ByteBuffer borrowed = ByteBuffer.allocate(0);

        KeepsTheBuffer(ParserSubject.Sink sink) {
            super(sink);
        }

        @Override
        public void feed(ByteBuffer read) {
            super.feed(borrowed);
            int lineEnd = read.limit();
            while (lineEnd > 0 && read.get(lineEnd - 1) != '\n' && read.get(lineEnd - 1) != '\r') {
                lineEnd--;
            }
            borrowed = read.duplicate().position(lineEnd);
            super.feed(read.limit(lineEnd));
        }

        @Override
        public void end() {
            super.feed(borrowed);
            super.end();
        }
    }
}
