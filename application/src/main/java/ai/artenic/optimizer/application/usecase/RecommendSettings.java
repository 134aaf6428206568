package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;

/// How recommendations are made.
///
/// @param exploration of those that are kept: one that is not teaches nothing
/// @param software version that makes them
public record RecommendSettings(ExplorationPolicy exploration, String software) {
    /// Without exploration.
    public static RecommendSettings of(String software) {
        return new RecommendSettings(ExplorationPolicy.NEVER, software);
    }
}
