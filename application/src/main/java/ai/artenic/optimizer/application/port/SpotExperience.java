package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.spot.SpotEvidence;
import ai.artenic.optimizer.domain.spot.SpotPools;
import java.util.Map;
import java.util.Optional;

/// Tells what kept outcomes saw of spot nodes.
///
/// A store that cannot be reached throws [StoreUnavailableException].
public interface SpotExperience {
    /// What was seen of the instance type in the region, in other regions, and of the provider's other types.
    /// Where no region is named, all regions of the type count as here. An outcome counts from when it is kept,
    /// once, in the region it names.
    SpotPools pools(Provider provider, String instanceType, Optional<String> region);

    /// What was seen of each provider's instance types, in all regions.
    Map<Provider, Map<String, SpotEvidence>> types();
}
