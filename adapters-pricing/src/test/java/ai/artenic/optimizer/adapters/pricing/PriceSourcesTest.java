package ai.artenic.optimizer.adapters.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.adapters.pricing.lambda.LambdaLabs;
import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriceSourcesTest {
    private final PriceSources sources = new PriceSources();

    @Test
    void a_live_source_is_made_with_its_settings() {
        var failed = assertInstanceOf(
                Fetched.Failed.class,
                sources.live(new LambdaLabs(), Map.of(), () -> ProviderServer.NOW)
                        .fetch());
        assertEquals(
                Optional.of("pricing.lambda_labs.api-key is not set"),
                failed.report().lastError());
        assertThrows(
                IllegalArgumentException.class,
                () -> sources.live(new LambdaLabs(), Map.of("mirror", "nowhere"), () -> ProviderServer.NOW));
    }

    @Test
    void a_source_that_cannot_be_made_breaks_when_it_is_read_and_not_the_start() {
        for (Throwable thrown :
                new Throwable[] {new IllegalStateException("made wrong"), new NoClassDefFoundError("x")}) {
            PriceSource source = sources.live(new Unmakable(thrown), Map.of(), () -> ProviderServer.NOW);
            assertEquals(thrown, assertThrows(thrown.getClass(), source::fetch));
        }
    }

    private record Unmakable(Throwable thrown) implements PriceSourceProvider {
        @Override
        public String key() {
            return "acme";
        }

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
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }

    @Test
    void hardware_is_known_of_what_the_bundled_snapshot_lists() {
        var machines = new BundledMachines(sources::bundledSnapshot);
        Machine machine = machines.find(new Provider("aws"), "p4d.24xlarge").orElseThrow();
        assertEquals(8, machine.accelerators().orElseThrow().count());
        assertEquals(Optional.empty(), machines.find(new Provider("aws"), "none"));
    }

    @Test
    void prices_read_after_newer_rates_came_are_converted_by_them() {
        var date = LocalDate.of(2030, 1, 2);
        sources.takeRates(List.of(new FxRate("USD", new BigDecimal("2"), date)));
        var read =
                assertInstanceOf(Fetched.Read.class, sources.bundledSnapshot().fetch());
        Offer offer = read.offers().stream()
                .filter(one -> one.provenance().currency().equals("USD"))
                .findFirst()
                .orElseThrow();
        assertEquals(date, offer.provenance().fxDate());
        assertEquals(
                offer.provenance().nativePrice().doubleValue() / 2,
                offer.onDemand().value(),
                1e-6);
    }
}
