package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.usecase.PriceRefresh;
import ai.artenic.optimizer.application.usecase.RefreshPrices.Urgency;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.ConfigSources;
import ai.artenic.optimizer.bootstrap.config.PriceProviders;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.pricing.PriceList;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Live prices of whole services that share a database, read from a server of this test's own.
class LivePricesTest {
    private static final String STATUS = "/api/v1/optimizer/status";
    private static final String OFFERS = "/api/v1/optimizer/offers?provider=lambda_labs";
    private static final String HISTORY = "/api/v1/optimizer/offers/history?provider=lambda_labs"
            + "&instance_type=gpu_1x_h100_pcie&region=us-west-3";

    @TempDir
    Path folder;

    private static JsonNode provider(JsonNode status, String key) {
        return StreamSupport.stream(status.at("/catalog/providers").spliterator(), false)
                .filter(one -> one.get("provider").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isLive(JsonNode status) {
        return provider(status, "lambda_labs").get("source").asString().equals("live");
    }

    @Test
    void one_replica_reads_all_serve_and_a_restart_without_network_serves_the_last_good_prices() throws Exception {
        try (SharedDatabase database = SharedDatabase.open(folder.resolve("data"))) {
            Map<String, String> environment;
            String observedAt;
            try (var server = new LambdaServer();
                    Replica one = Replica.on(database.url(), server.environment());
                    Replica other = Replica.on(database.url(), server.environment())) {
                environment = server.environment();
                for (Replica replica : List.of(one, other)) {
                    JsonNode offers = replica.await(
                            OFFERS,
                            page -> page.at("/items/0/price_source").asString().equals("live"));
                    assertEquals("2030-01-02", offers.at("/items/0/fx_date").asString());
                    assertEquals(1, offers.get("items").size());
                    assertEquals(2.0, offers.at("/items/0/price_per_hour_eur").asDouble());
                }
                observedAt = provider(one.await(STATUS, LivePricesTest::isLive), "lambda_labs")
                        .get("observed_at")
                        .asString();
                assertEquals(1, server.questions());
            }
            try (Replica offline = Replica.on(database.url(), environment)) {
                JsonNode status = offline.get(STATUS);
                assertTrue(isLive(status), status.toString());
                assertEquals(
                        observedAt,
                        provider(status, "lambda_labs").get("observed_at").asString());
                assertEquals("snapshot", provider(status, "azure").get("source").asString());
                assertEquals(
                        2.5,
                        offline.get(HISTORY)
                                .at("/items/0/native_price_per_hour")
                                .asDouble());
            }
        }
    }

    @Test
    void a_source_that_never_answers_holds_up_neither_start_nor_answers() throws Exception {
        try (SharedDatabase database = SharedDatabase.open(folder.resolve("data"));
                var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var environment = new HashMap<String, String>();
            environment.put("ARTENIC_PRICING__LIVE", "all");
            environment.put("ARTENIC_PRICING__LAMBDA_LABS__API_KEY", "hush");
            environment.put("ARTENIC_PRICING__LAMBDA_LABS__MIRROR", "http://127.0.0.1:" + silent.getLocalPort());
            environment.put("ARTENIC_PRICING__ECB__MIRROR", "http://127.0.0.1:" + silent.getLocalPort());
            PriceProviders.keys()
                    .forEach(key -> environment.put(
                            "ARTENIC_PRICING__" + key.toUpperCase(Locale.ROOT) + "__MIRROR",
                            "http://127.0.0.1:" + silent.getLocalPort()));
            try (Replica replica = Replica.on(database.url(), environment)) {
                JsonNode status = replica.get(STATUS);
                assertEquals(
                        "snapshot",
                        provider(status, "lambda_labs").get("source").asString());
                assertTrue(replica.get(OFFERS).get("items").size() > 0);
            }
        }
    }

    @Test
    void a_refresh_by_hand_tells_of_each_source_and_keeps_what_is_doubted_out_until_it_is_believed() throws Exception {
        try (SharedDatabase database = SharedDatabase.open(folder.resolve("data"));
                var server = new LambdaServer()) {
            var environment = new HashMap<>(server.environment());
            environment.put("ARTENIC_STORE__DATABASE_URL", database.url());
            environment.put("ARTENIC_STORE__CHECKOUT_MAX", "PT30S"); // the machine may be busy
            assertEquals(List.of(2.0), prices(refresh(environment, Urgency.NOW)));
            server.priced(25_000);
            PriceList doubted = refresh(environment, Urgency.NOW);
            assertEquals(List.of(2.0), prices(doubted));
            assertEquals(1, doubted.quarantined().size());
            assertEquals(List.of(200.0), prices(refresh(environment, Urgency.NOW_AND_BELIEVE)));
        }
    }

    private static PriceList refresh(Map<String, String> environment, Urgency urgency) throws Exception {
        var all = new ArrayList<CatalogRefresh.Refreshed>();
        var rates = new CatalogRefresh(config(environment)).refresh(List.of("lambda_labs"), urgency, all::add);
        assertEquals(Optional.empty(), rates.lastError());
        return all.stream()
                .map(CatalogRefresh.Refreshed::refresh)
                .filter(PriceRefresh.Attempted.class::isInstance)
                .map(PriceRefresh.Attempted.class::cast)
                .map(PriceRefresh.Attempted::list)
                .findFirst()
                .orElseThrow();
    }

    private static Config config(Map<String, String> environment) throws IOException {
        if (ConfigSources.read(Optional.empty(), environment, Map.of())
                instanceof Intake.Accepted<Config>(var config)) {
            assertFalse(config.toString().contains("hush"));
            return config;
        }
        throw new AssertionError("not accepted: " + environment);
    }

    private static List<Double> prices(PriceList list) {
        return list.offers().stream().map(offer -> offer.onDemand().value()).toList();
    }
}
