package ai.artenic.optimizer.adapters.persistence.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running PostgreSQL server: the process, and what it says.
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger("postgresql");
    private static final int LINES_KEPT = 40;

    private final Binaries binaries;
    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private Postmaster(Binaries binaries, Process process) {
        this.binaries = binaries;
        this.process = process;
    }

    /// Starts a server and waits until it accepts connections, which after a crash includes its recovery.
    ///
    /// @throws StartFailedException if it ends instead
    static Postmaster start(Binaries binaries, Cluster cluster, int port, int connectionsMax)
            throws IOException, StartFailedException, InterruptedException {
        Process process = new ProcessBuilder(binaries.command("postgres", arguments(cluster, port, connectionsMax)))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var postmaster = new Postmaster(binaries, process);
        Thread.ofPlatform().daemon().name("postgresql-output").start(postmaster::listen);
        try {
            if (!postmaster.ready.get()) {
                process.waitFor();
                throw new StartFailedException(postmaster.lastLines());
            }
            return postmaster;
        } catch (InterruptedException e) {
            postmaster.stop();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("readiness is never completed with a failure", e);
        }
    }

    private static List<String> arguments(Cluster cluster, int port, int connectionsMax) {
        var arguments = new ArrayList<String>(List.of("-D", cluster.path().toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=" + connectionsMax,
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "password_encryption=scram-sha-256",
                "logging_collector=off",
                "log_destination=stderr",
                "log_line_prefix=",
                "log_min_error_statement=panic",
                "lc_messages=C",
                "timezone=UTC",
                "jit=off",
                "io_method=sync")) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return arguments;
    }

    long pid() {
        return process.pid();
    }

    /// Waits for the process to end and answers what it said last.
    String awaitEnd() throws InterruptedException {
        int code = process.waitFor();
        return "exit code " + code
                + lastLines().stream()
                        .reduce((_, last) -> ", last said: " + last)
                        .orElse("");
    }

    /// Stops the server after its current transactions were rolled back; by force if it takes too long. What was
    /// committed stays.
    void stop() {
        if (!Signal.stop(binaries, process.toHandle())) {
            LOG.error("PostgreSQL {} cannot be stopped", process.pid());
        }
    }

    /// Must go on for as long as the process lives: a full pipe would stop the server.
    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                note(line);
                if (line.contains("ready to accept connections")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            LOG.debug("output ended", e);
        } finally {
            ready.complete(false);
        }
    }

    private void note(String line) {
        synchronized (lastLines) {
            lastLines.add(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.remove();
            }
        }
        if (line.startsWith("FATAL") || line.startsWith("PANIC")) {
            LOG.warn("{}", line);
        } else {
            LOG.debug("{}", line);
        }
    }

    private List<String> lastLines() {
        synchronized (lastLines) {
            return List.copyOf(lastLines);
        }
    }
}
