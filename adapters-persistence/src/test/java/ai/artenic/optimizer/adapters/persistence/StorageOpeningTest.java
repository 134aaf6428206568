package ai.artenic.optimizer.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the operator is told when the storage does not open.
class StorageOpeningTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void startServer() {
        Workbench.storage();
    }

    private static String refusal(StorageSettings settings) {
        var refusal = assertThrows(StorageOpeningException.class, () -> Storage.open(settings));
        String message = String.valueOf(refusal.getMessage());
        assertEquals(1, message.lines().count(), message);
        assertEquals(0, refusal.getStackTrace().length);
        return message;
    }

    private static String refusal(String url) {
        return refusal(new StorageSettings.Server(url, Optional.empty(), Optional.empty(), Pool.DEFAULT));
    }

    private static String url() {
        return Workbench.asServer(Pool.DEFAULT).url();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://secret@localhost/x",
                "localhost:5432",
                "postgresql://",
                "postgresql://u:secret@host:port/x",
                "jdbc:postgresql://u:secret%zz@host/x"
            })
    void a_url_that_is_none_is_refused_without_repeating_what_may_be_a_secret(String url) {
        String message = refusal(url);
        assertTrue(message.contains("write postgresql://user:password@host:port/database"), message);
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void a_url_is_understood_with_and_without_jdbc_and_with_credentials_beside_it() throws Exception {
        String plain = url();
        String bare = plain.replaceFirst("//.*@", "//") + "?connectTimeout=1";
        String password = plain.replaceFirst("^.*optimizer:", "").replaceFirst("@.*$", "");
        for (var settings : List.of(
                new StorageSettings.Server(plain, Optional.empty(), Optional.empty(), Pool.DEFAULT),
                new StorageSettings.Server("jdbc:" + plain, Optional.empty(), Optional.empty(), Pool.DEFAULT),
                new StorageSettings.Server(bare, Optional.of("optimizer"), Optional.of(password), Pool.DEFAULT))) {
            try (Storage storage = Storage.open(settings)) {
                assertEquals(Optional.empty(), storage.health().fault());
            }
            assertFalse(settings.toString().contains(password));
        }
    }

    @Test
    void an_unreachable_server_is_named_by_its_place() throws Exception {
        int closedPort;
        try (var socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        String message = refusal("postgresql://u:secret@127.0.0.1:" + closedPort + "/x");
        assertTrue(message.contains("127.0.0.1:" + closedPort + "/x"), message);
        assertTrue(message.contains("check that it runs there"), message);
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void a_wrong_password_is_called_so() {
        String message = refusal(url().replaceFirst("optimizer:[^@]*@", "optimizer:wrong@"));
        assertTrue(message.contains("check the database user and password"), message);
    }

    @Test
    void a_missing_database_is_called_so() {
        String message = refusal(url().replaceFirst("/postgres$", "/absent"));
        assertTrue(message.contains("create that database first"), message);
    }

    @Test
    void a_database_of_a_newer_build_is_refused() {
        Workbench.run("""
                insert into optimizer_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (999, '999', 'from the future', 'SQL', 'V999', 'x', 1, true)""");
        try {
            String message = refusal(url());
            assertTrue(message.contains("schema version 999") && message.contains("run the newer build"), message);
        } finally {
            Workbench.run("delete from optimizer_schema_history where installed_rank = 999");
        }
    }

    @Test
    void tables_of_other_programs_in_the_same_database_are_no_obstacle() throws Exception {
        Workbench.run("create database shared_with_others");
        String shared = url().replaceFirst("/postgres$", "/shared_with_others");
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + shared.replaceFirst("//.*@", "//"), "optimizer", passwordIn(shared));
                var statement = connection.createStatement()) {
            statement.execute("create table training_jobs (id varchar(36) primary key)");
        }
        var settings = new StorageSettings.Server(shared, Optional.empty(), Optional.empty(), Pool.DEFAULT);
        try (Storage storage = Storage.open(settings)) {
            assertEquals(Optional.empty(), storage.health().fault());
        }
        Workbench.run("drop database shared_with_others with (force)");
    }

    @Test
    void a_migration_that_fails_is_undone_and_named() {
        Workbench.run("create database taken");
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + url().replaceFirst("//.*@", "//").replaceFirst("/postgres$", "/taken"),
                        "optimizer",
                        passwordIn(url()));
                var statement = connection.createStatement()) {
            statement.execute("create table optimizer_recommendations (id integer)");
            String message = refusal(url().replaceFirst("/postgres$", "/taken"));
            assertTrue(message.contains("already exists") && message.contains("start again"), message);
            statement.execute("drop table optimizer_recommendations");
            Storage.open(new StorageSettings.Server(
                            url().replaceFirst("/postgres$", "/taken"),
                            Optional.empty(),
                            Optional.empty(),
                            Pool.DEFAULT))
                    .close();
        } catch (SQLException | StorageOpeningException e) {
            throw new AssertionError(e);
        } finally {
            Workbench.run("drop database taken with (force)");
        }
    }

    private static String passwordIn(String url) {
        return url.replaceFirst("^.*optimizer:", "").replaceFirst("@.*$", "");
    }

    @Test
    void a_user_who_may_not_create_tables_is_told_so() {
        Workbench.run("create database locked");
        Workbench.run("create role guest login password 'guest'");
        try {
            String message = refusal(
                    url().replaceFirst("optimizer:[^@]*@", "guest:guest@").replaceFirst("/postgres$", "/locked"));
            assertTrue(message.contains("user guest may not create tables"), message);
        } finally {
            Workbench.run("drop database locked with (force)");
            Workbench.run("drop role guest");
        }
    }

    @Test
    void a_data_directory_that_cannot_be_made_is_refused() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        String message = refusal(Workbench.embedded(file.resolve("data")));
        assertTrue(message.contains("cannot be used") && message.contains("choose another"), message);
    }

    @Test
    void a_binaries_directory_that_cannot_be_made_is_refused() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        var settings = new StorageSettings.Embedded(folder.resolve("data"), file.resolve("programs"), Pool.DEFAULT);
        String message = refusal(settings);
        assertTrue(message.contains("choose another binaries directory"), message);
    }

    @Test
    void a_cluster_of_another_postgresql_is_refused_with_what_the_server_says() throws Exception {
        Path data = Workbench.used(folder.resolve("data"));
        Files.writeString(data.resolve("postgresql").resolve("PG_VERSION"), "14\n");
        String message = refusal(Workbench.embedded(data));
        assertTrue(message.contains("incompatible") && message.contains("version 14"), message);
    }

    @Test
    void a_lost_password_is_named_and_the_database_left_alone() throws Exception {
        Path data = Workbench.used(folder.resolve("data"));
        Files.move(data.resolve("password"), data.resolve("elsewhere"));
        String message = refusal(Workbench.embedded(data));
        assertTrue(message.contains("put it back from your backup"), message);
        Files.move(data.resolve("elsewhere"), data.resolve("password"));
        Storage.open(Workbench.embedded(data)).close();
    }

    @Test
    void settings_out_of_range_are_refused_with_the_value() {
        Duration second = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new Pool(0, second, second));
        assertThrows(IllegalArgumentException.class, () -> new Pool(1, Duration.ofMillis(249), second));
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Pool(1, second, Duration.ZERO));
        assertEquals("statementMax must be at least 100 ms, was PT0S", refusal.getMessage());
    }
}
