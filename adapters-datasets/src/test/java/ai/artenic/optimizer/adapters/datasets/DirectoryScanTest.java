package ai.artenic.optimizer.adapters.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.datasets.DirectoryScan.Share;
import ai.artenic.optimizer.adapters.datasets.DirectoryScan.Summary;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryScanTest {
    private static final long FOUR_TERABYTES = 4_000_000_000_000L;

    private static final String HALF_OF_A_LONG_PATH = ("d".repeat(250) + "/").repeat(9);

    @TempDir
    Path directory;

    @Test
    void files_of_all_levels_are_counted_by_format() throws Exception {
        write("rides.csv", 100);
        write("2026/01/rides.csv.gz", 20);
        write("2026/01/rides.parquet", 7);

        Summary summary = scan();

        assertEquals(3, summary.files());
        assertEquals(127, summary.bytes());
        assertEquals(Map.of(FileFormat.CSV, new Share(2, 120), FileFormat.PARQUET, new Share(1, 7)), summary.formats());
    }

    @Test
    void formats_come_in_the_order_of_their_declaration() throws Exception {
        write("z.txt", 1);
        write("y.parquet", 1);
        write("x.csv", 1);

        assertEquals(
                List.of(FileFormat.CSV, FileFormat.PARQUET, FileFormat.TEXT),
                List.copyOf(scan().formats().keySet()));
    }

    @Test
    void the_newest_change_is_that_of_the_file_changed_last() throws Exception {
        Instant newest = Instant.parse("2026-03-01T10:00:00Z");
        Files.setLastModifiedTime(write("a.csv", 1), FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
        Files.setLastModifiedTime(write("b.csv", 1), FileTime.from(newest));
        Files.setLastModifiedTime(write("c.csv", 1), FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));

        assertEquals(Optional.of(newest), scan().newestChange());
    }

    @Test
    void an_empty_directory_holds_nothing() {
        assertEquals(new Summary(0, 0, 0, 0, Map.of(), Optional.empty()), scan());
    }

    @Test
    void a_loop_of_links_ends_and_a_linked_file_counts_once() throws Exception {
        Path file = write("data/rides.csv", 10);
        Files.createSymbolicLink(directory.resolve("data/again"), directory);
        Files.createSymbolicLink(directory.resolve("same.csv"), file);
        Files.createSymbolicLink(directory.resolve("dangling.csv"), Path.of("nowhere"));

        Summary summary = scan();

        assertEquals(1, summary.files());
        assertEquals(10, summary.bytes());
        assertEquals(3, summary.passedOver());
    }

    @Test
    void the_directory_itself_may_be_a_link() throws Exception {
        write("data/rides.csv", 10);
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("data"));

        assertEquals(
                1, assertInstanceOf(Summary.class, DirectoryScan.scan(link)).files());
    }

    @Test
    void a_pipe_is_passed_over_and_never_opened() throws Exception {
        shell("mkfifo pipe.csv");

        Summary summary = scan();

        assertEquals(0, summary.files());
        assertEquals(1, summary.passedOver());
    }

    @Test
    void a_huge_sparse_file_counts_with_its_holes() throws Exception {
        try (var sparse = new RandomAccessFile(directory.resolve("big.bin").toFile(), "rw")) {
            sparse.setLength(FOUR_TERABYTES);
        }
        assertEquals(FOUR_TERABYTES, scan().bytes());
    }

    /// A path longer than the system's limit cannot be read, by no user at all.
    @Test
    void a_directory_that_cannot_be_read_is_counted_and_the_rest_is_scanned() throws Exception {
        write("rides.csv", 10);
        Path upper = Files.createDirectories(directory.resolve("deep/" + HALF_OF_A_LONG_PATH));
        Path lower = Files.createDirectories(directory.resolve("lower/" + HALF_OF_A_LONG_PATH));
        Files.createFile(lower.resolve("lost.csv"));
        Files.move(directory.resolve("lower"), upper.resolve("lower"));
        try {
            Summary summary = scan();

            assertEquals(1, summary.files());
            assertEquals(1, summary.unreadable());
        } finally {
            shell("rm -rf deep");
        }
    }

    @Test
    void a_directory_without_permission_is_counted_unless_the_user_may_read_everything() throws Exception {
        write("closed/rides.csv", 10);
        Path closed = directory.resolve("closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            boolean mayReadEverything = Files.isReadable(closed);

            assertEquals(mayReadEverything ? 0 : 1, scan().unreadable());
            assertEquals(mayReadEverything ? 1 : 0, scan().files());
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_directory_whose_entries_end_in_an_error_is_counted() {
        var tally = new Tally(directory);
        tally.postVisitDirectory(directory.resolve("sub"), new IOException("Input/output error"));

        assertEquals(1, tally.summary().unreadable());
    }

    @Test
    void the_scanned_directory_itself_must_be_readable() {
        var tally = new Tally(directory);

        assertThrows(IOException.class, () -> tally.visitFileFailed(directory, new IOException("Permission denied")));
    }

    @Test
    void a_loop_in_the_given_path_is_a_reason() throws Exception {
        Path loop = Files.createSymbolicLink(directory.resolve("loop"), Path.of("loop"));

        var unreadable = assertInstanceOf(DirectoryScan.Unreadable.class, DirectoryScan.scan(loop));

        assertTrue(unreadable.reason().contains("loop"), unreadable.reason());
    }

    @Test
    void a_file_is_not_a_directory() throws Exception {
        Path file = write("rides.csv", 1);

        assertEquals(new DirectoryScan.NotADirectory(file), DirectoryScan.scan(file));
    }

    @Test
    void a_missing_path_is_missing() {
        Path nowhere = directory.resolve("nowhere");

        assertEquals(new DirectoryScan.Missing(nowhere), DirectoryScan.scan(nowhere));
    }

    private Summary scan() {
        return assertInstanceOf(Summary.class, DirectoryScan.scan(directory));
    }

    private Path write(String name, int bytes) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[bytes]);
    }

    private void shell(String script) throws Exception {
        Process process = new ProcessBuilder("sh", "-ec", script)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor(), script);
    }
}
