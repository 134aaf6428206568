package ai.artenic.optimizer.domain.ranking;

import java.util.List;
import java.util.Locale;

/// The names of a feature vector's values and their order, which never change once a schema has been used.
public enum FeatureSchema {
    /// Ten workload, eight instance and six cross features.
    V1(List.of(
            "dataset_size_gb",
            "model_params_m",
            "num_epochs",
            "batch_size",
            "framework_id",
            "gpu_required",
            "precision_id",
            "num_workers",
            "distributed",
            "estimated_hours",
            "vcpus",
            "memory_gb",
            "gpu_count",
            "gpu_type_id",
            "price_per_hour",
            "spot_price_per_hour",
            "is_spot",
            "provider_id",
            "memory_per_param_ratio",
            "cost_per_gpu_hour",
            "gpu_memory_headroom",
            "spot_discount_pct",
            "vcpu_per_worker",
            "cost_efficiency_score"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> names;

    FeatureSchema(List<String> names) {
        this.names = names;
    }

    /// The schema's name on the wire and in stored models, such as `v1`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<String> names() {
        return names;
    }

    /// Position of the named feature.
    ///
    /// @throws IllegalArgumentException if the schema has no such feature
    public int indexOf(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("Schema " + id() + " has no feature " + name + ", it has " + names);
        }
        return index;
    }
}
