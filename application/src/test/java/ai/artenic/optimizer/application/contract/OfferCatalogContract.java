package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every catalogue promises.
public interface OfferCatalogContract {
    /// A catalogue nothing was published to.
    OfferCatalog emptyCatalog();

    @Test
    default void before_the_first_publication_there_are_no_offers() {
        assertEquals(List.of(), emptyCatalog().current().snapshot().offers());
    }

    @Test
    default void what_was_published_last_is_current_as_a_whole() {
        OfferCatalog catalog = emptyCatalog();
        catalog.publish(published(1));
        PublishedCatalog last = published(2);

        catalog.publish(last);

        assertSame(last, catalog.current());
    }

    private static PublishedCatalog published(int seed) {
        return new PublishedCatalog(Offers.snapshot(Offers.seeded(seed, 3)), List.of(), List.of());
    }
}
