package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.port.SpotExperience;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.spot.Lifetimes;
import ai.artenic.optimizer.domain.spot.ProviderRate;
import ai.artenic.optimizer.domain.spot.SpotAdvice;
import ai.artenic.optimizer.domain.spot.SpotEvidence;
import ai.artenic.optimizer.domain.spot.SpotOverhead;
import ai.artenic.optimizer.domain.spot.SpotPools;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AdviseSpotTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final SpotOverhead RESUMING = new SpotOverhead(true, 2.0 / 60, 6.0 / 60, Lifetimes.MEASURED);

    private final List<Optional<String>> regionsAsked = new ArrayList<>();
    private SpotPools seen = SpotPools.NONE;

    private static Offer p4d(String region, double spot) {
        Offer offer = Offers.gpu("aws", "p4d", Gpus.A100, 8, 30, 12);
        return Offers.offer("aws", "p4d", region, offer.machine(), 30, spot);
    }

    private final class Seen implements SpotExperience {
        @Override
        public SpotPools pools(Provider provider, String instanceType, Optional<String> region) {
            regionsAsked.add(region);
            return seen;
        }

        @Override
        public Map<Provider, Map<String, SpotEvidence>> types() {
            return Map.of();
        }
    }

    private SpotAnswer advise(String provider, String type, Optional<String> region) {
        var catalog = new InMemoryOfferCatalog();
        List<Offer> offers = List.of(
                p4d("eu-1", 12),
                p4d("us-1", 10),
                p4d("us-2", 0),
                Offers.rated(p4d("eu-2", 13), 0.2),
                Offers.cpu("hetzner", "ccx13", 2, 8, 0.02, 0));
        catalog.publish(new PublishedCatalog(Offers.snapshot(offers), List.of(), List.of()));
        var advising = new AdviseSpot(catalog, new Seen(), () -> NOW);
        return advising.advise(
                new SpotInquiry(new Provider(provider), type, region, 4, 1, RESUMING, OptionalDouble.empty()));
    }

    private SpotAnswer.Advised advised(Optional<String> region) {
        return assertInstanceOf(SpotAnswer.Advised.class, advise("aws", "p4d", region));
    }

    @Test
    void without_a_region_the_cheapest_one_counts_and_what_was_seen_there() {
        SpotAnswer.Advised answer = advised(Optional.empty());
        assertEquals("us-1", answer.offer().id().region());
        assertEquals(List.of(Optional.of("us-1")), regionsAsked);
        assertEquals(NOW, answer.asOf());
        assertEquals(
                12, advised(Optional.of("eu-1")).offer().spot().orElseThrow().value());
    }

    @Test
    void what_own_jobs_saw_moves_the_hazard_from_the_likely_one() {
        double unseen = advised(Optional.empty()).advice().hazard().expected();
        seen = new SpotPools(SpotEvidence.NONE, SpotEvidence.NONE, new SpotEvidence(0, 1000));
        double calm = advised(Optional.empty()).advice().hazard().expected();
        assertEquals(0.1, unseen, 1e-12);
        assertTrue(calm < 0.01, calm + " per hour");
    }

    @Test
    void what_the_provider_says_is_told_and_moves_the_hazard_from_the_likely_one() {
        SpotAdvice said = advised(Optional.of("eu-2")).advice();
        assertEquals(Optional.of(new ProviderRate(0.2, 1, ProviderRate.Unit.PER_MONTH, "advisor")), said.rate());
        assertEquals(0.5, said.hazard().expected(), 1e-12);
        assertEquals(Optional.empty(), advised(Optional.of("eu-1")).advice().rate());
    }

    @Test
    void what_is_not_on_offer_is_told_with_what_is() {
        assertEquals(new SpotAnswer.UnknownProvider(List.of("aws", "hetzner")), advise("gcp", "p4d", Optional.empty()));
        assertEquals(new SpotAnswer.UnknownInstance(List.of("p4d")), advise("aws", "p4de", Optional.empty()));
        assertEquals(
                new SpotAnswer.UnknownRegion(List.of("eu-1", "eu-2", "us-1", "us-2")),
                advise("aws", "p4d", Optional.of("mars")));
        assertEquals(new SpotAnswer.NoSpotPrice(), advise("hetzner", "ccx13", Optional.empty()));
        assertEquals(new SpotAnswer.NoSpotPrice(), advise("aws", "p4d", Optional.of("us-2")));
    }
}
