package ai.artenic.optimizer.domain.cost.anomaly;

import java.util.List;
import java.util.OptionalDouble;

/// A job that cost more than jobs like it.
///
/// @param normalEur what it would have cost, had it been like the others
/// @param alike undisturbed jobs of its query group that it was held against
/// @param score modified z-score of the logarithm; empty where `alike` are too few for one
/// @param impactEur actual less normal cost, > 0
/// @param causes what made it so, the dearest first; they add up to the impact where any is known
public record Anomaly(
        SpentJob job, double normalEur, int alike, OptionalDouble score, double impactEur, List<Cause> causes) {
    public Anomaly {
        causes = List.copyOf(causes);
    }

    /// @param eur part of the impact
    public record Cause(Kind kind, double eur) {}

    public enum Kind {
        /// An hour of a node cost more.
        PRICE,
        /// It ran longer.
        DURATION,
        /// It ran on more nodes.
        NODES,
        /// It ran longer, and nodes were taken back or it failed on the way.
        RETRIES
    }
}
