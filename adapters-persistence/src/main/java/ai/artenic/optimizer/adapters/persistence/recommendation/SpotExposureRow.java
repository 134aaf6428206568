package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.spot.SpotEvidence;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import ai.artenic.optimizer.domain.spot.SpotExposure.OfProvider;
import java.util.HashMap;
import java.util.Map;

/// What own jobs saw of spot nodes, part of [BasisRow].
record SpotExposureRow(Map<String, ProviderRow> providers) {
    SpotExposureRow {
        providers = Map.copyOf(providers);
    }

    /// @param types by instance type
    record ProviderRow(SpotEvidence all, Map<String, SpotEvidence> types) {
        ProviderRow {
            types = Map.copyOf(types);
        }
    }

    static SpotExposureRow of(SpotExposure exposure) {
        var rows = new HashMap<String, ProviderRow>();
        exposure.providers()
                .forEach((provider, seen) -> rows.put(provider.key(), new ProviderRow(seen.all(), seen.types())));
        return new SpotExposureRow(rows);
    }

    SpotExposure toDomain() {
        var seen = new HashMap<Provider, OfProvider>();
        providers.forEach((key, row) -> seen.put(new Provider(key), new OfProvider(row.all(), row.types())));
        return new SpotExposure(seen);
    }
}
