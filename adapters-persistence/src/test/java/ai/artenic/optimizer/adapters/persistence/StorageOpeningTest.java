package ai.artenic.optimizer.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageOpeningTest {
    @TempDir
    Path folder;

    private static String refusal(String url) {
        var settings = new StorageSettings.Server(url, Optional.empty(), Optional.empty(), Pool.DEFAULT);
        var refusal = assertThrows(StorageOpeningException.class, () -> Storage.open(settings));
        String message = String.valueOf(refusal.getMessage());
        assertFalse(message.contains("\n"), message);
        return message;
    }

    @Test
    void the_newest_migration_is_the_version_this_build_knows() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertEquals(Schema.VERSION, files.count());
        }
    }

    @Test
    void a_url_with_credentials_is_understood() throws Exception {
        StorageSettings.Server server = TestServer.settings();
        String credentials =
                server.user().orElseThrow() + ":" + server.password().orElseThrow() + "@";
        String url = server.url().replace("jdbc:postgresql://", "postgresql://" + credentials);
        try (Storage storage =
                Storage.open(new StorageSettings.Server(url, Optional.empty(), Optional.empty(), Pool.DEFAULT))) {
            assertEquals(Optional.empty(), storage.health().fault());
        }
    }

    @Test
    void a_url_that_is_none_is_refused_in_one_line() {
        assertTrue(refusal("mysql://localhost/x").contains("must be postgresql://"));
        assertTrue(refusal("postgresql://bad host/x").contains("is not a URL"));
    }

    @Test
    void an_unreachable_server_or_a_wrong_password_is_said_in_one_line() throws Exception {
        int closedPort;
        try (var socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        String refused = refusal("postgresql://u:p@127.0.0.1:" + closedPort + "/x");
        assertTrue(refused.contains("cannot be reached"), refused);
        String wrong = TestServer.settings().url().replace("jdbc:postgresql://", "postgresql://postgres:wrong@");
        String message = refusal(wrong);
        assertTrue(message.contains("password authentication failed"), message);
    }

    @Test
    void a_database_of_a_newer_build_is_refused() throws Exception {
        Storage.open(TestServer.settings()).close();
        TestServer.run("""
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (999, '999', 'from the future', 'SQL', 'V999', 'x', 1, true)""");
        try {
            var refusal = assertThrows(StorageOpeningException.class, () -> Storage.open(TestServer.settings()));
            assertTrue(String.valueOf(refusal.getMessage()).contains("schema version 999"));
        } finally {
            TestServer.run("delete from flyway_schema_history where installed_rank = 999");
        }
    }

    @Test
    void a_data_directory_that_cannot_be_made_is_refused() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        var settings = new StorageSettings.Embedded(file.resolve("data"), TestServer.BINARIES, Pool.DEFAULT);
        var refusal = assertThrows(StorageOpeningException.class, () -> Storage.open(settings));
        assertTrue(String.valueOf(refusal.getMessage()).contains("cannot be used"));
    }

    @Test
    void a_directory_that_holds_no_cluster_of_ours_is_refused_in_one_line() throws Exception {
        Path cluster = Files.createDirectories(folder.resolve("data/postgresql"));
        Files.writeString(cluster.resolve("postgresql.conf"), "nonsense");
        assertTrue(embeddedRefusal().contains("its version is none"));
        Files.writeString(cluster.resolve("PG_VERSION"), "14\n");
        assertTrue(embeddedRefusal().contains("its version is 14"));
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
        Files.writeString(cluster.resolve("postmaster.pid"), "not a number");
        String unreadable = embeddedRefusal();
        assertTrue(unreadable.contains("no process number") && unreadable.contains("postgresql.log"), unreadable);
    }

    private String embeddedRefusal() {
        var settings = new StorageSettings.Embedded(folder.resolve("data"), TestServer.BINARIES, Pool.DEFAULT);
        return String.valueOf(assertThrows(StorageOpeningException.class, () -> Storage.open(settings))
                .getMessage());
    }
}
