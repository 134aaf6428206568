package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The embedded storage that the tests share, and ways around its front door.
public final class Workbench {
    /// For tests that are not of time limits: a machine that is busy with other work keeps everybody waiting.
    public static final Pool PATIENT = new Pool(10, Duration.ofSeconds(30), Duration.ofSeconds(60));

    static final Path BINARIES = Path.of("target", "postgresql-binaries");
    private static final Path DATA = Path.of("target", "shared-data");
    private static final Path TEMPLATE = Path.of("target", "used-data");
    private static final Storage STORAGE = open();

    private Workbench() {}

    /// The shared storage, stopped when the tests end.
    public static Storage storage() {
        return STORAGE;
    }

    static Path sharedData() {
        return DATA;
    }

    /// A copy of a data directory that was in use and closed in good order: faster than a new one.
    static Path used(Path data) throws IOException {
        if (!Files.exists(TEMPLATE)) {
            try {
                Storage.open(embedded(TEMPLATE)).close();
            } catch (StorageOpeningException e) {
                throw new IllegalStateException(e);
            }
        }
        try (Stream<Path> paths = Files.walk(TEMPLATE)) {
            for (Path path : paths.toList()) {
                Files.copy(path, data.resolve(TEMPLATE.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return data;
    }

    static StorageSettings.Embedded embedded(Path data) {
        return new StorageSettings.Embedded(data, BINARIES, PATIENT);
    }

    /// The same database, addressed as a server of somebody else's.
    public static StorageSettings.Server asServer(Pool pool) {
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

    /// Runs a statement on the shared database.
    public static void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first column of the first row, as text.
    /// Runs the statement in a transaction that is rolled back when it is closed; until then its locks are held.
    public static Held hold(String sql) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return () -> {
                try (connection) {
                    connection.rollback();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Something that is held until it is closed.
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    public static String ask(String sql) {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How the database means to answer the query.
    public static String plan(String sql) {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery("explain " + sql)) {
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Empties the shared tables.
    public static void clear() {
        run("""
                truncate optimizer_recommendations, optimizer_catalog_snapshots, optimizer_calibration_observations,
                    optimizer_calibration_classes,
                    training_outcomes, optimizer_training_samples, optimizer_group_runs, optimizer_query_groups, optimizer_outcome_counts,
                    optimizer_daily_spending, optimizer_spot_exposure, optimizer_daily_metrics,
                    optimizer_models, optimizer_promotions, optimizer_retrain_runs,
                    optimizer_price_lists, optimizer_price_points, optimizer_fx_rates;
                insert into optimizer_outcome_counts default values""");
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
            delete(TEMPLATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Storage storage = Storage.open(embedded(DATA));
            Runtime.getRuntime().addShutdownHook(new Thread(storage::close));
            return storage;
        } catch (StorageOpeningException e) {
            throw new IllegalStateException(e);
        }
    }
}
