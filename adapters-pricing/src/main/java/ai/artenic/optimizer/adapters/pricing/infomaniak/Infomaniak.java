package ai.artenic.optimizer.adapters.pricing.infomaniak;

import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.application.port.PriceSource;
import java.util.Set;

/// Infomaniak publishes its prices on a page and by no API. Its offers are therefore those of the bundled snapshot with
/// their own date; where `pricing.infomaniak.endpoint` names the compute API of its OpenStack, with
/// `pricing.infomaniak.token`, what the project cannot start is told apart, and flavors without a known price are
/// named.
public final class Infomaniak implements PriceSourceProvider {
    /// For [java.util.ServiceLoader].
    public Infomaniak() {}

    @Override
    public String key() {
        return "infomaniak";
    }

    /// None: what is asked is the operator's endpoint.
    @Override
    public Set<String> hosts() {
        return Set.of();
    }

    @Override
    public Set<String> settings() {
        return Set.of("endpoint", "token");
    }

    @Override
    public Freshness freshness() {
        return Freshness.DAYS;
    }

    @Override
    public PriceSource create(SourceTools tools) {
        return new DatedPrices(tools);
    }
}
