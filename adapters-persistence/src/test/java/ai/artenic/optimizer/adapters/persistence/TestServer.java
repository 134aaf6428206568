package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/// One PostgreSQL server that all tests of this module share.
final class TestServer {
    static final Path BINARIES = Path.of("target", "postgresql-binaries").toAbsolutePath();
    private static final EmbeddedServer SERVER = start();

    private TestServer() {}

    static StorageSettings.Server settings() {
        return new StorageSettings.Server(
                SERVER.url(), Optional.of(SERVER.user()), Optional.of(SERVER.password()), Pool.DEFAULT);
    }

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(SERVER.url(), SERVER.user(), SERVER.password());
    }

    static void run(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EmbeddedServer start() {
        try {
            EmbeddedServer server = EmbeddedServer.start(Files.createTempDirectory("optimizer-test"), BINARIES);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StorageOpeningException e) {
            throw new IllegalStateException(e);
        }
    }
}
