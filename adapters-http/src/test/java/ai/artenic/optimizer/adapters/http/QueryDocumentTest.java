package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the OpenAPI document says of query parameters is what the server asks for.
class QueryDocumentTest {
    private static final TestApi API = TestApi.withOffers();

    @AfterAll
    static void stop() {
        API.close();
    }

    private static JsonNode parameters(String path) {
        return API.client.contract().document().at("/paths/~1api~1v1~1optimizer~1cost~1" + path + "/get/parameters");
    }

    private static Set<String> documented(String path) {
        var needed = new TreeSet<String>();
        for (JsonNode parameter : parameters(path)) {
            if (parameter.path("required").asBoolean(false)) {
                needed.add("/query/" + parameter.get("name").asString());
            }
        }
        return needed;
    }

    private static Set<String> refused(String path) {
        var refused = new TreeSet<String>();
        API.client
                .ask(ContractClient.BASE + "/cost/" + path)
                .json()
                .get("errors")
                .forEach(error -> refused.add(error.get("pointer").asString()));
        return refused;
    }

    private static String figure(JsonNode bound) {
        return bound.decimalValue().stripTrailingZeros().toPlainString();
    }

    @Test
    void parameters_without_which_a_request_is_refused_are_documented_as_required() {
        assertEquals(refused("spot"), documented("spot"));
        assertEquals(refused("compare"), documented("compare"));
    }

    @Test
    void the_bounds_of_spot_advice_are_documented() {
        for (JsonNode parameter : parameters("spot")) {
            JsonNode schema = parameter.get("schema");
            if (parameter.get("name").asString().equals("node_count")) {
                assertEquals("integer", schema.get("type").asString());
            }
            if (schema.has("minimum")) {
                String name = parameter.get("name").asString();
                String bounds = "/query/" + name + " must be between " + figure(schema.get("minimum")) + " and "
                        + figure(schema.get("maximum"));
                String asked = "?provider=aws&instance_type=a&" + name + "=-1";
                String errors = API.client
                        .ask(ContractClient.BASE + "/cost/spot" + asked)
                        .errors();
                assertTrue(errors.contains(bounds), bounds + " in " + errors);
            }
        }
    }
}
