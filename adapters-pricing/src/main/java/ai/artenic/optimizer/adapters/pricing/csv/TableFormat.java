package ai.artenic.optimizer.adapters.pricing.csv;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How one price table is laid out: its columns by name, and what holds where a row is silent.
///
/// @param currency ISO code; the `…_usd_hour` columns imply USD, all else EUR
record TableFormat(Map<Column, Integer> columns, String currency, String origin, Instant observedAt) {

    static TableFormat of(List<String> header, String origin, Instant observedAt) {
        List<String> names = header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (Column column : Column.values()) {
            column.in(names).ifPresent(name -> columns.put(column, names.indexOf(name)));
        }
        return new TableFormat(columns, names.contains("price_usd_hour") ? "USD" : "EUR", origin, observedAt);
    }

    /// Labels of required columns that the header lacks.
    List<String> missing() {
        var missing = new ArrayList<String>();
        for (Column column : Column.values()) {
            if (column.isRequired() && !columns.containsKey(column)) {
                missing.add(column.label());
            }
        }
        return missing;
    }

    /// The field's text without surrounding blanks; empty if the table has no such column.
    String field(NamedCsvRecord row, Column column) {
        Integer index = columns.get(column);
        return index == null || index >= row.getFieldCount()
                ? ""
                : row.getField(index).strip();
    }
}
