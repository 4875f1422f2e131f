package io.streamgauge.benchmarks;

import io.streamgauge.bytes.ByteSearch;

/** What nobody who looks at every byte can beat: each does a part of the work, none gives an answer. */
public final class Floors {
    private Floors() {}

    private abstract static class Floor implements Subject {
        @Override
        public final Kind kind() {
            return Kind.FLOOR;
        }

        @Override
        public Question question() {
            return Question.FRAMING;
        }

        @Override
        public boolean takes(StreamInput input) {
            return true;
        }

        @Override
        public final Worker newWorker(StreamInput input) {
            return (reads, sink) -> {
                for (Reads.Stream stream : reads.streams()) {
                    for (byte[] read : stream.reads()) {
                        read(read, sink);
                    }
                    sink.endOfStream();
                }
            };
        }

        abstract void read(byte[] read, AnswerSink sink) throws Exception;
    }

    /** Copies every byte once. */
    public static final class ArrayCopy extends Floor {
        private final byte[] target = new byte[1 << 24];

        @Override
        public String name() {
            return "arraycopy";
        }

        @Override
        void read(byte[] read, AnswerSink sink) {
            System.arraycopy(read, 0, target, 0, read.length);
            sink.piece(target, 0, read.length);
        }
    }

    /** Finds every line end, a byte at a time. */
    public static final class ByteLoop extends Floor {
        @Override
        public String name() {
            return "byte-loop";
        }

        @Override
        void read(byte[] read, AnswerSink sink) {
            int line = 0;
            for (int at = 0; at < read.length; at++) {
                if (read[at] == '\n' || read[at] == '\r') {
                    sink.piece(read, line, at - line);
                    line = at + 1;
                }
            }
        }
    }

    /** Finds the position of every line end, eight bytes at a time: the floor that framing is measured against. */
    public static class LinePositions extends Floor {
        @Override
        public String name() {
            return "swar-line-positions";
        }

        @Override
        void read(byte[] read, AnswerSink sink) {
            int line = 0;
            while (line < read.length) {
                int end = ByteSearch.lineEnd(read, line, read.length);
                sink.piece(read, line, end - line);
                line = end + 1;
            }
        }
    }

    /** The same, beside decoding. */
    public static final class LinePositionsForDecoding extends LinePositions {
        @Override
        public Question question() {
            return Question.DECODING;
        }
    }

    /** The same, beside whole messages. */
    public static final class LinePositionsForMessages extends LinePositions {
        @Override
        public Question question() {
            return Question.MESSAGE;
        }
    }
}
