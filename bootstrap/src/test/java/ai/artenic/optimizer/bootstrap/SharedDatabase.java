package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.persistence.StorageSettings;
import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A PostgreSQL that several services share, and a way around their front doors.
final class SharedDatabase implements AutoCloseable {
    private final Path data;
    private final Storage storage;

    private SharedDatabase(Path data, Storage storage) {
        this.data = data;
        this.storage = storage;
    }

    static SharedDatabase open(Path data) throws StorageOpeningException {
        Path binaries = Path.of("target", "postgresql-binaries").toAbsolutePath();
        var pool = new Pool(60, Duration.ofSeconds(30), Duration.ofSeconds(30));
        return new SharedDatabase(data, Storage.open(new StorageSettings.Embedded(data, binaries, pool)));
    }

    Storage storage() {
        return storage;
    }

    /// As a service's configuration names it.
    String url() throws IOException {
        return "postgresql://optimizer:" + password() + "@127.0.0.1:" + port() + "/postgres";
    }

    private String password() throws IOException {
        return Files.readString(data.resolve("password")).strip();
    }

    private String port() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"));
        return lines.get(3).strip();
    }

    /// Runs a statement by hand. The module under test does not read `java.sql`, hence by reflection.
    void run(String sql) throws Exception {
        try (AutoCloseable connection = connect()) {
            Object statement = statement(connection);
            Class.forName("java.sql.Statement")
                    .getMethod("execute", String.class)
                    .invoke(statement, sql);
        }
    }

    /// The first column of the first row, as text.
    String ask(String sql) throws Exception {
        Class<?> rows = Class.forName("java.sql.ResultSet");
        try (AutoCloseable connection = connect()) {
            Object answer = Class.forName("java.sql.Statement")
                    .getMethod("executeQuery", String.class)
                    .invoke(statement(connection), sql);
            rows.getMethod("next").invoke(answer);
            return String.valueOf(rows.getMethod("getString", int.class).invoke(answer, 1));
        }
    }

    private AutoCloseable connect() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
        return (AutoCloseable) Class.forName("java.sql.DriverManager")
                .getMethod("getConnection", String.class, String.class, String.class)
                .invoke(null, url, "optimizer", password());
    }

    private static Object statement(AutoCloseable connection) throws Exception {
        return Class.forName("java.sql.Connection").getMethod("createStatement").invoke(connection);
    }

    @Override
    public void close() {
        storage.close();
    }
}
