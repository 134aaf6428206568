package ai.artenic.optimizer.application.usecase;

import static ai.artenic.optimizer.application.contract.Prices.AWS;
import static ai.artenic.optimizer.application.contract.Prices.NOON;
import static ai.artenic.optimizer.application.contract.Prices.live;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Prices;
import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryPriceLists;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.application.usecase.RefreshPrices.Urgency;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.Coverage;
import ai.artenic.optimizer.domain.pricing.Discounts;
import ai.artenic.optimizer.domain.pricing.PriceList;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.QuarantineReason;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefreshPricesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final InMemoryPriceLists lists = new InMemoryPriceLists();
    private final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();
    private Instant now = NOON;
    private int readings;
    private PriceSource source = () -> new Fetched.Failed(Prices.failure("refused"));
    private List<SourceReport> notes = List.of();

    private final RefreshCatalog publishing = new RefreshCatalog(
            new CatalogSources(
                    List.of(
                            local(Provenance.Source.SNAPSHOT, Offers.cpu("aws", "gone", 4, 8, 1, 0), gcp(1)),
                            local(Provenance.Source.OPERATOR, own())),
                    Set.of(AWS),
                    new Discounts(Map.of(AWS, new BigDecimal("0.1")))),
            () -> lists,
            () -> notes,
            catalog,
            () -> now);
    private final RefreshPrices prices =
            new RefreshPrices(lists, provider -> catalog.current().listed(provider), () -> now);

    private static Offer gcp(double price) {
        return Offers.cpu("gcp", "n2", 4, 8, price, 0);
    }

    private static Offer own() {
        Offer offer = Offers.cpu("aws", "own", 4, 8, 1, 0);
        Provenance price = offer.provenance();
        return new Offer(
                offer.id(),
                offer.machine(),
                offer.onDemand(),
                offer.spot(),
                true,
                new Provenance(
                        Provenance.Source.OPERATOR,
                        "own.csv",
                        price.observedAt(),
                        price.nativePrice(),
                        price.currency(),
                        price.fxRate(),
                        price.fxDate()));
    }

    private static PriceSource local(Provenance.Source kind, Offer... offers) {
        return () -> new Fetched.Read(
                List.of(offers), new SourceReport(kind.name(), kind, offers.length, List.of(), Optional.empty()));
    }

    private void says(Offer... offers) {
        source = () -> new Fetched.Read(List.of(offers), Prices.report(offers.length));
    }

    private PriceRefresh refresh(Urgency urgency) {
        return prices.refresh(
                new LiveSource(
                        AWS,
                        () -> {
                            readings++;
                            return source.fetch();
                        },
                        HOUR),
                urgency);
    }

    private PriceList attempted(Urgency urgency) {
        return assertInstanceOf(PriceRefresh.Attempted.class, refresh(urgency)).list();
    }

    private List<String> published() {
        return catalog.current().snapshot().offers().stream()
                .map(offer -> offer.id().instanceType())
                .toList();
    }

    @Test
    void prices_are_read_when_they_are_due_and_not_before() {
        says(live("g4dn", "0.5", 0, now));
        attempted(Urgency.WHEN_DUE);
        now = NOON.plus(HOUR).minusSeconds(1);
        assertEquals(new PriceRefresh.NotDue(NOON.plus(HOUR)), refresh(Urgency.WHEN_DUE));
        now = NOON.plus(HOUR);
        attempted(Urgency.WHEN_DUE);
        assertEquals(2, readings);
    }

    @Test
    void a_source_that_failed_is_asked_again_sooner_and_its_last_good_prices_stay_at_their_age() {
        says(live("g4dn", "0.5", 0, now));
        PriceList good = attempted(Urgency.WHEN_DUE);
        source = () -> new Fetched.Failed(Prices.failure("timed out"));
        now = NOON.plus(HOUR);
        PriceList failed = attempted(Urgency.WHEN_DUE);
        assertEquals(good.offers(), failed.offers());
        assertEquals(Optional.of(NOON), failed.readAt());
        assertEquals(new PriceRefresh.NotDue(now.plus(RefreshPrices.RETRY)), refresh(Urgency.WHEN_DUE));
    }

    @Test
    void a_region_that_fails_keeps_its_prices_even_while_somebody_believes_all_that_is_read() {
        says(live("g4dn", "0.5", 0, now), live("p5", "55", 0, now));
        PriceList good = attempted(Urgency.WHEN_DUE);
        String region = good.offers().getFirst().id().region();
        source = () -> new Fetched.Read(
                List.of(), Prices.report(0).covering(new Coverage(Set.of(region, "mars-1"), Set.of(region))));
        assertEquals(good.offers(), attempted(Urgency.NOW_AND_BELIEVE).offers());
    }

    @Test
    void a_clock_that_was_set_back_does_not_keep_prices_from_being_read() {
        says(live("g4dn", "0.5", 0, now));
        attempted(Urgency.WHEN_DUE);
        now = NOON.minus(HOUR.multipliedBy(30));
        attempted(Urgency.WHEN_DUE);
        assertEquals(2, readings);
    }

    @Test
    void while_one_reads_another_does_not() {
        source = () -> {
            assertInstanceOf(
                    PriceRefresh.Elsewhere.class, prices.refresh(new LiveSource(AWS, source, HOUR), Urgency.NOW));
            return new Fetched.Read(List.of(), Prices.report(0));
        };
        attempted(Urgency.NOW);
        assertEquals(1, readings);
    }

    @Test
    void a_source_that_throws_has_failed_and_is_not_asked_again_at_once() {
        source = () -> {
            throw new IllegalStateException("secret token");
        };
        assertEquals(
                Optional.of("the source broke: IllegalStateException"),
                attempted(Urgency.WHEN_DUE).report().lastError());
        assertInstanceOf(PriceRefresh.NotDue.class, refresh(Urgency.WHEN_DUE));
    }

    @Test
    void a_source_of_which_a_class_is_missing_has_failed_like_any_other() {
        for (Error error : List.of(new AssertionError(), new NoClassDefFoundError("acme/Client"))) {
            source = () -> {
                throw error;
            };
            assertEquals(
                    Optional.of("the source broke: " + error.getClass().getSimpleName()),
                    attempted(Urgency.NOW).report().lastError());
        }
        assertInstanceOf(PriceRefresh.NotDue.class, refresh(Urgency.WHEN_DUE));
    }

    @Test
    void a_source_that_gives_two_prices_for_one_offer_has_failed_and_its_last_good_prices_stay() {
        says(live("g4dn", "0.5", 0, now));
        List<Offer> good = attempted(Urgency.NOW).offers();
        says(live("g4dn", "0.6", 0, now), live("p5", "55", 0, now), live("g4dn", "0.7", 0, now));
        for (Urgency urgency : List.of(Urgency.NOW, Urgency.NOW_AND_BELIEVE)) {
            PriceList list = attempted(urgency);
            assertEquals(
                    Optional.of("the source broke: it has two prices of aws/g4dn/eu-west-1"),
                    list.report().lastError());
            assertEquals(good, list.offers());
        }
    }

    @Test
    void what_is_doubted_stays_out_until_somebody_who_looked_believes_it() {
        says(live("g4dn", "0.5", 0, now));
        attempted(Urgency.NOW);
        says(live("g4dn", "50", 0, now));
        PriceList doubted = attempted(Urgency.NOW);
        assertEquals(
                QuarantineReason.PRICE_JUMP, doubted.quarantined().getFirst().reason());
        assertEquals(List.of(live("g4dn", "0.5", 0, now)), doubted.offers());
        assertEquals(
                List.of(live("g4dn", "50", 0, now)),
                attempted(Urgency.NOW_AND_BELIEVE).offers());
    }

    @Test
    void a_first_reading_is_held_against_the_snapshot() {
        publishing.refresh(RefreshCatalog.Extent.ALL);
        says(Offers.cpu("aws", "gone", 4, 8, 11, 0), live("g4dn", "0.5", 0, now));
        PriceList first = attempted(Urgency.WHEN_DUE);
        assertEquals(List.of(live("g4dn", "0.5", 0, now)), first.offers());
        assertEquals(QuarantineReason.PRICE_JUMP, first.quarantined().getFirst().reason());
    }

    @Test
    void what_the_snapshot_contradicts_stays_doubted_at_every_reading() {
        publishing.refresh(RefreshCatalog.Extent.ALL);
        says(Offers.cpu("aws", "gone", 4, 8, 11, 0), live("g4dn", "0.5", 0, now));
        attempted(Urgency.NOW);
        publishing.refresh(RefreshCatalog.Extent.LIVE);
        PriceList second = attempted(Urgency.NOW);
        assertEquals(List.of(live("g4dn", "0.5", 0, now)), second.offers());
        assertEquals(
                QuarantineReason.PRICE_JUMP, second.quarantined().getFirst().reason());
    }

    @Test
    void a_first_reading_is_held_against_list_prices_and_not_against_discounted_ones() {
        publishing.refresh(RefreshCatalog.Extent.ALL);
        Offer dearer = Offers.cpu("aws", "gone", 4, 8, 9.5, 0);
        says(dearer);
        assertEquals(List.of(dearer), attempted(Urgency.WHEN_DUE).offers());
    }

    @Test
    void live_prices_take_the_place_of_all_the_snapshot_says_of_the_provider_and_own_prices_stand_above() {
        says(live("g4dn", "0.5", 0, now));
        publishing.refresh(RefreshCatalog.Extent.ALL);
        assertEquals(List.of("gone", "own", "n2"), published());
        attempted(Urgency.WHEN_DUE);
        publishing.refresh(RefreshCatalog.Extent.LIVE);
        assertEquals(List.of("g4dn", "own", "n2"), published());
    }

    @Test
    void nothing_is_published_while_nothing_changes() {
        says(live("g4dn", "0.5", 0, now));
        attempted(Urgency.WHEN_DUE);
        PublishedCatalog first = publishing.refresh(RefreshCatalog.Extent.ALL);
        assertEquals(first, publishing.refresh(RefreshCatalog.Extent.LIVE));
        notes = List.of(Prices.failure("the newest are of 2026-10-01"));
        assertTrue(publishing.refresh(RefreshCatalog.Extent.LIVE).sources().containsAll(notes));
    }

    @Test
    void a_live_source_that_was_never_read_is_shown_as_such_and_the_snapshot_stays() {
        PublishedCatalog published = publishing.refresh(RefreshCatalog.Extent.ALL);
        assertEquals(Set.of(AWS), published.live().keySet());
        attempted(Urgency.WHEN_DUE);
        published = publishing.refresh(RefreshCatalog.Extent.LIVE);
        assertEquals(Map.of(AWS, Prices.failure("refused")), published.live());
        assertEquals(List.of("gone", "own", "n2"), published());
    }

    @Test
    void a_discount_is_off_on_demand_prices_of_its_provider_but_for_own_ones() {
        says(live("g4dn", "1.00", 0.5, now));
        attempted(Urgency.WHEN_DUE);
        List<Offer> offers =
                publishing.refresh(RefreshCatalog.Extent.ALL).snapshot().offers();
        assertEquals(
                List.of("0.72", "1", "1"),
                offers.stream()
                        .map(offer -> offer.onDemand().amount().toPlainString())
                        .toList());
        assertEquals(0.5, offers.getFirst().spot().orElseThrow().value());
        assertEquals(
                "Price List API, less 10 % discount",
                offers.getFirst().provenance().origin());
    }
}
