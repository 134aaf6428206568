package ai.artenic.optimizer.domain.pricing;

import java.util.Set;

/// Which of a provider's regions a reading tells of.
///
/// @param regions those that were to be read; none if the provider was read as a whole
/// @param failed those of them that could not be read
public record Coverage(Set<String> regions, Set<String> failed) {
    /// The provider as a whole.
    public static final Coverage WHOLE = new Coverage(Set.of(), Set.of());

    public Coverage {
        regions = Set.copyOf(regions);
        failed = Set.copyOf(failed);
    }

    /// Whether what the reading does not list of the region is not on sale there.
    public boolean tells(String region) {
        return (regions.isEmpty() || regions.contains(region)) && !failed.contains(region);
    }
}
