package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.Arrays;
import java.util.OptionalInt;

/// An instance that no catalogue lists: of its machine and its prices nothing is known.
public final class UnlistedInstance {
    private UnlistedInstance() {}

    /// The features there are: those of the workload, the provider, the purchase option and the nodes. All others are
    /// missing.
    public static FeatureVector features(Workload workload, Provider provider, boolean isSpot, OptionalInt nodes) {
        FeatureSchema schema = FeatureSchema.V2;
        var values = new double[schema.size()];
        Arrays.fill(values, Double.NaN);
        FeatureExtractor.ofWorkload(workload, values);
        values[schema.indexOf("is_spot")] = isSpot ? 1 : 0;
        values[schema.indexOf("provider_id")] = ProviderIds.of(provider);
        if (nodes.isPresent()) {
            values[schema.indexOf("node_count")] = nodes.getAsInt();
        }
        return new FeatureVector(schema, values);
    }
}
