package ai.artenic.optimizer.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"serve", "recommend", "sweep", "status", "catalog", "storage", "evaluate", "doctor"})
    void every_command_explains_itself(String command) {
        Terminal terminal = Terminal.run("help", command);
        assertEquals(0, terminal.exitCode());
        assertTrue(terminal.out().contains("Usage: optimizer " + command), terminal.toString());
    }

    @Test
    void without_a_command_the_program_shows_commands_exit_codes_and_examples() {
        Terminal terminal = Terminal.run();
        assertTrue(terminal.out().contains("Exit codes:") && terminal.out().contains("Examples:"));
        assertTrue(Terminal.run("catalog").out().contains("pack"));
        assertTrue(Terminal.run("storage").out().contains("scan"));
        assertTrue(Terminal.run("--version").out().startsWith("Artenic Optimizer"));
    }

    @Test
    void an_unknown_flag_is_answered_with_what_was_probably_meant() {
        Terminal terminal = Terminal.run("recommend", "--modelparams-m", "3");
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("--model-params-m"), terminal.err());
    }

    @Test
    void the_catalogue_is_counted_by_provider() {
        Terminal terminal = Terminal.run("catalog", "show");
        assertEquals(0, terminal.exitCode());
        assertTrue(terminal.out().contains("azure") && terminal.out().contains("newest price"), terminal.out());
        assertEquals(2, Terminal.run("catalog", "show", "--offers-only").exitCode());
    }

    @Test
    void offers_are_listed_cheapest_first() {
        Terminal terminal =
                Terminal.run("catalog", "list", "--gpu-type", "H100", "--provider", "azure", "--limit", "3");
        assertEquals(4, terminal.out().lines().count(), terminal.out());
        assertTrue(terminal.out().contains("x H100"));
        assertEquals(2, Terminal.run("catalog", "list", "--offers-only").exitCode());
    }

    @Test
    void a_price_table_is_packed_and_served_from_the_pack() throws IOException {
        Path table = folder.resolve("mine.csv");
        Files.writeString(table, """
                provider,instance_type,region,vcpus,memory_gb,price_per_hour
                own,node,here,16,64,0.5
                own,bad,here,16,64,-1
                """);
        Terminal packed = Terminal.run("catalog", "pack", "--from", table.toString());
        assertEquals(0, packed.exitCode(), packed.toString());
        assertTrue(packed.out().contains("1 offers of 1 providers"), packed.out());
        assertTrue(packed.err().contains("line 3: price_per_hour must be"), packed.err());
        Terminal shown = Terminal.run("catalog", "show", "--snapshot-file", table + ".zip");
        assertTrue(shown.out().contains("own") && !shown.out().contains("azure"), shown.out());
        assertEquals(
                2,
                Terminal.run("catalog", "pack", "--from", folder + "/none.csv").exitCode());
    }

    @Test
    void a_dataset_directory_is_summed_up() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x".repeat(2_000_000));
        Terminal terminal = Terminal.run("storage", "scan", folder.toString());
        assertEquals(0, terminal.exitCode());
        assertTrue(terminal.out().contains("csv") && terminal.out().contains("0.002"), terminal.out());
        assertEquals(2, Terminal.run("storage", "scan", folder + "/none").exitCode());
        assertEquals(2, Terminal.run("storage", "scan", folder + "/a.csv").exitCode());
    }

    @Test
    void the_doctor_checks_the_machine_line_by_line() throws IOException {
        Path config = Files.writeString(
                folder.resolve("c.properties"),
                "store.data-directory=" + folder.resolve("data") + "\nstore.binaries-directory=" + folder + "\n");
        Terminal terminal = Terminal.run("doctor", "--config", config.toString());
        assertEquals(0, terminal.exitCode(), terminal.toString());
        for (String line : List.of("Java", "memory", "port", "data directory", "PostgreSQL", "LightGBM", "prices")) {
            assertTrue(terminal.out().contains(line), line + " in " + terminal.out());
        }
    }

    @Test
    void the_doctor_says_what_would_fail() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path prices = Files.writeString(folder.resolve("p.csv"), "provider,instance_type,region,price_per_hour\n");
        try (var taken = new ServerSocket(0)) {
            Path config = Files.writeString(
                    folder.resolve("c.properties"), """
                    store.data-directory=%s/data
                    server.port=%d
                    pricing.offers-file=%s
                    pricing.offers-only=true
                    """.formatted(file, taken.getLocalPort(), prices));
            Terminal terminal = Terminal.run("doctor", "--config", config.toString());
            assertEquals(1, terminal.exitCode(), terminal.toString());
            assertTrue(terminal.out().contains("FAIL  data directory"), terminal.out());
            assertTrue(terminal.out().contains("FAIL  prices"), terminal.out());
        }
        assertEquals(2, Terminal.run("doctor", "--offers-only").exitCode());
    }

    @Test
    void a_service_that_cannot_start_says_why_in_one_line() throws IOException {
        Path prices = Files.writeString(folder.resolve("p.csv"), "provider,instance_type,region,price_per_hour\n");
        Terminal nothing = Terminal.run(
                "serve", "--store", "memory", "--port", "0", "--offers-file", prices.toString(), "--offers-only");
        assertEquals(4, nothing.exitCode(), nothing.toString());
        assertTrue(nothing.err().contains("has no rows"), nothing.err());
        try (var taken = new ServerSocket(0)) {
            Terminal port =
                    Terminal.run("serve", "--store", "memory", "--port", Integer.toString(taken.getLocalPort()));
            assertEquals(4, port.exitCode(), port.toString());
            assertTrue(port.err().contains("is already in use"), port.err());
            Terminal database = Terminal.run(
                    "serve",
                    "--port",
                    "0",
                    "--database-url",
                    "postgresql://u:p@127.0.0.1:" + taken.getLocalPort() + "/x");
            assertEquals(4, database.exitCode(), database.toString());
            assertTrue(database.err().contains("cannot be reached"), database.err());
        }
        Path file = Files.createFile(folder.resolve("file"));
        Terminal directory = Terminal.run("serve", "--port", "0", "--data-dir", file + "/data");
        assertEquals(4, directory.exitCode(), directory.toString());
        assertTrue(directory.err().contains("cannot be used"), directory.err());
        assertEquals(2, Terminal.run("serve", "--host", "0.0.0.0").exitCode());
    }

    @Test
    void the_status_of_what_is_no_service_is_a_clear_line() throws IOException {
        int port;
        try (var silent = new ServerSocket(0)) {
            port = silent.getLocalPort();
        }
        Terminal nobody = Terminal.run("status", "--url", "http://127.0.0.1:" + port);
        assertEquals(1, nobody.exitCode());
        assertTrue(nobody.err().contains("Nothing answers"), nobody.err());
        assertEquals(2, Terminal.run("status", "--url", "::").exitCode());
    }

    @Test
    void the_start_up_cache_can_be_trained() {
        Terminal terminal = Terminal.run("warm-up", "--store", "memory");
        assertEquals(0, terminal.exitCode(), terminal.toString());
    }
}
