package ai.artenic.optimizer.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.application.contract.RecommendationLogContract;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.RecommendationLog.Kept;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The embedded server with its data directory, as users run it.
class EmbeddedStorageTest implements RecommendationLogContract {
    @TempDir
    static Path folder;

    private static StorageSettings.Embedded settings;
    private static Storage storage;

    @BeforeAll
    static void open() throws StorageOpeningException {
        settings = new StorageSettings.Embedded(folder.resolve("data"), TestServer.BINARIES, Pool.DEFAULT);
        storage = Storage.open(settings);
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    private static String url() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:" + lines.get(3) + "/postgres";
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(url(), "postgres", Files.readString(folder.resolve("data/password")));
    }

    @Override
    public RecommendationLog log() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate optimizer_recommendations");
            return storage.recommendationLog();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_promise_of_durability_is_on() throws Exception {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery("""
                        select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
                        where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses')""")) {
            rows.next();
            assertEquals(
                    "fsync=on full_page_writes=on listen_addresses=127.0.0.1 synchronous_commit=on", rows.getString(1));
        }
    }

    @Test
    void nobody_gets_in_without_the_password() throws IOException {
        String url = url();
        for (String guess : List.of("", "postgres", "wrong")) {
            assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "postgres", guess));
        }
        assertEquals("rw-------", permissions("data/password"));
        assertEquals("rwx------", permissions("data"));
    }

    private static String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
    }

    @Test
    void what_was_kept_is_there_after_a_restart() throws Exception {
        var data = new StorageSettings.Embedded(folder.resolve("again"), TestServer.BINARIES, Pool.DEFAULT);
        try (Storage first = Storage.open(data)) {
            assertEquals(new Kept.Stored(), first.recommendationLog().keep(Recommendations.seeded(1)));
        }
        try (Storage second = Storage.open(data)) {
            assertEquals(
                    Optional.of(Recommendations.seeded(1)),
                    second.recommendationLog().find(Recommendations.seeded(1).id()));
            assertEquals("embedded-postgresql", second.health().kind());
        }
    }

    @Test
    void a_directory_in_use_is_refused_and_its_user_unharmed() {
        var refusal = assertThrows(StorageOpeningException.class, () -> Storage.open(settings));
        assertTrue(String.valueOf(refusal.getMessage()).contains("in use by another process"));
        assertEquals(Optional.empty(), storage.health().fault());
    }

    @Test
    void a_server_left_behind_by_a_killed_process_is_recovered_with_all_it_acknowledged() throws Exception {
        Path data = folder.resolve("orphaned");
        Process other = otherProcess(data);
        try (BufferedReader said = other.inputReader()) {
            assertEquals("kept", said.readLine());
            var taken = new StorageSettings.Embedded(data, TestServer.BINARIES, Pool.DEFAULT);
            var refusal = assertThrows(StorageOpeningException.class, () -> Storage.open(taken));
            assertTrue(String.valueOf(refusal.getMessage()).contains("in use by another process"));
            other.destroyForcibly().waitFor();
            try (Storage storage = Storage.open(taken)) {
                assertEquals(
                        Optional.of(Recommendations.seeded(2)),
                        storage.recommendationLog()
                                .find(Recommendations.seeded(2).id()));
            }
        } finally {
            other.destroyForcibly();
        }
    }

    private static Process otherProcess(Path data) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classPath = System.getProperty("java.class.path") + ":" + System.getProperty("jdk.module.path")
                + ":" + Path.of("target/classes").toAbsolutePath() + ":"
                + Path.of("target/test-classes").toAbsolutePath();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        classPath,
                        OtherProcess.class.getName(),
                        data.toString(),
                        TestServer.BINARIES.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void a_killed_server_is_started_again_and_nothing_acknowledged_is_lost() throws Exception {
        RecommendationLog log = log();
        log.keep(Recommendations.seeded(3));
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"))
                .getFirst());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        boolean back = false;
        while (!back) {
            try {
                back = log.find(Recommendations.seeded(3).id()).isPresent();
            } catch (StoreUnavailableException away) {
                Thread.onSpinWait();
            }
        }
        assertEquals(new Kept.Stored(), log.keep(Recommendations.seeded(4)));
    }
}
