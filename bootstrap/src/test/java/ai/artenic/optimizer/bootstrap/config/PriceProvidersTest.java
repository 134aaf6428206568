package ai.artenic.optimizer.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.application.port.PriceSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriceProvidersTest {
    private final PriceSourceProvider ours = PriceProviders.find("mock").orElseThrow();
    private final PriceSourceProvider added = new Added("mock");

    /// As it comes in a jar of its own: from another module than our sources.
    private record Added(String key) implements PriceSourceProvider {
        @Override
        public Set<String> hosts() {
            return Set.of();
        }

        @Override
        public Freshness freshness() {
            return Freshness.DAYS;
        }

        @Override
        public PriceSource create(SourceTools tools) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void a_source_that_was_added_takes_the_place_of_ours_whichever_is_found_first() {
        assertSame(added, PriceProviders.byKey(List.of(ours, added)).get("mock"));
        assertSame(added, PriceProviders.byKey(List.of(added, ours)).get("mock"));
    }

    @Test
    void a_source_of_a_new_provider_stands_beside_ours() {
        assertEquals(
                Set.of("acme", "mock"),
                PriceProviders.byKey(List.of(ours, new Added("acme"))).keySet());
    }

    @Test
    void two_that_were_added_for_one_provider_are_refused_by_their_names() {
        var refused = assertThrows(
                IllegalStateException.class, () -> PriceProviders.byKey(List.of(added, new Added("mock"))));

        assertTrue(String.valueOf(refused.getMessage()).contains(Added.class.getName()), refused.getMessage());
    }
}
