package io.streamgauge.event;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down all that a parser says, a line for each call, and so copies it before the views die. */
final class Transcript implements StreamEventHandler {
    final List<String> lines = new ArrayList<>();

    @Override
    public void onEvent(StreamEvent event) {
        StringBuilder line = new StringBuilder();
        line.append(event.number()).append('@').append(event.byteOffset());
        line.append(event.type().isEmpty() ? "" : " " + shown(event.type()) + " /");
        line.append(" `").append(shown(event.data())).append('`');
        line.append(event.lastEventId().isEmpty() ? "" : " #" + shown(event.lastEventId()));
        line.append(event.ending() == StreamEvent.Ending.COMPLETE ? "" : " unterminated");
        lines.add(line.toString());
    }

    @Override
    public void onComment(ByteSlice text) {
        lines.add("comment `" + shown(text) + "`");
    }

    @Override
    public void onRetry(long millis) {
        lines.add("retry " + millis);
    }

    @Override
    public void onIgnoredLine(ByteSlice line, long byteOffset) {
        lines.add("ignored@" + byteOffset + " `" + shown(line) + "`");
    }

    @Override
    public void onFailure(ParseFailure failure) {
        lines.add(failure.kind() + "@" + failure.byteOffset() + " in event " + failure.eventNumber());
    }

    /** Text with its line ends visible. */
    private static String shown(ByteSlice slice) {
        return slice.copyUtf8().replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }

    /** Bytes of a text in which {@code <EF BB>} stands for these bytes. */
    static byte[] bytes(String text) {
        List<byte[]> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf("<", at);
            int textEnd = open < 0 ? text.length() : open;
            parts.add(Utf8.encode(text.substring(at, textEnd)));
            at = textEnd;
            if (open >= 0) {
                int close = text.indexOf('>', open);
                parts.add(hex(text.substring(open + 1, close)));
                at = close + 1;
            }
        }
        return join(parts);
    }

    private static byte[] hex(String digits) {
        String compact = digits.replace(" ", "");
        byte[] bytes = new byte[compact.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(compact.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    private static byte[] join(List<byte[]> parts) {
        byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    @Override
    public String toString() {
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
