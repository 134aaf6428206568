package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.openapi.FieldParameter;
import ai.artenic.optimizer.adapters.http.openapi.RequestSchemas;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.domain.cost.compare.CompareRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A comparison's question as query parameters: the fields of its body, those of workload and constraints by
/// their own names, those of the workload's reference with `reference_` before them. Lists of names are
/// separated by commas.
final class CompareQuery {
    private static final List<Field> FIELDS = fields();

    private CompareQuery() {}

    /// A parameter.
    ///
    /// @param path names that lead to the field in the body
    private record Field(List<String> path, FieldParameter field) {
        String name() {
            return field.parameter().name();
        }

        String pointer() {
            return "/" + String.join("/", path);
        }
    }

    static List<Parameter> parameters() {
        return FIELDS.stream().map(each -> each.field().parameter()).toList();
    }

    /// The question, if nothing is wrong with it.
    static CompareRequest read(QueryParameters query) {
        var body = new LinkedHashMap<String, Object>(Map.of("workload", new LinkedHashMap<String, Object>()));
        var given = new ArrayList<Field>();
        for (Field field : FIELDS) {
            value(query, field).ifPresent(value -> {
                put(body, field.path(), value);
                given.add(field);
            });
        }
        return query.conclude(CompareRequest.read(body), pointer -> inQuery(pointer, given));
    }

    private static Optional<Object> value(QueryParameters query, Field field) {
        return query.value(field.name(), field.field().type());
    }

    private static void put(Map<String, Object> object, List<String> path, Object value) {
        if (path.size() == 1) {
            object.put(path.getFirst(), value);
            return;
        }
        @SuppressWarnings("unchecked") // objects in the body are made here
        var inner = (Map<String, Object>)
                object.computeIfAbsent(path.getFirst(), added -> new LinkedHashMap<String, Object>());
        put(inner, path.subList(1, path.size()), value);
    }

    /// Where in the query a pointer into the body leads: of an object to the first parameter that gave a part of it.
    private static String inQuery(String pointer, List<Field> given) {
        for (Field field : FIELDS) {
            if (pointer.equals(field.pointer()) || pointer.startsWith(field.pointer() + "/")) {
                return "/query/" + field.name()
                        + pointer.substring(field.pointer().length());
            }
        }
        return given.stream()
                .filter(field -> field.pointer().startsWith(pointer + "/"))
                .findFirst()
                .map(field -> "/query/" + field.name())
                .orElse("/query" + pointer);
    }

    private static List<Field> fields() {
        var fields = new ArrayList<Field>();
        add(fields, List.of("workload", "reference"), "reference_", RequestSchemas.REFERENCE);
        add(fields, List.of("workload"), "", RequestSchemas.WORKLOAD);
        add(fields, List.of("constraints"), "", RequestSchemas.CONSTRAINTS);
        add(fields, List.of(), "", RequestSchemas.COMPARE);
        fields.removeIf(field -> List.of("goal", "mode", "job_id", "persist").contains(field.name()));
        return List.copyOf(fields);
    }

    private static void add(List<Field> fields, List<String> above, String prefix, String schema) {
        for (FieldParameter field : RequestSchemas.parameters(schema, prefix)) {
            var path = new ArrayList<>(above);
            path.add(field.parameter().name().substring(prefix.length()));
            fields.add(new Field(List.copyOf(path), field));
        }
    }
}
