package ai.artenic.optimizer.adapters.persistence.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes what is a map, a list, a text, a number or a flag, for which no serializer has to be looked up.
final class PlainValues {
    private PlainValues() {}

    static void write(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Double number -> writeNumber(json, number);
            case BigDecimal number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case Map<?, ?> fields -> writeObject(json, fields);
            case List<?> items -> writeArray(json, items);
            default -> json.writePOJO(value);
        }
    }

    /// The database's numbers know no negative zero; as text it comes back as it was.
    static void writeNumber(JsonGenerator json, double number) {
        if (number == 0 && Double.doubleToRawLongBits(number) != 0) {
            json.writeString("-0.0");
        } else {
            json.writeNumber(number);
        }
    }

    private static void writeObject(JsonGenerator json, Map<?, ?> fields) {
        json.writeStartObject();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            json.writeName(field.getKey().toString());
            write(json, field.getValue());
        }
        json.writeEndObject();
    }

    private static void writeArray(JsonGenerator json, List<?> items) {
        json.writeStartArray();
        for (Object item : items) {
            write(json, item);
        }
        json.writeEndArray();
    }
}
