package ai.artenic.optimizer.adapters.persistence.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that makes difficulties: shell scripts in the place of PostgreSQL's programs.
class StubbornServerTest {
    private static final String READY = """
            echo 'LOG:  database system is ready to accept connections'
            trap 'exit 0' INT
            while :; do sleep 0.05; done
            """;

    @TempDir
    private Path folder;

    /// Programs in the place where the real ones would be unpacked; `postgres` sees the number of its start in `$n`.
    private void programs(String postgres) throws Exception {
        Path real = Binaries.unpacked(Path.of("target", "postgresql-binaries"), Platform.current())
                .root();
        Path bin = Files.createDirectories(
                folder.resolve("programs").resolve(real.getFileName()).resolve("bin"));
        script(bin.resolve("initdb"), "mkdir \"${1#--pgdata=}\"");
        script(bin.resolve("pg_ctl"), "kill -\"$2\" \"$3\"");
        script(bin.resolve("postgres"), """
                n=$(($(cat "$0.starts" 2>/dev/null || echo 0) + 1))
                echo $n > "$0.starts"
                """ + postgres);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        assertTrue(file.toFile().setExecutable(true));
    }

    private EmbeddedServer start() throws StorageOpeningException {
        return EmbeddedServer.start(folder.resolve("data"), folder.resolve("programs"), 10);
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(StorageOpeningException.class, this::start).getMessage());
    }

    @Test
    void difficulties_that_pass_are_waited_out_and_a_taken_port_is_left_to_its_owner() throws Exception {
        programs("""
                [ $n -eq 1 ] && { echo 'FATAL:  could not create any TCP/IP sockets'; exit 1; }
                [ $n -eq 2 ] && { echo 'FATAL:  pre-existing shared memory block (key 1) is still in use'; exit 1; }
                """ + READY);
        try (EmbeddedServer server = start()) {
            assertTrue(ProcessHandle.of(server.pid()).isPresent());
        }
    }

    @Test
    void a_server_that_dies_again_and_again_is_started_again_and_again_and_its_sources_follow() throws Exception {
        programs("""
                [ $n -eq 2 ] && { echo 'PANIC:  no space left'; exit 1; }
                [ $n -eq 3 ] && { echo 'FATAL:  could not create any TCP/IP sockets'; exit 1; }
                """ + READY);
        try (EmbeddedServer server = start()) {
            var source = server.source();
            int port = source.getPortNumbers()[0];
            long killed = server.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            while (server.pid() == killed) {
                Thread.onSpinWait();
            }
            assertNotEquals(port, source.getPortNumbers()[0]);
        }
    }

    @Test
    void a_server_that_has_to_be_forced_is_forced() throws Exception {
        programs(READY.replace("INT", "QUIT").replace("exit 0", "trap '' QUIT; exit 0"));
        script(folder.resolve("programs").resolve(first()).resolve("bin/pg_ctl"), "exit 1");
        EmbeddedServer server = start();
        long pid = server.pid();
        server.close();
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }

    private Path first() throws IOException {
        try (var entries = Files.list(folder.resolve("programs"))) {
            return entries.map(Path::getFileName).toList().getFirst();
        }
    }

    @Test
    void what_the_server_says_when_it_refuses_is_passed_on() throws Exception {
        programs("echo 'FATAL:  lost a page'; echo 'DETAIL:  page 7'; exit 1");
        String message = refusal();
        assertTrue(message.endsWith("lost a page (page 7)"), message);
    }

    @Test
    void programs_that_may_not_run_are_a_matter_of_the_binaries_directory() throws Exception {
        programs("");
        Path postgres = folder.resolve("programs").resolve(first()).resolve("bin/postgres");
        assertTrue(postgres.toFile().setExecutable(false, false));
        String message = refusal();
        assertTrue(message.contains("choose a binaries directory"), message);
    }

    @Test
    void a_database_that_cannot_be_created_is_refused_with_the_reason_and_nothing_is_left_half_done() throws Exception {
        programs(READY);
        Path initdb = folder.resolve("programs").resolve(first()).resolve("bin/initdb");
        script(initdb, "echo 'initdb: error: could not create directory: No space left on device'; exit 1");
        String message = refusal();
        assertTrue(message.endsWith("could not create directory: No space left on device"), message);
        script(initdb, "mkdir \"${1#--pgdata=}\"");
        start().close();
    }

    @Test
    void root_without_user_namespaces_is_told_to_be_someone_else() {
        assertEquals(
                "PostgreSQL does not run as root here: run the service as an ordinary user,"
                        + " or give the URL of a PostgreSQL server instead",
                StartFailedException.explain(List.of("unshare: unshare failed: Operation not permitted")));
        assertEquals("it said nothing", StartFailedException.explain(List.of()));
    }
}
