package ai.artenic.optimizer.domain.evaluation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Fields of a workload, gathered from the columns of a row; a column without a value leaves its field unstated.
final class WorkloadColumns {
    private final MeasuredRow row;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    WorkloadColumns(MeasuredRow row) {
        this.row = row;
    }

    Map<String, Object> fields() {
        return fields;
    }

    WorkloadColumns set(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    WorkloadColumns text(String field, String column) {
        row.text(column).ifPresent(text -> fields.put(field, text));
        return this;
    }

    /// A number; what is not one is handed on as text, for the workload's reader to refuse.
    WorkloadColumns number(String field, String column) {
        row.text(column).ifPresent(text -> fields.put(field, numberOrText(text)));
        return this;
    }

    /// A flag written as 0, 1, true or false; what is not one is handed on as text, for the workload's reader to
    /// refuse.
    WorkloadColumns flag(String field, String column) {
        row.text(column).ifPresent(text -> fields.put(field, flagOrText(text)));
        return this;
    }

    private static Object flagOrText(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> text;
        };
    }

    private static Object numberOrText(String text) {
        try {
            double number = Double.parseDouble(text);
            return number == 0 ? 0.0 : number;
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
