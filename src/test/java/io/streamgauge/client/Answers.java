package io.streamgauge.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** HTTP answers as they stand on the wire. */
public final class Answers {
    /** The head of a chunked event stream. */
    public static final String HEAD =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";

    /** What ends a chunked body. */
    public static final String LAST_CHUNK = "0\r\n\r\n";

    /** The sentinel as an event. */
    public static final String DONE = "data: [DONE]\n\n";

    private Answers() {}

    /** A Chat Completions event with this text. */
    public static String text(String text) {
        return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n";
    }

    /** The event that says why the answer ended. */
    public static String stop() {
        return "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    }

    /** One HTTP chunk: RFC 9112, section 7.1. */
    public static String chunk(String content) {
        int length = content.getBytes(StandardCharsets.UTF_8).length;
        return Integer.toHexString(length) + "\r\n" + content + "\r\n";
    }

    /** A whole chunked answer, one chunk per event. */
    public static String chunked(String... events) {
        return HEAD + Arrays.stream(events).map(Answers::chunk).collect(Collectors.joining()) + LAST_CHUNK;
    }

    /** A whole answer with a length. */
    public static String sized(String statusLine, String headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 " + statusLine + "\r\n" + headers + "content-length: " + length + "\r\n\r\n" + body;
    }

    /** The bytes of a text on the wire. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
