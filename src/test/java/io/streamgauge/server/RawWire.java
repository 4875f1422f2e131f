package io.streamgauge.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * All that came over one connection, and how it ended.
 *
 * @param head status line and header fields with the blank line; empty when none came
 * @param body every byte behind that, chunk sizes included
 */
record RawWire(String head, String body, End end) {
    /** So long the first byte may take on a busy machine. */
    private static final int FIRST_BYTE_MILLIS = 3_000;

    /** So long nothing comes behind it from a connection that is taken for silent. */
    private static final int SILENCE_MILLIS = 500;

    /** How a connection ended. */
    enum End {
        /** Closed in order. */
        FIN,
        /** Reset. */
        RST,
        /** Not at all. */
        OPEN
    }

    /** Sends one request on a connection of its own and reads until nothing more comes. */
    static RawWire of(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            End end = read(socket, all);
            String text = all.toString(ISO_8859_1);
            int headEnd = text.indexOf("\r\n\r\n") + 4;
            return headEnd < 4
                    ? new RawWire("", text, end)
                    : new RawWire(text.substring(0, headEnd), text.substring(headEnd), end);
        }
    }

    private static End read(Socket socket, ByteArrayOutputStream all) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[64 << 10];
        socket.setSoTimeout(FIRST_BYTE_MILLIS);
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
                socket.setSoTimeout(SILENCE_MILLIS);
            }
            return End.FIN;
        } catch (SocketTimeoutException e) {
            return End.OPEN;
        } catch (SocketException e) {
            return End.RST;
        }
    }

    int status() {
        return Integer.parseInt(head.split(" ", 3)[1]);
    }

    /** The value of a header field; empty when there is none. */
    String header(String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).strip())
                .orElse("");
    }

    /** Pieces as HTTP/1.1 sends chunks, without the last, empty one. */
    static String chunks(String... pieces) {
        StringBuilder chunks = new StringBuilder();
        for (String piece : pieces) {
            byte[] bytes = piece.getBytes(UTF_8);
            chunks.append(Integer.toHexString(bytes.length)).append("\r\n");
            chunks.append(new String(bytes, ISO_8859_1)).append("\r\n");
        }
        return chunks.toString();
    }
}
