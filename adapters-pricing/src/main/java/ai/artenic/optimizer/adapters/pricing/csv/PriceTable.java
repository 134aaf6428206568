package ai.artenic.optimizer.adapters.pricing.csv;

import ai.artenic.optimizer.adapters.pricing.fx.FxTable;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.pricing.BadRow;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A price table read from a CSV file: good rows are kept, bad ones are named with line and reason.
public final class PriceTable {
    private final GpuCatalog gpus;
    private final FxTable fx;
    private final List<PriceRow> rows = new ArrayList<>();
    private final List<BadRow> badRows = new ArrayList<>();
    private final Map<OfferId, Long> lines = new HashMap<>();

    private PriceTable(GpuCatalog gpus, FxTable fx) {
        this.gpus = gpus;
        this.fx = fx;
    }

    /// Reads the file.
    ///
    /// @throws UnreadableTableException if it is not a price table at all, with the reason in one line
    public static PriceTable read(Path file, GpuCatalog gpus, FxTable fx) throws UnreadableTableException {
        var table = new PriceTable(gpus, fx);
        try {
            table.readRows(file, Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException e) {
            throw new UnreadableTableException("no such file: " + file);
        } catch (CsvParseException e) {
            throw new UnreadableTableException("not a CSV file: " + reason(e));
        } catch (IOException e) {
            throw new UnreadableTableException("cannot be read: " + reason(e));
        }
        return table;
    }

    public List<PriceRow> rows() {
        return List.copyOf(rows);
    }

    public List<BadRow> badRows() {
        return List.copyOf(badRows);
    }

    private void readRows(Path file, Instant modifiedAt) throws IOException, UnreadableTableException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String origin = String.valueOf(file.getFileName());
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            TableFormat format = null;
            for (NamedCsvRecord row : records) {
                format = format == null ? format(row.getHeader(), origin, modifiedAt) : format;
                readRow(format, row);
            }
            if (format == null) {
                throw new UnreadableTableException("has no rows");
            }
        }
    }

    private static TableFormat format(List<String> header, String origin, Instant modifiedAt)
            throws UnreadableTableException {
        TableFormat format = TableFormat.of(header, origin, modifiedAt);
        if (!format.missing().isEmpty()) {
            throw new UnreadableTableException(
                    "lacks the columns " + String.join(", ", format.missing()) + "; has " + String.join(", ", header));
        }
        return format;
    }

    private void readRow(TableFormat format, NamedCsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != row.getHeader().size()) {
            badRows.add(new BadRow(
                    line,
                    "has " + row.getFieldCount() + " fields, the header has "
                            + row.getHeader().size()));
            return;
        }
        var reader = new RowReader(format, gpus, fx, row);
        reader.read()
                .ifPresentOrElse(
                        read -> keep(line, read),
                        () -> badRows.add(new BadRow(line, String.join("; ", reader.problems()))));
    }

    private void keep(long line, PriceRow row) {
        Long first = lines.putIfAbsent(row.id(), line);
        if (first != null) {
            badRows.add(new BadRow(line, "repeats " + row.id() + " of line " + first));
        } else {
            rows.add(row);
        }
    }

    private static String reason(Exception e) {
        return e instanceof MalformedInputException ? "not UTF-8 text" : String.valueOf(e.getMessage());
    }
}
