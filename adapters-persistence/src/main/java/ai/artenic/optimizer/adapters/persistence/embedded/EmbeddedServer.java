package ai.artenic.optimizer.adapters.persistence.embedded;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own, with durable data, that is reached with a password over loopback only. If it dies
/// while the service runs, it is started again.
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration STARTUP_MAX = Duration.ofSeconds(30);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);
    private static final String USER = "postgres";

    private final DataDirectory directory;
    private final Path binaries;
    private final int port;
    private volatile EmbeddedPostgres postgres;
    private volatile boolean closing;

    private EmbeddedServer(DataDirectory directory, Path binaries) throws IOException {
        this.directory = directory;
        this.binaries = binaries;
        this.postgres = launch(0);
        this.port = postgres.getPort();
        watch();
    }

    /// Starts the server on the data directory, which it owns until [#close].
    public static EmbeddedServer start(Path dataDirectory, Path binaries) throws StorageOpeningException {
        DataDirectory directory = DataDirectory.open(dataDirectory);
        try {
            directory.checkCluster();
            directory.reapOrphan();
            return new EmbeddedServer(directory, binaries);
        } catch (StorageOpeningException e) {
            directory.close();
            throw e;
        } catch (IOException | IllegalStateException e) {
            directory.close();
            throw new StorageOpeningException(
                    "the embedded PostgreSQL did not start on " + dataDirectory + ": " + e.getMessage()
                            + "; its log is " + directory.log(),
                    e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return directory.password();
    }

    /// Stops the server in good order and gives the data directory free.
    @Override
    public void close() {
        closing = true;
        try {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("the embedded PostgreSQL did not stop in good order: {}", e.getMessage());
        }
        directory.close();
    }

    /// @param onPort 0 for any free port
    private EmbeddedPostgres launch(int onPort) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.cluster())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP_MAX)
                .setErrorRedirector(directory.logRedirect())
                .setOutputRedirector(directory.logRedirect())
                // initdb: no access without the password, over TCP or socket, from the first moment on
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.passwordFile().toString())
                .setConnectConfig("password", directory.password())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_buffers", "32MB");
        return (onPort == 0 ? builder : builder.setPort(onPort)).start();
    }

    /// Waits for the end of the postmaster; the process that zonky holds may be a wrapper that ends before it.
    private void watch() throws IOException {
        ProcessHandle postmaster = directory.postmaster().orElseThrow(() -> new IOException("it ended at once"));
        Thread.ofVirtual().name("postgresql-watch").start(() -> {
            postmaster.onExit().join();
            restart();
        });
    }

    private void restart() {
        while (!closing) {
            LOG.warn("the embedded PostgreSQL has ended; starting it again");
            try {
                postgres.close();
                directory.reapOrphan();
                postgres = launch(port);
                if (closing) {
                    postgres.close();
                } else {
                    watch();
                }
                return;
            } catch (IOException | IllegalStateException e) {
                LOG.error("the embedded PostgreSQL did not start again: {}", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RESTART_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
