package ai.artenic.optimizer.adapters.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The embedded storage that the tests share, and ways around its front door.
public final class Workbench {
    static final Path BINARIES = Path.of("target", "postgresql-binaries");
    private static final Path DATA = Path.of("target", "shared-data");
    private static final Storage STORAGE = open();

    private Workbench() {}

    /// The shared storage, stopped when the tests end.
    public static Storage storage() {
        return STORAGE;
    }

    static StorageSettings.Embedded embedded(Path data) {
        return new StorageSettings.Embedded(data, BINARIES, PoolSettings.DEFAULT);
    }

    /// The same database, addressed as a server of somebody else's.
    public static StorageSettings.Server asServer(PoolSettings pool) {
        return new StorageSettings.Server(url(DATA), Optional.empty(), Optional.empty(), pool);
    }

    static String url(Path data) {
        return "postgresql://optimizer:" + password(data) + "@127.0.0.1:" + port(data) + "/postgres";
    }

    static int port(Path data) {
        return Integer.parseInt(postmasterFile(data, 3));
    }

    static long pid(Path data) {
        return Long.parseLong(postmasterFile(data, 0));
    }

    static String password(Path data) {
        try {
            return Files.readString(data.resolve("password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Connection connect(Path data) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port(data) + "/postgres", "optimizer", password(data));
    }

    static Connection connect() throws SQLException {
        return connect(DATA);
    }

    /// Empties the shared tables.
    public static void clear() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate optimizer_recommendations");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String postmasterFile(Path data, int line) {
        try {
            return Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"))
                    .get(line)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Storage open() {
        try {
            delete(DATA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Storage storage = Storage.open(embedded(DATA));
        Runtime.getRuntime().addShutdownHook(new Thread(storage::close));
        return storage;
    }
}
