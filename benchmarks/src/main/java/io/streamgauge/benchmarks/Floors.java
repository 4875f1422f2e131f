package io.streamgauge.benchmarks;

import io.streamgauge.bytes.ByteSearch;
import java.util.Arrays;
import java.util.List;

/** What nobody who looks at every byte can beat: each does a part of the work, none gives an answer. */
public final class Floors implements SubjectSource {
    @Override
    public List<Subject> subjects() {
        return Arrays.stream(Question.values())
                .flatMap(question -> of(question).stream())
                .toList();
    }

    private static List<Subject> of(Question question) {
        Subject copy = new Floor("arraycopy", question, new Copy());
        Subject positions = new Floor("swar-line-positions", question, Floors::linePositions);
        return switch (question) {
            case FRAMING -> List.of(copy, new Floor("byte-loop", question, Floors::lineLoop), positions);
            case DECODING, MESSAGE -> List.of(positions);
            case PARTIAL_JSON -> List.of(copy, new Floor("byte-loop", question, Floors::quoteLoop));
            case BUFFERING -> List.of(copy, new Floor("byte-loop", question, Floors::blankLoop));
        };
    }

    /** Finds every line end, a byte at a time. */
    private static void lineLoop(byte[] read, AnswerSink sink) {
        int line = 0;
        for (int at = 0; at < read.length; at++) {
            if (read[at] == '\n' || read[at] == '\r') {
                sink.piece(read, line, at - line);
                line = at + 1;
            }
        }
    }

    /** Finds the position of every line end, eight bytes at a time: the floor that framing is measured against. */
    private static void linePositions(byte[] read, AnswerSink sink) {
        int line = 0;
        while (line < read.length) {
            int end = ByteSearch.lineEnd(read, line, read.length);
            sink.piece(read, line, end - line);
            line = end + 1;
        }
    }

    /** Counts what a completion has to know at the least: where strings begin and end. */
    private static void quoteLoop(byte[] read, AnswerSink sink) {
        int quotes = 0;
        for (byte b : read) {
            quotes += b == '"' || b == '\\' ? 1 : 0;
        }
        sink.piece(read, 0, quotes);
    }

    /** Finds the blanks between words. */
    private static void blankLoop(byte[] read, AnswerSink sink) {
        int word = 0;
        for (int at = 0; at < read.length; at++) {
            if (read[at] == ' ' || read[at] == '\n') {
                sink.piece(read, word, at - word);
                word = at + 1;
            }
        }
    }

    /** Copies every byte once, to where the next copy goes too: into the nearest cache. */
    private static final class Copy implements ReadWork {
        private final byte[] target = new byte[1 << 14];

        @Override
        public void read(byte[] read, AnswerSink sink) {
            for (int at = 0; at < read.length; at += target.length) {
                int length = Math.min(target.length, read.length - at);
                System.arraycopy(read, at, target, 0, length);
                sink.piece(target, 0, length);
            }
        }
    }

    /** What is done with each read. */
    @FunctionalInterface
    private interface ReadWork {
        void read(byte[] read, AnswerSink sink);
    }

    private record Floor(String name, Question question, ReadWork work) implements Subject {
        @Override
        public Kind kind() {
            return Kind.FLOOR;
        }

        @Override
        public boolean takes(StreamInput input) {
            return true;
        }

        @Override
        public Worker newWorker(StreamInput input) {
            return (reads, sink) -> {
                for (Reads.Stream stream : reads.streams()) {
                    for (byte[] read : stream.reads()) {
                        work.read(read, sink);
                    }
                    sink.endOfStream();
                }
            };
        }
    }
}
