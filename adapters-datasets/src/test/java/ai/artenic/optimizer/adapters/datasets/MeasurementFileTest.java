package ai.artenic.optimizer.adapters.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.evaluation.MeasuredRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementFileTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("jobs.csv"), text);
    }

    private String refusal(Path file) {
        return String.valueOf(assertThrows(IOException.class, () -> MeasurementFile.read(file))
                .getMessage());
    }

    @Test
    void rows_are_columns_by_name_in_the_order_of_the_file() throws IOException {
        List<MeasuredRow> rows = MeasurementFile.read(file("\uFEFFmodel,note\na,\"x, y\"\nb,\n"));

        assertEquals(2, rows.size());
        assertEquals("jobs.csv", rows.getFirst().file());
        assertEquals(Optional.of("a"), rows.getFirst().text("model"));
        assertEquals(Optional.of("x, y"), rows.getFirst().text("note"));
        assertEquals(Optional.empty(), rows.getLast().text("note"));
        assertTrue(rows.getLast().has("note"));
    }

    @Test
    void a_file_with_a_header_only_has_no_rows() throws IOException {
        assertEquals(List.of(), MeasurementFile.read(file("model,note\n")));
    }

    @Test
    void a_missing_file_and_ragged_rows_are_refused_with_the_place() throws IOException {
        assertTrue(refusal(folder.resolve("none.csv")).endsWith("none.csv: there is no such file"));
        String ragged = refusal(file("model,note\na\n"));
        assertTrue(ragged.contains("jobs.csv: ") && ragged.contains("2"), ragged);
    }

    @Test
    void a_directory_is_refused_as_one() {
        assertTrue(refusal(folder).endsWith(": is a directory, not a CSV file"), refusal(folder));
    }

    @Test
    void a_column_that_stands_twice_in_the_header_is_refused_by_its_name() throws IOException {
        String twice = refusal(file("model,note,model\na,b,c\n"));
        assertTrue(twice.contains("jobs.csv: ") && twice.contains("duplicate") && twice.contains("[model]"), twice);
    }
}
