package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.RawObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What the user rules out. Empty lists rule nothing out; names are matched without regard to case.
///
/// @param providers only these, if any are named
/// @param gpuTypes only these, if any are named; a family name (`A100`) admits its variants
/// @param maxCostEur upper limit of the expected cost of the job
/// @param maxHours upper limit of the expected hours of the job
/// @param maxPricePerHourEur upper limit of the price of all nodes together
/// @param maxNodes most nodes a candidate may have, 1 to 64
public record Constraints(
        List<String> providers,
        List<String> excludeProviders,
        List<String> regions,
        List<String> gpuTypes,
        OptionalDouble maxCostEur,
        OptionalDouble maxHours,
        OptionalDouble maxPricePerHourEur,
        boolean allowSpot,
        int maxNodes) {
    public static final int MOST_NODES = 64;
    public static final Constraints NONE = new Constraints(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            true,
            1);

    public Constraints {
        providers = List.copyOf(providers);
        excludeProviders = List.copyOf(excludeProviders);
        regions = List.copyOf(regions);
        gpuTypes = List.copyOf(gpuTypes);
    }

    /// Reads constraints out of their fields, noting every mistake.
    public static Constraints read(RawObject fields) {
        Bounds limit = Bounds.between(0, 1e12);
        var constraints = new Constraints(
                fields.texts("providers"),
                fields.texts("exclude_providers"),
                fields.texts("regions"),
                fields.texts("gpu_types"),
                fields.optionalNumber("max_cost_eur", limit),
                fields.optionalNumber("max_hours", limit),
                fields.optionalNumber("max_price_per_hour_eur", limit),
                fields.flag("allow_spot", true),
                fields.integer("max_nodes", Bounds.between(1, MOST_NODES), 1));
        fields.refuseUnknownFields();
        return constraints;
    }

    /// The constraints as their fields, the reverse of [#read].
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("providers", providers);
        fields.put("exclude_providers", excludeProviders);
        fields.put("regions", regions);
        fields.put("gpu_types", gpuTypes);
        maxCostEur.ifPresent(limit -> fields.put("max_cost_eur", limit));
        maxHours.ifPresent(limit -> fields.put("max_hours", limit));
        maxPricePerHourEur.ifPresent(limit -> fields.put("max_price_per_hour_eur", limit));
        fields.put("allow_spot", allowSpot);
        fields.put("max_nodes", maxNodes);
        return fields;
    }
}
