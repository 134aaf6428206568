package ai.artenic.optimizer.adapters.pricing.mock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.SanityGate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MockTest implements PriceSourceContract {
    private final ProviderServer server = new ProviderServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public PriceSource readableSource() {
        return server.source(new Mock());
    }

    @Override
    public PriceSource brokenSource() {
        return server.source(new Mock(), "broken", "a rehearsal");
    }

    @Test
    void another_process_has_the_same_offers_at_the_same_prices() {
        List<Offer> offers = Offers.of(readableSource());

        assertEquals(new HashSet<>(offers), new HashSet<>(Offers.of(server.source(new Mock()))));
        assertEquals(16, offers.size());
        Offer one = Offers.find(offers, "a100-8", "mock-south");
        assertEquals("22.08", one.onDemand().amount().toPlainString());
        assertEquals("9.66", one.spot().orElseThrow().amount().toPlainString());
        assertEquals(8, one.machine().accelerators().orElseThrow().count());
        assertTrue(Offers.find(offers, "b200-8", "mock-north").spot().isEmpty());
        assertTrue(Offers.find(offers, "cpu-8", "mock-north")
                .machine()
                .accelerators()
                .isEmpty());
    }

    @Test
    void its_prices_are_believable_and_its_gpus_known() {
        List<Offer> offers = Offers.of(readableSource());

        assertEquals(List.of(), SanityGate.inspect(offers, List.of()).quarantined());
        offers.forEach(offer -> assertTrue(
                offer.machine().accelerators().map(has -> has.gpu().isKnown()).orElse(true)));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void it_says_that_it_is_invented() {
        assertFalse(new Mock().isReal());
        assertTrue(Offers.of(readableSource()).getFirst().provenance().origin().contains("invented"));
    }

    @Test
    void it_fails_for_the_reason_it_is_told() {
        assertEquals("broken on purpose: a rehearsal", Offers.error(brokenSource()));
    }
}
