package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.BadRow;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.QuarantineReason;
import ai.artenic.optimizer.domain.pricing.Quarantined;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OperationsTest {
    private static final String STATUS = ContractClient.BASE + "/status";

    @Test
    void readiness_waits_for_the_first_catalogue_or_for_the_warm_up() {
        try (var api = TestApi.empty()) {
            assertReadiness(api, 503, "down", "up", "empty");
            assertEquals(200, api.client.ask("/health/live").status());
            api.publish(TestApi.offers());
            assertReadiness(api, 200, "up", "up", "up");
        }
        try (var api = TestApi.empty()) {
            api.api.markReady();
            assertReadiness(api, 200, "degraded", "up", "empty");
        }
    }

    @Test
    void without_its_store_the_service_is_degraded_but_takes_requests() {
        try (var api = TestApi.withOffers()) {
            api.log.away = true;
            assertReadiness(api, 200, "degraded", "down", "up");
            JsonNode status = api.client.ask(STATUS).json();
            assertEquals("store: connection refused", status.at("/degraded/0").asString());
        }
    }

    @Test
    void the_status_tells_providers_sources_quarantine_and_bad_rows() {
        try (var api = TestApi.withOffers()) {
            var rows = LongStream.rangeClosed(1, 30)
                    .mapToObj(line -> new BadRow(line, "price is not a number"))
                    .toList();
            var held = TestApi.offers().stream()
                    .limit(1)
                    .map(offer -> new Quarantined(offer, QuarantineReason.ZERO_PRICE, "0 EUR/h"))
                    .toList();
            api.catalog.publish(new PublishedCatalog(
                    Offers.snapshot(TestApi.offers()),
                    held,
                    List.of(
                            new SourceReport("offers.csv", Provenance.Source.OPERATOR, 5, rows, Optional.empty()),
                            new SourceReport("api", Provenance.Source.LIVE, 0, List.of(), Optional.of("timed out")))));
            JsonNode status = api.client.ask(STATUS).json();
            JsonNode catalog = status.get("catalog");
            assertEquals("9.8.7", status.get("version").asString());
            assertEquals(63, catalog.get("offers").asInt());
            assertEquals("zero_price", catalog.at("/quarantine/0/reason").asString());
            assertEquals(30, catalog.at("/bad_rows/0/total").asInt());
            assertEquals(20, catalog.at("/bad_rows/0/rows").size());
            assertEquals("timed out", catalog.at("/sources/1/last_error").asString());
            assertTrue(catalog.at("/providers/0/age_seconds").asLong() > 0);
            assertEquals("memory", status.get("store").asString());
            assertTrue(status.get("model").isNull());
        }
    }

    @Test
    void an_empty_catalogue_is_told_as_such() {
        try (var api = TestApi.empty()) {
            Reply reply = api.client.recommend(Map.of("workload", Workloads.lora7bFields()));
            assertEquals("no-feasible-offer", reply.slug());
            assertTrue(reply.json().get("detail").asString().contains("catalogue is empty"), reply.body());
            assertEquals(
                    0,
                    api.client
                            .ask(ContractClient.BASE + "/offers")
                            .json()
                            .get("items")
                            .size());
            assertTrue(api.client.ask(STATUS).body().contains("no offers"));
        }
    }

    @Test
    void requests_are_measured_by_route_and_status_and_never_by_address() {
        try (var api = TestApi.withOffers()) {
            api.client.ask(ContractClient.BASE + "/recommendations/123e4567-e89b-12d3-a456-426614174000");
            api.client.ask("/some/hostile/address");
            String metrics = api.client.ask("/metrics").body();
            assertTrue(
                    metrics.contains("http_server_requests_seconds_bucket{method=\"GET\","
                            + "route=\"/api/v1/optimizer/recommendations/{id}\",status=\"404\",le=\"0.005\"}"),
                    metrics);
            assertTrue(metrics.contains("route=\"unmatched\",status=\"404\""), metrics);
            assertFalse(metrics.contains("hostile"), metrics);
            assertTrue(metrics.contains("optimizer_catalog_offers 63.0"), metrics);
            assertTrue(metrics.contains("optimizer_catalog_age_seconds 8"), metrics);
            assertTrue(metrics.contains("optimizer_store_up 1.0"), metrics);
            assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=utf-8, API",
        "/docs, text/html;charset=utf-8, openapi.json",
        "/style.css, text/css; charset=utf-8, body",
        "/favicon.svg, image/svg+xml, svg",
        "/favicon.ico, image/svg+xml, svg"
    })
    void pages_are_served_with_what_they_need(String path, String contentType, String contains) {
        try (var api = TestApi.withOffers()) {
            Reply reply = api.client.ask(path);
            assertEquals(200, reply.status());
            assertEquals(contentType, reply.header("Content-Type"));
            assertTrue(reply.body().contains(contains), reply.body());
        }
    }

    private static void assertReadiness(TestApi api, int code, String status, String database, String catalog) {
        Reply reply = api.client.ask("/health/ready");
        assertEquals(code, reply.status(), reply.body());
        assertEquals(status, reply.json().get("status").asString());
        assertEquals(database, reply.json().at("/checks/database").asString());
        assertEquals(catalog, reply.json().at("/checks/catalog").asString());
        assertEquals("none", reply.json().at("/checks/model").asString());
    }
}
