package ai.artenic.optimizer.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.application.contract.RecommendationLogContract;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SqlRecommendationLogTest implements RecommendationLogContract {
    private static Storage storage;

    @BeforeAll
    static void open() throws StorageOpeningException {
        storage = Storage.open(TestServer.settings());
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @Override
    public RecommendationLog log() {
        try {
            TestServer.run("truncate optimizer_recommendations");
            return storage.recommendationLog();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_first_choice_is_readable_in_columns_of_its_own() throws SQLException {
        Recommendation kept = Recommendations.seeded(5);
        log().keep(kept);
        try (var connection = TestServer.connect();
                var rows = connection.createStatement().executeQuery("""
                        select recommended_provider, recommended_instance, recommended_rank, estimated_cost_eur,
                               jsonb_array_length(alternatives), workload_spec ->> 'framework'
                        from optimizer_recommendations""")) {
            rows.next();
            var first = kept.recommendations().getFirst();
            assertEquals(first.offer().id().provider().key(), rows.getString(1));
            assertEquals(first.offer().id().instanceType(), rows.getString(2));
            assertEquals(1, rows.getInt(3));
            assertEquals(0, first.estimatedCost().expected().amount().compareTo(rows.getBigDecimal(4)));
            assertEquals(kept.recommendations().size(), rows.getInt(5));
            assertEquals(kept.request().workload().framework().name().toLowerCase(Locale.ROOT), rows.getString(6));
        }
    }

    @Test
    void a_healthy_server_has_no_fault() {
        assertEquals("postgresql", storage.health().kind());
        assertEquals(Optional.empty(), storage.health().fault());
    }

    @Test
    void when_every_connection_is_taken_the_wait_is_bounded_and_said() throws Exception {
        var tight = new StorageSettings.Pool(1, Duration.ofMillis(300), Duration.ofSeconds(30));
        var server = TestServer.settings();
        var settings = new StorageSettings.Server(server.url(), server.user(), server.password(), tight);
        try (Storage small = Storage.open(settings);
                var blocker = TestServer.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table optimizer_recommendations in access exclusive mode");
            Thread waiting =
                    Thread.ofVirtual().start(() -> small.recommendationLog().find(new UUID(1, 1)));
            while (!isBlocked()) {
                Thread.onSpinWait();
            }
            assertThrows(
                    StoreUnavailableException.class,
                    () -> small.recommendationLog().find(new UUID(2, 2)));
            assertEquals(true, small.health().fault().isPresent());
            blocker.rollback();
            waiting.join();
            assertEquals(Optional.empty(), small.health().fault());
        }
    }

    private static boolean isBlocked() throws SQLException {
        try (var connection = TestServer.connect();
                var rows =
                        connection.createStatement().executeQuery("select count(*) from pg_locks where not granted")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }
}
