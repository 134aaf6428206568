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
    /// @throws IOException if the file cannot be read, is not CSV, has a row with more or fewer fields than its
    ///     header, or a column twice
    public static List<MeasuredRow> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + ": there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a directory, not a CSV file");
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
            throw new IOException(file + ": " + reason(e), e);
        } catch (UncheckedIOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /// What is wrong with the text: of a bad header only the cause says more than that it is bad.
    private static String reason(CsvParseException e) {
        Throwable cause = e.getCause();
        return cause == null || cause.getMessage() == null ? String.valueOf(e.getMessage()) : cause.getMessage();
    }

    private static void requireAllFields(Path file, NamedCsvRecord row) throws IOException {
        if (row.getFieldCount() != row.getHeader().size()) {
            throw new IOException(file + ": line " + row.getStartingLineNumber() + " has " + row.getFieldCount()
                    + " fields, the header " + row.getHeader().size());
        }
    }
}
