package ai.artenic.optimizer.adapters.http.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A table as CSV (RFC 4180, first line names the columns). What is not known is an empty cell. Text that a
/// spreadsheet would take for a formula begins with an apostrophe.
public final class CsvTable {
    private static final String FORMULA = "=+-@\t\r";

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer =
            CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(text);

    public CsvTable(String... columns) {
        writer.writeRecord(columns);
    }

    /// Adds a row of text, numbers, booleans and nulls.
    public void add(@Nullable Object... cells) {
        writer.writeRecord(Arrays.stream(cells).map(CsvTable::cell).toList());
    }

    @Override
    public String toString() {
        return text.toString();
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
