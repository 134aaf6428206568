package ai.artenic.optimizer.adapters.persistence.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedOffersTest {
    private static final List<Offer> OFFERS = Offers.seeded(3, 40);

    private static List<Offer> unrated(List<Offer> offers) {
        return offers.stream()
                .map(offer -> new Offer(
                        offer.id(),
                        offer.machine(),
                        offer.onDemand(),
                        offer.spot(),
                        offer.available(),
                        offer.provenance()))
                .toList();
    }

    @Test
    void offers_are_read_back_with_what_the_provider_says_of_its_spot_nodes() {
        assertTrue(OFFERS.stream().anyMatch(offer -> offer.providerRate().isPresent()));
        String json = Json.write(PackedOffers.of(OFFERS));
        assertEquals(OFFERS, Json.read(json, PackedOffers.class).toDomain());
    }

    @Test
    void offers_from_before_providers_were_asked_are_read_as_saying_nothing() {
        List<Offer> silent = unrated(OFFERS);
        String json = Json.write(PackedOffers.of(silent));
        String old = json.replaceFirst("\"rates\":\\[],", "").replace(",null]", "]");
        assertTrue(!old.contains("rates") && old.length() < json.length() - 5 * silent.size() + 1, old);
        assertEquals(silent, Json.read(old, PackedOffers.class).toDomain());
    }
}
