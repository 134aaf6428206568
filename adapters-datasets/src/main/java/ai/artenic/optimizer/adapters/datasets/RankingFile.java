package ai.artenic.optimizer.adapters.datasets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// A CSV file of rankings.
public final class RankingFile {
    private RankingFile() {}

    /// Writes a header and its rows; the file is replaced if it is there.
    ///
    /// @throws IOException if it cannot be written
    public static void write(Path file, List<String> header, List<List<String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (UncheckedIOException e) {
            throw new IOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
