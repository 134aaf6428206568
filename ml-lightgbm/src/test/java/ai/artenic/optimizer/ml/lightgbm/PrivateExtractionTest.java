package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.ml.lightgbm.NativeLibrary.Loaded;
import ai.artenic.optimizer.ml.lightgbm.NativeLibrary.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrivateExtractionTest {
    private final String shared = System.getProperty("java.io.tmpdir");
    private final List<Path> extractedTo = new ArrayList<>();

    @AfterEach
    void the_shared_directory_is_back_in_place_and_the_private_one_is_gone() {
        assertEquals(shared, System.getProperty("java.io.tmpdir"));
        extractedTo.forEach(directory -> assertFalse(Files.exists(directory), directory + " is still there"));
    }

    @Test
    void a_loader_extracts_to_a_directory_of_its_own() {
        var answer = assertInstanceOf(Loaded.class, PrivateExtraction.load(() -> extract(true)));

        assertNotEquals(Path.of(shared), extractedTo.getFirst());
        assertTrue(answer.version().matches("4\\.\\d+\\.\\d+.*"), answer.version());
        assertTrue(answer.platform().startsWith(System.getProperty("os.name")), answer.platform());
        assertEquals(Optional.empty(), answer.leftBehind());
    }

    @Test
    void two_loads_never_share_a_directory() {
        PrivateExtraction.load(() -> extract(true));
        PrivateExtraction.load(() -> extract(true));

        assertNotEquals(extractedTo.getFirst(), extractedTo.getLast());
    }

    @Test
    void a_library_that_quietly_did_not_load_is_unavailable_and_the_reason_says_what_to_install() {
        var answer = assertInstanceOf(Unavailable.class, PrivateExtraction.load(() -> extract(false)));

        assertTrue(answer.reason().contains("install libgomp1"), answer.reason());
    }

    @Test
    void a_link_error_becomes_a_reason_in_one_line() {
        var answer = assertInstanceOf(Unavailable.class, PrivateExtraction.load(() -> {
            extract(false);
            throw new UnsatisfiedLinkError("cannot map\n  segment");
        }));

        assertTrue(answer.reason().endsWith("UnsatisfiedLinkError: cannot map segment"), answer.reason());
    }

    @Test
    void a_full_disk_becomes_a_reason() {
        var answer = assertInstanceOf(Unavailable.class, PrivateExtraction.load(() -> {
            extract(false);
            throw new IOException("No space left on device");
        }));

        assertTrue(answer.reason().contains("No space left on device"), answer.reason());
    }

    @Test
    void a_bug_in_the_loader_is_not_taken_for_a_missing_library() {
        assertThrows(
                IllegalStateException.class,
                () -> PrivateExtraction.load(() -> {
                    extract(false);
                    throw new IllegalStateException("a bug");
                }));
    }

    @Test
    void a_directory_that_is_already_gone_is_not_left_behind() {
        var answer = assertInstanceOf(Loaded.class, PrivateExtraction.load(() -> {
            extract(true);
            Files.delete(extractedTo.getFirst().resolve("library.so"));
            Files.delete(extractedTo.getFirst());
            return true;
        }));

        assertEquals(Optional.empty(), answer.leftBehind());
    }

    private boolean extract(boolean loaded) throws IOException {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        extractedTo.add(directory);
        Files.writeString(directory.resolve("library.so"), "code");
        return loaded;
    }
}
