package ai.artenic.optimizer.adapters.http.page;

import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.json.Json;
import ai.artenic.optimizer.adapters.http.openapi.RequestSchemas;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.domain.intake.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The API for people, made from the table that serves it and from the schemas of its OpenAPI document.
public final class DocsPage {
    private static final String TITLE = "API of the Artenic Optimizer";
    private static final String END_OF_TABLE = "</tbody></table>";

    private final Html html = new Html();
    private final JsonNode schemas;

    private DocsPage(ObjectNode openApi) {
        this.schemas = openApi.at("/components/schemas");
    }

    public static String render(List<Endpoint> endpoints, ObjectNode openApi) {
        return new DocsPage(openApi).write(endpoints);
    }

    private String write(List<Endpoint> endpoints) {
        html.element("h1", TITLE);
        html.markup("<p>JSON in UTF-8, names in snake_case, times in UTC, money in EUR. The same for programs:"
                + " <a href=\"/openapi.json\">openapi.json</a> (OpenAPI 3.1)."
                + " Back to <a href=\"/\">the start</a>.</p>");
        html.markup("<nav aria-label=\"Endpoints\"><ul>");
        for (Endpoint endpoint : endpoints) {
            html.markup(
                    "<li><a href=\"#" + Html.escape(endpoint.words().operationId()) + "\"><code>" + address(endpoint)
                            + "</code></a> " + Html.escape(endpoint.words().summary()) + "</li>");
        }
        html.markup("</ul></nav>");
        endpoints.forEach(this::endpoint);
        html.markup("<h2>Schemas</h2>");
        schemas.properties().forEach(schema -> schema(schema.getKey(), schema.getValue()));
        return html.page(TITLE);
    }

    private void endpoint(Endpoint endpoint) {
        html.markup("<section id=\"" + Html.escape(endpoint.words().operationId()) + "\">");
        html.markup("<h2><code>" + address(endpoint) + "</code></h2>");
        html.element("p", endpoint.words().summary());
        parameters(endpoint.contract().parameters());
        endpoint.contract().body().ifPresent(this::body);
        html.table("Answers", "Status", "Body", "Meaning");
        for (Answer answer : endpoint.contract().answers()) {
            html.row(Integer.toString(answer.status()), body(answer), Html.escape(answer.meaning()));
        }
        endpoint.contract().problems().stream()
                .distinct()
                .sorted(Comparator.comparingInt(ProblemKind::status))
                .forEach(kind -> html.row(
                        Integer.toString(kind.status()),
                        SchemaWords.link("Problem"),
                        "<code>" + kind.slug() + "</code> " + Html.escape(kind.title())));
        html.markup(END_OF_TABLE + "</section>");
    }

    private void parameters(List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        html.table("Parameters", "Name", "In", "Type", "Meaning");
        for (Parameter parameter : parameters) {
            JsonNode schema = Json.mapper().valueToTree(parameter.schema());
            html.row(
                    parameter.name(),
                    Terms.wire(parameter.in()),
                    SchemaWords.of(schema),
                    Html.escape(parameter.meaning() + otherwise(schema)));
        }
        html.markup(END_OF_TABLE);
    }

    private void body(String schema) {
        html.markup("<p>Body: " + SchemaWords.link(schema) + ", for example</p>");
        html.element("pre", RequestSchemas.example(schema).toPrettyString());
    }

    private static String body(Answer answer) {
        Class<?> type = answer.type();
        return type == null
                ? Html.escape(answer.mediaType())
                : SchemaWords.link(type.getSimpleName().replace("Json", ""));
    }

    private void schema(String name, JsonNode schema) {
        html.markup("<section id=\"schema-" + Html.escape(name) + "\">");
        html.element("h3", name);
        if (schema.has("description")) {
            html.element("p", schema.get("description").asString());
        }
        html.table("Fields", "Name", "Type", "Meaning");
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            html.row(
                    field.getKey() + (isRequired(schema.get("required"), field.getKey()) ? "" : "?"),
                    SchemaWords.of(field.getValue()),
                    Html.escape(field.getValue().path("description").asString("") + otherwise(field.getValue())));
        }
        html.markup(END_OF_TABLE + "</section>");
    }

    private static boolean isRequired(@Nullable JsonNode required, String field) {
        return required != null
                && required.valueStream().anyMatch(each -> each.asString().equals(field));
    }

    private static String otherwise(JsonNode schema) {
        return schema.has("default") ? "; default " + schema.get("default").asString() : "";
    }

    private static String address(Endpoint endpoint) {
        return Html.escape(endpoint.route().method() + " " + endpoint.route().path());
    }
}
