package ai.artenic.optimizer.adapters.http.page;

import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.domain.intake.Terms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The API for people, made from the table that serves it and from the schemas of its OpenAPI document.
public final class DocsPage {
    private final Html html = new Html();
    private final JsonNode schemas;

    private DocsPage(ObjectNode openApi) {
        this.schemas = openApi.at("/components/schemas");
    }

    public static String render(List<Endpoint> endpoints, ObjectNode openApi) {
        return new DocsPage(openApi).write(endpoints);
    }

    private String write(List<Endpoint> endpoints) {
        html.markup("<h1>API of the Artenic Optimizer</h1>");
        html.markup(
                "<p>JSON in UTF-8, names in snake_case, times in UTC, money in EUR. The same for programs:"
                        + " <a href=\"/openapi.json\">openapi.json</a> (OpenAPI 3.1). Back to <a href=\"/\">the start</a>.</p>");
        html.markup("<nav aria-label=\"Endpoints\"><ul>");
        for (Endpoint endpoint : endpoints) {
            html.markup(
                    "<li><a href=\"#" + Html.escape(endpoint.words().operationId()) + "\"><code>" + address(endpoint)
                            + "</code></a> " + Html.escape(endpoint.words().summary()) + "</li>");
        }
        html.markup("</ul></nav>");
        endpoints.forEach(this::endpoint);
        html.markup("<h2>Schemas</h2>");
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            schema(schema.getKey(), schema.getValue());
        }
        return html.page("API of the Artenic Optimizer");
    }

    private void endpoint(Endpoint endpoint) {
        html.markup("<section id=\"" + Html.escape(endpoint.words().operationId()) + "\">");
        html.markup("<h2><code>" + address(endpoint) + "</code></h2>");
        html.element("p", endpoint.words().summary() + ".");
        if (!endpoint.contract().parameters().isEmpty()) {
            html.table("Parameters", "Name", "In", "Type", "Meaning");
            for (Parameter parameter : endpoint.contract().parameters()) {
                html.row(
                        parameter.name(),
                        Terms.wire(parameter.in()),
                        parameter.schema().toString(),
                        parameter.meaning());
            }
            html.markup("</tbody></table>");
        }
        endpoint.contract().body().ifPresent(body -> html.markup("<p>Body: " + link(body) + "</p>"));
        html.table("Answers", "Status", "Media type", "Meaning");
        for (Answer answer : endpoint.contract().answers()) {
            html.row(Integer.toString(answer.status()), answer.mediaType(), answer.meaning());
        }
        for (ProblemKind kind : new LinkedHashSet<>(endpoint.contract().problems())) {
            html.row(Integer.toString(kind.status()), Answer.PROBLEM_JSON, kind.slug() + ": " + kind.title());
        }
        html.markup("</tbody></table></section>");
    }

    private void schema(String name, JsonNode schema) {
        html.markup("<section id=\"schema-" + Html.escape(name) + "\">");
        html.element("h3", name);
        if (schema.has("description")) {
            html.element("p", schema.get("description").asString());
        }
        html.table("Fields", "Name", "Type", "Meaning");
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            html.row(field.getKey(), type(field.getValue()), meaning(name, field));
        }
        html.markup("</tbody></table></section>");
    }

    private String meaning(String schema, Map.Entry<String, JsonNode> field) {
        String required = schemas.at("/" + schema + "/required")
                        .valueStream()
                        .anyMatch(each -> each.asString().equals(field.getKey()))
                ? ""
                : "optional ";
        JsonNode value = field.getValue();
        String otherwise =
                value.has("default") ? "; default " + value.get("default").asString() : "";
        return required + value.path("description").asString("") + otherwise;
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").asString();
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.has("anyOf")) {
            return String.join(
                    " or ",
                    schema.get("anyOf").valueStream().map(DocsPage::type).toList());
        }
        if (schema.has("items")) {
            return "list of " + type(schema.get("items"));
        }
        if (schema.has("enum")) {
            return String.join(
                    " | ",
                    schema.get("enum").valueStream().map(JsonNode::asString).toList());
        }
        JsonNode type = schema.path("type");
        String name = type.isArray()
                ? String.join(" or ", type.valueStream().map(JsonNode::asString).toList())
                : type.asString("any");
        return name + (schema.has("minimum") ? " >= " + schema.get("minimum").asString() : "");
    }

    private static String address(Endpoint endpoint) {
        return Html.escape(endpoint.route().method() + " " + endpoint.route().path());
    }

    private static String link(String schema) {
        return "<a href=\"#schema-" + Html.escape(schema) + "\">" + Html.escape(schema) + "</a>";
    }
}
