package io.streamgauge.conformance;

import static io.streamgauge.conformance.Verdict.CRASH;
import static io.streamgauge.conformance.Verdict.FAILED;
import static io.streamgauge.conformance.Verdict.HANG;
import static io.streamgauge.conformance.Verdict.LATE;
import static io.streamgauge.conformance.Verdict.SLOW;
import static io.streamgauge.conformance.Verdict.SPLIT;

import java.nio.ByteBuffer;
import java.util.List;

/** Mistakes with line ends. */
final class MutantsOfLines {
    private static final int TINY_BUFFER = 4 << 10;
    private static final int SMALL_BUFFER = 64 << 10;

    private MutantsOfLines() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant("knows LF only", "SSE-EOL-02", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void take(byte b) {
                        if (b == '\n') {
                            lineEnds();
                        } else {
                            line.write(b);
                        }
                    }
                }),
                new Mutant("knows LF and CR LF only", "SSE-EOL-03", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void take(byte b) {
                        if (b == '\n') {
                            lineEnds();
                        } else {
                            line.write(b);
                        }
                    }

                    @Override
                    void line(String text) {
                        super.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
                    }
                }),
                new Mutant("takes CR and LF for two line ends", "SSE-EOL-02", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void take(byte b) {
                        afterCr = false;
                        super.take(b);
                    }
                }),
                new Mutant("forgets the CR when a read ends", "SSE-EOL-05", SPLIT, sink -> new PlainParser(sink) {
                    @Override
                    public void feed(ByteBuffer read) {
                        super.feed(read);
                        afterCr = false;
                    }
                }),
                new Mutant("skips whatever follows a CR", "SSE-EOL-07", SPLIT, SkipsAfterCr::new),
                new Mutant("waits for what follows a CR", "SSE-FRG-07", LATE, WaitsAfterCr::new),
                new Mutant("waits for the next line", "SSE-FRG-06", LATE, WaitsForNextLine::new),
                new Mutant("waits for what follows CR LF", "SSE-FRG-10", LATE, sink -> new WaitsForNextLine(sink) {
                    @Override
                    void event() {
                        super.event();
                        if (!afterCr) {
                            release();
                        }
                    }
                }),
                new Mutant("takes blanks for a blank line", "SSE-EOL-17", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void line(String text) {
                        super.line(text.isBlank() ? "" : text);
                    }
                }),
                new Mutant("ends lines at U+2028 too", "SSE-ENC-25", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void line(String text) {
                        for (String part : text.split("\u2028", -1)) {
                            super.line(part);
                        }
                    }
                }),
                new Mutant("ends lines at a form feed too", "SSE-ENC-26", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void take(byte b) {
                        super.take(b == '\f' ? (byte) '\n' : b);
                    }
                }),
                new Mutant("spins when the stream ends in CR", "SSE-EOL-15", HANG, SpinsAtLastCr::new),
                new Mutant("looks through its buffer again at every read", "SSE-LIM-05", SLOW, ScansAgain::new),
                new Mutant("throws at a line of 4 KiB", "SSE-CMT-06", CRASH, sink -> new PlainParser(sink) {
                    @Override
                    void take(byte b) {
                        if (line.size() == TINY_BUFFER) {
                            throw new IllegalStateException("line too long");
                        }
                        super.take(b);
                    }
                }),
                new Mutant("has a line buffer of 64 KiB", "SSE-LIM-01", FAILED, sink -> new PlainParser(sink) {
                    @Override
                    void take(byte b) {
                        if (line.size() < SMALL_BUFFER || b == '\n') {
                            super.take(b);
                        }
                    }
                }));
    }

    private static final class SkipsAfterCr extends PlainParser {
        private boolean readEndedInCr;

        SkipsAfterCr(ParserSubject.Sink sink) {
            super(sink);
        }

        @Override
        public void feed(ByteBuffer read) {
            if (readEndedInCr && read.hasRemaining()) {
                read.get();
            }
            afterCr = false;
            super.feed(read);
            readEndedInCr = afterCr;
        }
    }

    private static final class WaitsAfterCr extends PlainParser {
        private boolean crHeld;

        WaitsAfterCr(ParserSubject.Sink sink) {
            super(sink);
        }

        @Override
        void take(byte b) {
            release();
            if (b == '\r') {
                crHeld = true;
            } else {
                super.take(b);
            }
        }

        private void release() {
            if (crHeld) {
                crHeld = false;
                super.take((byte) '\r');
            }
        }

        @Override
        public void end() {
            release();
            super.end();
        }
    }

    private static class WaitsForNextLine extends PlainParser {
        private Runnable held = () -> {};

        WaitsForNextLine(ParserSubject.Sink sink) {
            super(sink);
        }

        @Override
        void take(byte b) {
            if (b != '\n' && b != '\r') {
                release();
            }
            super.take(b);
        }

        @Override
        void event() {
            release();
            String heldType = type.isEmpty() ? "message" : type;
            String heldData = data;
            String heldId = lastEventId;
            held = () -> sink.event(heldType, heldData, heldId);
        }

        final void release() {
            held.run();
            held = () -> {};
        }

        @Override
        public void end() {
            release();
            super.end();
        }
    }

    private static final class SpinsAtLastCr extends PlainParser {
        SpinsAtLastCr(ParserSubject.Sink sink) {
            super(sink);
        }

        @Override
        public void end() {
            while (afterCr && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            super.end();
        }
    }

    private static final class ScansAgain extends PlainParser {
        private int found;

        ScansAgain(ParserSubject.Sink sink) {
            super(sink);
        }

        @Override
        public void feed(ByteBuffer read) {
            super.feed(read);
            for (byte b : line.toByteArray()) {
                found += b == '\n' ? 1 : 0;
            }
        }

        @Override
        public void end() {
            if (found > 0) {
                throw new AssertionError("a line holds no line end");
            }
            super.end();
        }
    }
}
