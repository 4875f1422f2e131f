package io.streamgauge.conformance;

import io.streamgauge.bytes.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A correct parser of the plainest kind, a byte at a time, with a method to override for every mistake one can make.
 */
class PlainParser implements ParserSubject.Session {
    final ParserSubject.Sink sink;
    final ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean afterCr;
    boolean atFirstLine = true;
    boolean hasData;
    String data = "";
    String type = "";
    String idBuffer = "";
    String lastEventId = "";

    PlainParser(ParserSubject.Sink sink) {
        this.sink = sink;
    }

    @Override
    public void feed(ByteBuffer read) {
        while (read.hasRemaining()) {
            take(read.get());
        }
    }

    @Override
    public void end() {
        sink.lastEventId(lastEventId);
    }

    void take(byte b) {
        if (afterCr) {
            afterCr = false;
            if (b == '\n') {
                return;
            }
        }
        if (b == '\n' || b == '\r') {
            afterCr = b == '\r';
            lineEnds();
        } else {
            line.write(b);
        }
    }

    void lineEnds() {
        byte[] bytes = line.toByteArray();
        line.reset();
        String text = withoutMark(decode(bytes));
        atFirstLine = false;
        line(text);
    }

    String decode(byte[] bytes) {
        return Utf8.decode(bytes, 0, bytes.length);
    }

    String withoutMark(String text) {
        return atFirstLine && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    void line(String text) {
        int colon = text.indexOf(':');
        if (text.isEmpty()) {
            dispatch();
        } else if (colon == 0) {
            comment(text);
        } else if (colon < 0) {
            field(text, "");
        } else {
            field(text.substring(0, colon), value(text.substring(colon + 1)));
        }
    }

    void comment(String text) {}

    String value(String raw) {
        return raw.startsWith(" ") ? raw.substring(1) : raw;
    }

    void field(String name, String value) {
        switch (name) {
            case "data" -> data(value);
            case "event" -> type(value);
            case "id" -> id(value);
            case "retry" -> retry(value);
            default -> {}
        }
    }

    void data(String value) {
        data = hasData ? data.concat("\n").concat(value) : value;
        hasData = true;
    }

    void type(String value) {
        type = value;
    }

    void id(String value) {
        if (value.indexOf('\0') < 0) {
            idBuffer = value;
        }
    }

    void retry(String value) {
        if (value.matches("[0-9]{1,18}")) {
            sink.retry(Long.parseLong(value));
        }
    }

    void dispatch() {
        lastEventId = idBuffer;
        if (hasData) {
            event();
        }
        clear();
    }

    void event() {
        sink.event(type.isEmpty() ? "message" : type, data, lastEventId);
    }

    void clear() {
        hasData = false;
        data = "";
        type = "";
    }
}
