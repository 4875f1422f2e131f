package io.streamgauge.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server on plain blocking sockets that does to each connection what a script says. */
public final class ScriptedServer implements AutoCloseable {
    /** What happens on one connection; the connection is closed when it returns. */
    @FunctionalInterface
    public interface Script {
        void run(Peer peer) throws IOException;
    }

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();

    public ScriptedServer(Script script) {
        this(plain(), script);
    }

    public ScriptedServer(ServerSocket listening, Script script) {
        this.listening = listening;
        threads.execute(() -> accept(script));
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Script script) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                accepted.add(socket);
                threads.execute(() -> serve(socket, script));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void serve(Socket socket, Script script) {
        try (socket) {
            script.run(new Peer(socket));
        } catch (IOException e) {
            // The client left: that is its right.
        }
    }

    /** How many connections came. */
    public int connections() {
        return accepted.size();
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : accepted) {
            socket.close();
        }
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One accepted connection. */
    public static final class Peer {
        private final Socket socket;
        private final InputStream in;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedInputStream(socket.getInputStream());
            socket.setTcpNoDelay(true);
        }

        /** Reads one request with its body. Returns its head's lines, or none when the client is gone. */
        public List<String> request() throws IOException {
            List<String> head = new ArrayList<>();
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                head.add(line);
                if (line.startsWith("content-length: ")) {
                    length = Integer.parseInt(line.substring("content-length: ".length()));
                }
            }
            in.skipNBytes(length);
            return head;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                line.append((char) c);
            }
            return line.toString().stripTrailing();
        }

        /** Sends text as UTF-8. */
        public void send(String bytes) throws IOException {
            socket.getOutputStream().write(Answers.bytes(bytes));
            socket.getOutputStream().flush();
        }

        /** Waits until the client has closed the connection. */
        public void awaitClose() throws IOException {
            while (in.read() >= 0) {
                // what it still sends does not matter
            }
        }

        /** Ends the connection with RST in place of FIN. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
