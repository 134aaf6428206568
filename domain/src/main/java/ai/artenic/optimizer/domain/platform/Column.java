package ai.artenic.optimizer.domain.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads columns of the platform's rows leniently: what is not of the expected kind counts as missing.
final class Column {
    private Column() {}

    static Optional<String> text(Map<String, Object> row, String name) {
        return row.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    static Optional<Double> number(Map<String, Object> row, String name) {
        return row.get(name) instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(number.doubleValue())
                : Optional.empty();
    }

    static Optional<Boolean> flag(Map<String, Object> row, String name) {
        return row.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /// A moment; one without an offset is taken for UTC.
    static Optional<Instant> moment(Map<String, Object> row, String name) {
        return text(row, name).flatMap(text -> {
            String iso = text.replace(' ', 'T');
            try {
                return Optional.of(OffsetDateTime.parse(iso).toInstant());
            } catch (DateTimeException _) {
                return withoutOffset(iso);
            }
        });
    }

    /// An object within a row; empty where there is none.
    static Map<String, Object> object(Map<String, Object> row, String name) {
        var fields = new LinkedHashMap<String, Object>();
        if (row.get(name) instanceof Map<?, ?> object) {
            object.forEach((key, value) -> {
                if (value != null) {
                    fields.put(String.valueOf(key), value);
                }
            });
        }
        return fields;
    }

    private static Optional<Instant> withoutOffset(String iso) {
        try {
            return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
