package ai.artenic.optimizer.domain.ranking;

import static ai.artenic.optimizer.domain.ranking.Feature.category;
import static ai.artenic.optimizer.domain.ranking.Feature.falling;
import static ai.artenic.optimizer.domain.ranking.Feature.free;
import static ai.artenic.optimizer.domain.ranking.Feature.rising;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The features of a vector and their order, which never change once a schema has been used. A later schema begins
/// with all of an earlier one.
public enum FeatureSchema {
    /// Ten workload, eight instance and six cross features.
    V1(List.of(
            free("dataset_size_gb"),
            free("model_params_m"),
            free("num_epochs"),
            free("batch_size"),
            category("framework_id"),
            free("gpu_required"),
            category("precision_id"),
            free("num_workers"),
            free("distributed"),
            free("estimated_hours"),
            free("vcpus"),
            free("memory_gb"),
            free("gpu_count"),
            category("gpu_type_id"),
            falling("price_per_hour"),
            falling("spot_price_per_hour"),
            free("is_spot"),
            category("provider_id"),
            free("memory_per_param_ratio"),
            falling("cost_per_gpu_hour"),
            rising("gpu_memory_headroom"),
            free("spot_discount_pct"),
            free("vcpu_per_worker"),
            rising("cost_efficiency_score"))),

    /// V1, attributes of the hardware at the job's precision, and our estimates: absolute, and relative to the best
    /// of the request, which is what makes requests of different size alike.
    V2(appended(
            V1,
            free("gpu_tflops"),
            free("gpu_bandwidth_gb_s"),
            free("total_gpu_memory_gb"),
            free("node_count"),
            free("predicted_hours"),
            falling("expected_cost_eur"),
            falling("p_preempted"),
            rising("memory_fit_margin"),
            falling("cost_to_cheapest"),
            free("hours_to_fastest")));

    @SuppressWarnings("ImmutableEnumChecker") // List.copyOf is immutable
    private final List<Feature> features;

    @SuppressWarnings("ImmutableEnumChecker") // Stream.toList is immutable
    private final List<String> names;

    FeatureSchema(List<Feature> features) {
        this.features = List.copyOf(features);
        this.names = this.features.stream().map(Feature::name).toList();
    }

    private static List<Feature> appended(FeatureSchema earlier, Feature... more) {
        var all = new ArrayList<>(earlier.features);
        all.addAll(List.of(more));
        return all;
    }

    /// The schema's name on the wire and in stored models, such as `v1`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<Feature> features() {
        return features;
    }

    public List<String> names() {
        return names;
    }

    public int size() {
        return features.size();
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
