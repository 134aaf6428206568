package ai.artenic.optimizer.adapters.http.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A table as CSV (RFC 4180, first line names the columns). What is not known is an empty cell. Text that a
/// spreadsheet would take for a formula begins with an apostrophe.
public final class CsvTable {
    private static final String FORMULA = "=+-@\t\r";

    private final CsvWriter writer;

    /// Writes the line of columns.
    ///
    /// @param out is left open
    /// @throws java.io.UncheckedIOException if it cannot be written to, from every method
    public CsvTable(Writer out, List<String> columns) {
        writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(out);
        writer.writeRecord(columns);
    }

    /// Adds a row of text, numbers, booleans and nulls.
    public void add(@Nullable Object... cells) {
        var texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = cell(cells[i]);
        }
        writer.writeRecord(texts);
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number(number);
            case Enum<?> term -> term.name().toLowerCase(Locale.ROOT);
            case List<?> items ->
                inert(String.join(" ", items.stream().map(String::valueOf).toList()));
            case Object other -> inert(other.toString());
        };
    }

    private static String number(Number number) {
        double value = number.doubleValue();
        return Double.isFinite(value) ? new BigDecimal(number.toString()).toPlainString() : "";
    }

    private static String inert(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
