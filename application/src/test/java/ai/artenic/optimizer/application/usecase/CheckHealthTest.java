package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.port.StoreHealth;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckHealthTest {
    private final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();

    @Test
    void a_published_catalogue_is_counted_and_aged() {
        catalog.publish(new PublishedCatalog(Offers.snapshot(Offers.seeded(1, 7)), List.of(), List.of()));
        Health health = check(Optional.empty());
        assertEquals(7, health.offers());
        assertEquals(Duration.ofHours(3), health.catalogAge());
        assertEquals(Optional.empty(), health.storeFault());
    }

    @Test
    void a_store_that_does_not_answer_is_named() {
        assertEquals(
                Optional.of("connection refused"),
                check(Optional.of("connection refused")).storeFault());
    }

    private Health check(Optional<String> fault) {
        var store = new StoreHealth() {
            @Override
            public String kind() {
                return "postgresql";
            }

            @Override
            public Optional<String> fault() {
                return fault;
            }
        };
        return new CheckHealth(catalog, store, () -> Offers.OBSERVED.plus(Duration.ofHours(3))).check();
    }
}
