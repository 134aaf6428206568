package ai.artenic.optimizer.domain.cost.compare;

import ai.artenic.optimizer.domain.ranking.CandidateSurvey.Coverage;
import ai.artenic.optimizer.domain.ranking.CostedCandidate;
import ai.artenic.optimizer.domain.ranking.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a workload would cost at each provider, and which candidates nothing beats. Candidates are named by
/// [CostedCandidate#name].
///
/// Every admitted candidate is counted once: as a member of the frontier, as alike to one, or as dominated.
///
/// @param totalConsidered candidates looked at; equals `admitted` plus the counts of `rejected`
/// @param assumptions in words, what the estimates took for granted
/// @param providers that are not ruled out, by key
/// @param frontier candidates that no other dominates, cheapest first; at least one
/// @param dominated the best of each provider that is dominated, and the next by cost, cheapest first
/// @param dominatedTotal how many are dominated, listed or not
/// @param cheapest name of the member of the frontier that costs least
/// @param fastest name of the member that takes the fewest hours
/// @param balanced name of the member at the knee
public record CostComparison(
        int totalConsidered,
        int admitted,
        List<Rejection> rejected,
        List<String> assumptions,
        List<ProviderSide> providers,
        List<Member> frontier,
        List<Dominated> dominated,
        int dominatedTotal,
        String cheapest,
        String fastest,
        String balanced) {

    public CostComparison {
        rejected = List.copyOf(rejected);
        assumptions = List.copyOf(assumptions);
        providers = List.copyOf(providers);
        frontier = List.copyOf(frontier);
        dominated = List.copyOf(dominated);
    }

    /// A candidate side by side with others.
    ///
    /// @param carbonGrams expected emissions of the job in grams of CO2 equivalent; empty where not known
    public record Compared(CostedCandidate costed, OptionalDouble carbonGrams) {}

    /// A provider.
    ///
    /// @param best its candidate of least expected cost; empty where none is admitted
    public record ProviderSide(Coverage coverage, Optional<Compared> best) {}

    /// A member of the frontier.
    ///
    /// @param alike other candidates of exactly the same cost and hours, and risk where that is an axis
    public record Member(Compared candidate, int alike) {}

    /// A candidate that is beaten.
    ///
    /// @param by name of the cheapest member of the frontier that is no worse on any axis, and better on
    ///     one
    public record Dominated(Compared candidate, String by) {}
}
