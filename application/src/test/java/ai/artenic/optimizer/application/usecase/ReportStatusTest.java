package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.port.StoreHealth;
import ai.artenic.optimizer.application.usecase.Status.ProviderStatus;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.QuarantineReason;
import ai.artenic.optimizer.domain.pricing.Quarantined;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import ai.artenic.optimizer.domain.ranking.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportStatusTest {
    private final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();
    private Instant now = Offers.OBSERVED.plus(Duration.ofDays(2));
    private Optional<String> fault = Optional.empty();

    private final StoreHealth store = new StoreHealth() {
        @Override
        public String kind() {
            return "memory";
        }

        @Override
        public Optional<String> fault() {
            return fault;
        }
    };

    private final ReportStatus status = new ReportStatus(catalog, store, () -> now);

    private static final Offer GOOD = Offers.gpu("aws", "l4", Gpus.L4, 1, 0.8, 0.3);
    private static final Offer FREE = Offers.gpu("runpod", "b200", Gpus.H100, 1, 0, 0);

    @Test
    void each_provider_is_shown_with_its_offers_age_and_what_was_held_back() {
        var held = new Quarantined(FREE, QuarantineReason.ZERO_PRICE, "a price of 0 EUR/h");
        catalog.publish(new PublishedCatalog(Offers.snapshot(List.of(GOOD)), List.of(held), List.of()));
        Status report = status.report();
        assertEquals(
                List.of(
                        new ProviderStatus(
                                "aws", 1, "snapshot", Offers.OBSERVED, Duration.ofDays(2), 0, Optional.empty()),
                        new ProviderStatus(
                                "runpod",
                                0,
                                "none",
                                Instant.EPOCH,
                                Duration.between(Instant.EPOCH, now),
                                1,
                                Optional.empty())),
                report.providers());
        assertEquals(Mode.HEURISTIC, report.mode());
        assertEquals("memory", report.store());
        assertTrue(report.degraded().isEmpty());
    }

    @Test
    void uptime_counts_from_the_start() {
        now = now.plusSeconds(90);
        assertEquals(Duration.ofSeconds(90), status.report().uptime());
    }

    @Test
    void what_is_not_as_it_should_be_is_said_in_words() {
        var failed =
                new SourceReport("prices.csv", Provenance.Source.OPERATOR, 0, List.of(), Optional.of("no such file"));
        catalog.publish(new PublishedCatalog(Offers.snapshot(List.of()), List.of(), List.of(failed)));
        fault = Optional.of("connection refused");
        assertEquals(
                List.of("store: connection refused", "price source prices.csv: no such file", "catalogue: no offers"),
                status.report().degraded());
    }
}
