package ai.artenic.optimizer.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.application.port.RecommendationLog.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The embedded server as users run it: durable, closed to others, one service to a directory.
class EmbeddedStorageTest {
    @TempDir
    private Path folder;

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void every_promise_of_durability_is_on_and_only_this_machine_is_let_in() {
        Workbench.storage();
        assertEquals(
                "fsync=on full_page_writes=on listen_addresses=127.0.0.1 synchronous_commit=on"
                        + " unix_socket_directories=",
                Workbench.ask("""
                select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
                where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses',
                    'unix_socket_directories')"""));
        assertEquals(
                "scram-sha-256", Workbench.ask("select string_agg(distinct auth_method, ',') from pg_hba_file_rules"));
    }

    @Test
    void nobody_gets_in_without_the_password() throws Exception {
        Path data = folder.resolve("data");
        try (Storage _ = Storage.open(Workbench.embedded(data))) {
            String url = "jdbc:postgresql://127.0.0.1:" + Workbench.port(data) + "/postgres";
            for (String guess : List.of("", "optimizer", "wrong")) {
                assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "optimizer", guess));
            }
            assertEquals("rwx------", permissions(data));
            assertEquals("rwx------", permissions(data.resolve("postgresql")));
            assertEquals("rw-------", permissions(data.resolve("password")));
            assertEquals("rwx------", permissions(Workbench.BINARIES));
        }
    }

    @Test
    void binaries_that_others_could_replace_are_closed_to_them() throws Exception {
        Path data = Workbench.used(folder.resolve("data"));
        Files.setPosixFilePermissions(Workbench.BINARIES, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Storage _ = Storage.open(Workbench.embedded(data))) {
            assertEquals("rwx------", permissions(Workbench.BINARIES));
        }
    }

    @Test
    void a_data_directory_that_others_could_read_is_closed_to_them() throws Exception {
        Path data = Workbench.used(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Storage.open(Workbench.embedded(data)).close();
        assertEquals("rwx------", permissions(data));
    }

    @Test
    void what_was_kept_is_there_after_a_restart_and_the_password_is_the_same() throws Exception {
        Path data = Workbench.used(folder.resolve("data"));
        String password;
        try (Storage first = Storage.open(Workbench.embedded(data))) {
            assertEquals(new Kept.Stored(), first.recommendationLog().keep(Recommendations.seeded(1), Bases.PLAIN));
            password = Workbench.password(data);
        }
        assertFalse(Files.exists(data.resolve("postgresql").resolve("postmaster.pid")), "the server was stopped");
        try (Storage second = Storage.open(Workbench.embedded(data))) {
            assertEquals(
                    Optional.of(Recommendations.seeded(1)),
                    second.recommendationLog().find(Recommendations.seeded(1).id()));
            assertEquals("embedded-postgresql", second.health().kind());
            assertEquals(password, Workbench.password(data));
            assertEquals(Optional.of(Workbench.pid(data)), second.embeddedServerPid());
        }
    }

    @Test
    void closing_twice_is_as_good_as_once_and_harms_no_successor() throws Exception {
        Path data = Workbench.used(folder.resolve("data"));
        Storage first = Storage.open(Workbench.embedded(data));
        first.close();
        try (Storage second = Storage.open(Workbench.embedded(data))) {
            first.close();
            assertEquals(Optional.empty(), second.health().fault());
            assertThrows(StorageOpeningException.class, () -> Storage.open(Workbench.embedded(data)));
        }
    }

    @Test
    void a_creation_that_was_cut_short_is_begun_anew() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(data.resolve("postgresql.unfinished").resolve("base"));
        Files.writeString(data.resolve("postgresql.unfinished").resolve("postgresql.conf"), "half");
        Files.writeString(data.resolve("password"), "");
        try (Storage storage = Storage.open(Workbench.embedded(data))) {
            assertEquals(Optional.empty(), storage.health().fault());
            assertEquals(64, Workbench.password(data).length());
        }
    }

    @Test
    void a_lock_file_that_names_some_other_living_program_is_stale() throws Exception {
        Path data = Workbench.used(folder.resolve("data"));
        Path pidFile = data.resolve("postgresql").resolve("postmaster.pid");
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(pidFile, bystander.pid() + "\n" + data.resolve("postgresql") + "\n1\n5432\n\n\n");
            try (Storage storage = Storage.open(Workbench.embedded(data))) {
                assertEquals(Optional.empty(), storage.health().fault());
            }
            assertTrue(bystander.isAlive());
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void a_lock_file_that_was_cut_short_is_judged_by_the_server_and_said() throws Exception {
        Path data = Workbench.used(folder.resolve("data"));
        Files.writeString(data.resolve("postgresql").resolve("postmaster.pid"), "");
        var refusal = assertThrows(StorageOpeningException.class, () -> Storage.open(Workbench.embedded(data)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("lock file"), refusal.getMessage());
    }
}
