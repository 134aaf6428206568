package ai.artenic.optimizer.domain.ranking;

import java.util.List;

/// What a ranker makes of a request: an order, or the reasons why there is none.
public sealed interface Ranking {
    /// Candidates looked at.
    int totalConsidered();

    /// How many candidates fell to which reason, most frequent first.
    List<Rejection> rejected();

    /// An order.
    ///
    /// @param afterFilter candidates admitted
    /// @param recommendations the best of them, best first
    /// @param assumptions in words, what the estimates took for granted
    /// @param frontierTruncated whether the Pareto frontier on (expected cost, expected hours) has more members
    record Ordered(
            int totalConsidered,
            int afterFilter,
            List<Rejection> rejected,
            List<InstanceRecommendation> recommendations,
            List<String> assumptions,
            boolean frontierTruncated)
            implements Ranking {
        public Ordered {
            rejected = List.copyOf(rejected);
            recommendations = List.copyOf(recommendations);
            assumptions = List.copyOf(assumptions);
        }
    }

    /// Nothing was admitted.
    ///
    /// @param nearMisses for each reason that has a number, the candidate that came closest
    record Empty(int totalConsidered, List<Rejection> rejected, List<NearMiss> nearMisses) implements Ranking {
        public Empty {
            rejected = List.copyOf(rejected);
            nearMisses = List.copyOf(nearMisses);
        }
    }
}
