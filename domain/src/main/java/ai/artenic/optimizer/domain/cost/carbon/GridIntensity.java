package ai.artenic.optimizer.domain.cost.carbon;

import ai.artenic.optimizer.domain.offer.Provider;
import java.util.OptionalDouble;

/// How much carbon the electricity of a provider's region carries.
@FunctionalInterface
public interface GridIntensity {
    /// Grams of CO2 equivalent per kWh of the local grid, whatever certificates the provider buys; empty
    /// where not known.
    ///
    /// @param region the provider's own name of it
    OptionalDouble gramsPerKwh(Provider provider, String region);
}
