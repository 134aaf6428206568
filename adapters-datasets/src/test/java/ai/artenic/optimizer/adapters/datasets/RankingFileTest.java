package ai.artenic.optimizer.adapters.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingFileTest {
    @TempDir
    private Path directory;

    @Test
    void a_name_with_a_comma_or_a_quote_stays_one_cell() throws IOException {
        Path file = directory.resolve("rankings.csv");
        RankingFile.write(file, List.of("ranker", "workload_id"), List.of(List.of("hybrid", "a, \"b\"")));
        assertEquals("ranker,workload_id\nhybrid,\"a, \"\"b\"\"\"\n", Files.readString(file));
    }

    @Test
    void a_file_that_cannot_be_written_is_an_error_of_its_own() {
        Path nowhere = directory.resolve("missing").resolve("rankings.csv");
        assertThrows(IOException.class, () -> RankingFile.write(nowhere, List.of("a"), List.of()));
    }
}
