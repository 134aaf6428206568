package ai.artenic.optimizer.adapters.datasets;

import ai.artenic.optimizer.domain.evaluation.MeasuredRow;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A CSV file of measured jobs: a header with the names of the columns, then one job per row.
public final class MeasurementFile {
    private MeasurementFile() {}

    /// All rows of the file, in order. Empty where the file has a header only.
    ///
    /// @throws IOException if the file cannot be read, is not CSV, or has a row with more or fewer fields than its
    ///     header
    public static List<MeasuredRow> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such file");
        }
        String name = String.valueOf(file.getFileName());
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            var rows = new ArrayList<MeasuredRow>();
            for (NamedCsvRecord row : csv) {
                requireAllFields(file, row);
                rows.add(new MeasuredRow(name, row.getFieldsAsMap()));
            }
            return rows;
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static void requireAllFields(Path file, NamedCsvRecord row) throws IOException {
        if (row.getFieldCount() != row.getHeader().size()) {
            throw new IOException(file + ": line " + row.getStartingLineNumber() + " has " + row.getFieldCount()
                    + " fields, the header " + row.getHeader().size());
        }
    }
}
