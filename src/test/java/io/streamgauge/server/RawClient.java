package io.streamgauge.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client that hides nothing: what it is told to send goes out as it is, and a response shows its chunks. */
public final class RawClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    /** Connects to this machine. */
    public RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * A response.
     *
     * @param headers by name in lower case
     * @param chunks the body as it was cut; one piece when the body was not chunked
     */
    public record Response(int status, Map<String, String> headers, List<byte[]> chunks) {
        public byte[] body() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            chunks.forEach(all::writeBytes);
            return all.toByteArray();
        }

        public String text() {
            return new String(body(), UTF_8);
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public List<Integer> chunkLengths() {
            return chunks.stream().map(chunk -> chunk.length).toList();
        }
    }

    public static String post(String path, String body, String... headers) {
        StringBuilder request = new StringBuilder("POST " + path + " HTTP/1.1\r\nhost: gauge\r\n");
        request.append("content-type: application/json\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("content-length: ")
                .append(body.getBytes(UTF_8).length)
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    public static String get(String path, String... headers) {
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nhost: gauge\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    /** One request on a connection of its own. */
    public static Response exchange(int port, String request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            return client.send(request).read();
        }
    }

    public RawClient send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** The next response; what only tells the client to go on is passed over. */
    public Response read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        if (status == 100) {
            assertEquals("", line(), "behind the interim response");
            return read();
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Response(status, headers, body(headers));
    }

    private List<byte[]> body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            return chunks();
        }
        return headers.containsKey("content-length")
                ? List.of(exactly(Integer.parseInt(headers.get("content-length"))))
                : List.of(in.readAllBytes());
    }

    private List<byte[]> chunks() throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            chunks.add(exactly(length));
            assertEquals("", line(), "behind a chunk");
        }
        assertEquals("", line(), "behind the last chunk");
        return chunks;
    }

    public byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        assertEquals(length, bytes.length, "bytes before the end of the connection");
        return bytes;
    }

    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("connection ended behind '" + line.toString(ISO_8859_1) + "'");
            }
            line.write(b);
        }
        String text = line.toString(ISO_8859_1);
        assertEquals('\r', text.charAt(text.length() - 1));
        return text.substring(0, text.length() - 1);
    }

    /** Whether the server ends the connection and sends nothing before that. */
    public boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    /** Makes the connection end with a reset in place of a farewell. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
