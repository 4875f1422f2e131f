package io.streamgauge.conformance;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A stream, or a text, written as a list of parts; put together only when it is needed, because a few are megabytes.
 */
record Parts(List<Part> parts) {
    /** A piece that is appended some number of times. */
    private sealed interface Part {
        void appendTo(GrowableBytes target);
    }

    private record Repeat(ByteSlice piece, int count) implements Part {
        @Override
        public void appendTo(GrowableBytes target) {
            for (int i = 0; i < count; i++) {
                target.append(piece);
            }
        }
    }

    private record Sequence(Numbered text) implements Part {
        @Override
        public void appendTo(GrowableBytes target) {
            for (int i = 0; i < text.count(); i++) {
                target.append(ByteSlice.ofUtf8(text.at(i)));
            }
        }
    }

    /** Prefix, number, suffix; for {@code count} numbers that begin with {@code from}. */
    record Numbered(String prefix, int from, int count, String suffix) {
        String at(int index) {
            return prefix + (from + index) + suffix;
        }

        static Numbered read(CaseNode node) {
            Numbered numbered =
                    new Numbered(node.text("prefix"), node.count("from"), node.count("count"), node.text("suffix"));
            node.nothingElse();
            return numbered;
        }
    }

    static Parts ofText(String text) {
        return new Parts(List.of(new Repeat(ByteSlice.ofUtf8(text), 1)));
    }

    static Parts read(CaseNode owner, String member) {
        List<Part> parts = new ArrayList<>();
        owner.children(member).forEach(part -> parts.add(part(part)));
        return new Parts(List.copyOf(parts));
    }

    private static Part part(CaseNode node) {
        Part part;
        if (node.has("repeat")) {
            CaseNode repeat = node.child("repeat");
            part = new Repeat(textOrHex(repeat), repeat.count("count"));
            repeat.nothingElse();
        } else if (node.has("sequence")) {
            part = new Sequence(Numbered.read(node.child("sequence")));
        } else {
            part = new Repeat(textOrHex(node), 1);
        }
        node.nothingElse();
        return part;
    }

    private static ByteSlice textOrHex(CaseNode node) {
        if (node.has("text")) {
            return ByteSlice.ofUtf8(node.text("text"));
        }
        try {
            byte[] bytes = HexFormat.of().parseHex(node.text("hex"));
            return new ByteSlice().wrap(bytes, 0, bytes.length);
        } catch (IllegalArgumentException e) {
            throw node.wrong("hex", "two hexadecimal digits for each byte", node.required("hex"));
        }
    }

    byte[] bytes() {
        GrowableBytes joined = joined();
        return Arrays.copyOf(joined.array(), joined.length());
    }

    String text() {
        return joined().copyUtf8();
    }

    private GrowableBytes joined() {
        GrowableBytes joined = new GrowableBytes();
        parts.forEach(part -> part.appendTo(joined));
        return joined;
    }
}
