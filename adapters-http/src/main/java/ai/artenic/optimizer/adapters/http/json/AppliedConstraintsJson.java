package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.ranking.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The constraints a ranking was made under, defaults spelled out.
public record AppliedConstraintsJson(
        List<String> providers,
        List<String> excludeProviders,
        List<String> regions,
        List<String> gpuTypes,
        @Nullable Double maxCostEur,
        @Nullable Double maxHours,
        @Nullable Double maxPricePerHourEur,
        boolean allowSpot,
        int maxNodes) {
    static AppliedConstraintsJson from(Constraints constraints) {
        return new AppliedConstraintsJson(
                constraints.providers(),
                constraints.excludeProviders(),
                constraints.regions(),
                constraints.gpuTypes(),
                Hardware.orNull(constraints.maxCostEur()),
                Hardware.orNull(constraints.maxHours()),
                Hardware.orNull(constraints.maxPricePerHourEur()),
                constraints.allowSpot(),
                constraints.maxNodes());
    }
}
