package ai.artenic.optimizer.adapters.pricing.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on loopback that says what it is told, byte for byte, whether that is HTTP or not.
final class RawServer implements AutoCloseable {
    private final ServerSocket listening;
    private final boolean listens;
    private final List<Script> scripts;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// What is done with one connection after its request was read. The connection is then closed.
    @FunctionalInterface
    interface Script {
        void play(Socket connection) throws Exception;
    }

    /// @param scripts one per connection; the last one also for all that follow
    RawServer(Script... scripts) {
        this(true, scripts);
    }

    private RawServer(boolean listens, Script... scripts) {
        this.listens = listens;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.scripts = List.of(scripts);
        threads.execute(this::accept);
    }

    /// One that plays its script without reading the request first.
    static RawServer deaf(Script script) {
        return new RawServer(false, script);
    }

    /// Says a text.
    static Script saying(String text) {
        return connection -> say(connection, text);
    }

    /// Answers with a status, more headers and no body.
    static Script status(String status, String... headers) {
        var lines = new ArrayList<>(List.of("HTTP/1.1 " + status, "Content-Length: 0", "Connection: close"));
        lines.addAll(List.of(headers));
        return saying(String.join("\r\n", lines) + "\r\n\r\n");
    }

    /// Answers with a body as it should be.
    static Script ok(String body, String... headers) {
        var lines = new ArrayList<>(List.of("HTTP/1.1 200 OK", "Content-Length: " + body.length()));
        lines.add("Connection: close");
        lines.addAll(List.of(headers));
        return saying(String.join("\r\n", lines) + "\r\n\r\n" + body);
    }

    static void say(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /// Waits until the other side has hung up.
    static void awaitEnd(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        while (in.read() >= 0) {
            // what still comes is of no interest
        }
    }

    String address() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    int port() {
        return listening.getLocalPort();
    }

    /// What was asked, headers included.
    List<String> requests() {
        return requests;
    }

    private void accept() {
        for (int connection = 0; !listening.isClosed(); connection++) {
            try {
                Socket accepted = listening.accept();
                open.add(accepted);
                Script script = scripts.get(Math.min(connection, scripts.size() - 1));
                threads.execute(() -> serve(accepted, script));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection, Script script) {
        try (connection) {
            requests.add(listens ? head(connection.getInputStream()) : "");
            script.play(connection);
        } catch (IOException | InterruptedException e) {
            // the other side hung up, which is what it should do with most of the scripts
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                return head.toString();
            }
            head.append((char) one);
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
