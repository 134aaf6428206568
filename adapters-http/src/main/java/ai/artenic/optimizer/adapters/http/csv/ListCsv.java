package ai.artenic.optimizer.adapters.http.csv;

import ai.artenic.optimizer.adapters.http.json.Json;
import ai.artenic.optimizer.adapters.http.json.ListJson;
import ai.artenic.optimizer.adapters.http.json.WorkloadJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// A list as a table: what its items have in JSON, by the same names and in the same order. The fields of an
/// object within an item follow its own name and a point; a list within an item is one cell of JSON. The
/// columns are those of the type, whatever items there are.
public final class ListCsv {
    private record Column(String name, JsonPointer pointer) {
        static Column of(String name) {
            return new Column(name, JsonPointer.compile("/" + name.replace('.', '/')));
        }
    }

    private ListCsv() {}

    public static String of(ListJson<?> list) {
        List<Column> columns = names("", list.rowType()).map(Column::of).toList();
        var text = new StringWriter();
        var table = new CsvTable(text, columns.stream().map(Column::name).toList());
        for (Record row : list.rows()) {
            JsonNode item = Json.mapper().valueToTree(row);
            table.add(columns.stream()
                    .map(column -> cell(item.at(column.pointer())))
                    .toArray());
        }
        return text.toString();
    }

    private static Stream<String> names(String prefix, Class<?> type) {
        if (type == WorkloadJson.class) {
            return WorkloadJson.NAMES.stream().map(name -> prefix + name);
        }
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> stated(component, JsonInclude.class) == null) // there only if asked for
                .flatMap(component -> names(prefix, component));
    }

    private static Stream<String> names(String prefix, RecordComponent component) {
        if (stated(component, JsonUnwrapped.class) != null) {
            return names(prefix, component.getType());
        }
        JsonProperty property = stated(component, JsonProperty.class);
        String name = prefix + (property == null ? Json.fieldName(component.getName()) : property.value());
        return component.getType().isRecord() ? names(name + ".", component.getType()) : Stream.of(name);
    }

    /// Jackson's annotations stand on what a component becomes, not on itself.
    private static <A extends Annotation> @Nullable A stated(RecordComponent component, Class<A> annotation) {
        return component.getAccessor().getAnnotation(annotation);
    }

    private static @Nullable Object cell(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> null;
            case NUMBER -> value.numberValue();
            case BOOLEAN -> value.booleanValue();
            case STRING -> value.stringValue();
            default -> value.toString();
        };
    }
}
