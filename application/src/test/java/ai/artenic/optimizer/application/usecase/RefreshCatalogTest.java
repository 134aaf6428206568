package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryPriceLists;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.QuarantineReason;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshCatalogTest {
    private static final Offer T4 = Offers.gpu("aws", "t4", Gpus.T4, 1, 0.5, 0.2);
    private static final Offer A100 = Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 1.2);
    private final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();

    private static PriceSource source(String origin, Offer... offers) {
        return () -> new Fetched.Read(
                List.of(offers),
                new SourceReport(origin, Provenance.Source.SNAPSHOT, offers.length, List.of(), Optional.empty()));
    }

    private static PriceSource broken(String origin) {
        return () -> new Fetched.Failed(
                new SourceReport(origin, Provenance.Source.SNAPSHOT, 0, List.of(), Optional.of("gone")));
    }

    private final Map<String, PriceSource> readings = new HashMap<>();
    private final RefreshCatalog refreshing = new RefreshCatalog(
            CatalogSources.local(List.of(() -> reading("a"), () -> reading("b"))),
            InMemoryPriceLists::new,
            List::of,
            catalog,
            InstantSource.fixed(Offers.OBSERVED));

    private Fetched reading(String origin) {
        return readings.getOrDefault(origin, source(origin)).fetch();
    }

    private PublishedCatalog refresh(PriceSource... sources) {
        for (PriceSource source : sources) {
            readings.put(source.fetch().report().origin(), source);
        }
        return refreshing.refresh(RefreshCatalog.Extent.ALL);
    }

    @Test
    void the_offers_of_all_sources_are_published_as_one_catalogue() {
        PublishedCatalog published = refresh(source("a", T4), source("b", A100));
        assertEquals(List.of(T4, A100), published.snapshot().offers());
        assertSame(published, catalog.current());
    }

    @Test
    void a_later_source_overrides_an_earlier_one() {
        Offer cheaper = Offers.repriced(T4, 0.5);
        assertEquals(
                List.of(cheaper),
                refresh(source("a", T4), source("b", cheaper)).snapshot().offers());
    }

    @Test
    void a_broken_source_breaks_no_other() {
        PublishedCatalog published = refresh(broken("a"), source("b", A100));
        assertEquals(List.of(A100), published.snapshot().offers());
        assertEquals(Optional.of("gone"), published.sources().getFirst().lastError());
    }

    @Test
    void what_is_not_believed_is_held_back_and_named() {
        PublishedCatalog published = refresh(source("a", T4, Offers.gpu("x", "free", Gpus.H100, 1, 0, 0)));
        assertEquals(List.of(T4), published.snapshot().offers());
        assertEquals(
                QuarantineReason.ZERO_PRICE, published.quarantined().getFirst().reason());
    }

    @Test
    void a_jump_against_the_published_price_keeps_the_published_offer() {
        refresh(source("a", T4, A100));
        PublishedCatalog published = refresh(source("a", Offers.repriced(T4, 20), A100));
        assertEquals(List.of(T4, A100), published.snapshot().offers());
        assertEquals(
                QuarantineReason.PRICE_JUMP, published.quarantined().getFirst().reason());
    }

    @Test
    void a_source_that_fails_after_it_was_read_keeps_its_last_good_offers() {
        refresh(source("a", T4), source("b", A100));
        assertEquals(
                List.of(T4, A100),
                refresh(broken("a"), source("b", A100)).snapshot().offers());
    }
}
