package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.intake.RawObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One row of a file of measured jobs.
///
/// @param file name of the file
/// @param columns text by the name of the column; a column without a value is empty or absent
public record MeasuredRow(String file, Map<String, String> columns) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    public MeasuredRow {
        columns = Map.copyOf(columns);
    }

    /// The text of a column, if there is any.
    public Optional<String> text(String column) {
        return Optional.ofNullable(columns.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /// Whether the file has the column.
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /// The columns with values, numbers and booleans read as such.
    RawObject fields() {
        var fields = new LinkedHashMap<String, Object>();
        columns.forEach((name, text) -> value(text.strip()).ifPresent(value -> fields.put(name, value)));
        return RawObject.root(fields);
    }

    private static Optional<Object> value(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            case String other when NUMBER.matcher(other).matches() -> Optional.of(Double.valueOf(other));
            default -> Optional.of(text);
        };
    }
}
