package ai.artenic.optimizer.domain.spot;

import ai.artenic.optimizer.domain.offer.Provider;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What own jobs saw of spot nodes, in all regions.
///
/// @param providers those of whose spot nodes anything was seen
public record SpotExposure(Map<Provider, OfProvider> providers) {
    /// No job ran on spot nodes.
    public static final SpotExposure NONE = new SpotExposure(Map.of());

    /// @param all of all instance types, those that are not told apart among them
    /// @param types by instance type
    public record OfProvider(SpotEvidence all, Map<String, SpotEvidence> types) {
        public OfProvider {
            types = Map.copyOf(types);
        }
    }

    public SpotExposure {
        providers = Map.copyOf(providers);
    }

    /// @param types evidence by provider and instance type
    /// @param most how many types of a provider to tell apart: those that ran longest
    public static SpotExposure of(Map<Provider, Map<String, SpotEvidence>> types, int most) {
        var providers = new HashMap<Provider, OfProvider>();
        types.forEach((provider, seen) -> providers.put(
                provider,
                new OfProvider(
                        seen.values().stream().reduce(SpotEvidence.NONE, SpotEvidence::plus), longest(seen, most))));
        return new SpotExposure(providers);
    }

    private static Map<String, SpotEvidence> longest(Map<String, SpotEvidence> seen, int most) {
        return seen.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, SpotEvidence> each) ->
                                -each.getValue().exposureHours())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The hazard that is expected of a provider's nodes of these instance types, which are one machine under several
    /// names: the mean of [SpotPools#hazard], over all regions.
    ///
    /// @param prior what is likely where nothing was seen, > 0
    public Hazard hazard(Provider provider, List<String> instanceTypes, Hazard prior) {
        OfProvider seen = providers.get(provider);
        if (seen == null) {
            return prior;
        }
        SpotEvidence here = SpotEvidence.NONE;
        for (String type : instanceTypes) {
            here = here.plus(seen.types().getOrDefault(type, SpotEvidence.NONE));
        }
        return Hazard.ofBelief(new SpotPools(seen.all().without(here), SpotEvidence.NONE, here).hazard(prior));
    }
}
