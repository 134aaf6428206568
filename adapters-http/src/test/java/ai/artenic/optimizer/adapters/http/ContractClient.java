package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that holds every response it gets against the OpenAPI document of the server it talks to.
final class ContractClient {
    static final String BASE = "/api/v1/optimizer";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String origin;
    private final ServedContract contract;

    ContractClient(int port) {
        origin = "http://127.0.0.1:" + port;
        contract = new ServedContract(unchecked(get("/openapi.json")).body());
    }

    record Reply(int status, String body, HttpResponse<byte[]> raw) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /// The slug of the problem.
        String slug() {
            assertEquals("application/problem+json", header("Content-Type"), body);
            String type = json().get("type").asString();
            assertTrue(type.startsWith("urn:artenic:problem:"), type);
            assertEquals(status, json().get("status").asInt());
            assertEquals(header("X-Correlation-Id"), json().get("instance").asString());
            return type.substring("urn:artenic:problem:".length());
        }

        /// Pointers and messages of an invalid request, one a line.
        String errors() {
            var lines = new StringBuilder();
            json().path("errors")
                    .forEach(each -> lines.append(each.get("pointer").asString())
                            .append(' ')
                            .append(each.get("message").asString())
                            .append('\n'));
            return lines.toString();
        }
    }

    ServedContract contract() {
        return contract;
    }

    Reply ask(String path) {
        return checked(get(path).build());
    }

    Reply recommend(Object body) {
        return post("/recommend", JSON.writeValueAsBytes(body));
    }

    Reply post(String path, byte[] body) {
        return post(path, BodyPublishers.ofByteArray(body), Map.of("Content-Type", "application/json"));
    }

    Reply post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    Reply post(String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + BASE + path)).POST(body);
        headers.forEach(request::header);
        return checked(request.build());
    }

    HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    Reply checked(HttpRequest request) {
        Reply reply = send(request);
        contract.check(request.method(), request.uri().getRawPath(), reply);
        return reply;
    }

    Reply unchecked(HttpRequest.Builder request) {
        return send(request.build());
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            assertFalse(response.headers().firstValue("X-Correlation-Id").isEmpty(), "every answer is named");
            assertEquals(
                    "nosniff",
                    response.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertEquals("", response.headers().firstValue("Server").orElse(""));
            return new Reply(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (IOException e) {
            throw new AssertionError(request + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
