package ai.artenic.optimizer.domain.cost.compare;

import ai.artenic.optimizer.domain.ranking.CandidateGroup;
import java.util.Comparator;

/// A candidate of a group on the axes of a comparison. Less is better on each.
///
/// @param index in the group
/// @param cost expected EUR of the job
/// @param hours expected hours of the job
/// @param risk probability of an interruption; 0 for all where risk is no axis
record Contender(CandidateGroup group, int index, double cost, double hours, double risk) {
    /// By cost, hours and risk; of candidates alike in these by offer id, on demand before spot, fewer nodes
    /// first.
    static final Comparator<Contender> CHEAPEST_FIRST = Contender::compareByCost;

    /// By hours, then as [#CHEAPEST_FIRST].
    static final Comparator<Contender> FASTEST_FIRST =
            Comparator.comparingDouble(Contender::hours).thenComparing(CHEAPEST_FIRST);

    private static final Comparator<Contender> ALIKE = Comparator.<Contender>comparingInt(
                    one -> one.group.offerNumber(one.index))
            .thenComparing(one -> one.group.isSpot())
            .thenComparingInt(one -> one.group.nodes());

    static Contender of(CandidateGroup group, int index, boolean risk) {
        return new Contender(group, index, group.cost(index), group.hours(), risk ? group.interrupted() : 0);
    }

    /// The group's first by [#CHEAPEST_FIRST].
    static Contender cheapestOf(CandidateGroup group, boolean risk) {
        double least = group.cost(0);
        int first = 0;
        for (int i = 1; i < group.size() && group.cost(i) == least; i++) {
            if (group.offerNumber(i) < group.offerNumber(first)) {
                first = i;
            }
        }
        return of(group, first, risk);
    }

    /// Whether it is no worse on any axis.
    boolean isAtLeastAsGoodAs(Contender other) {
        return cost <= other.cost && hours <= other.hours && risk <= other.risk;
    }

    boolean isAlike(Contender other) {
        return cost == other.cost && hours == other.hours && risk == other.risk;
    }

    /// Whether it is no worse on any axis, and better on one.
    boolean dominates(Contender other) {
        return isAtLeastAsGoodAs(other) && !isAlike(other);
    }

    private int compareByCost(Contender other) {
        int byCost = Double.compare(cost, other.cost);
        return byCost != 0 ? byCost : compareAtSameCost(other);
    }

    private int compareAtSameCost(Contender other) {
        int byHours = Double.compare(hours, other.hours);
        if (byHours != 0) {
            return byHours;
        }
        int byRisk = Double.compare(risk, other.risk);
        return byRisk != 0 ? byRisk : ALIKE.compare(this, other);
    }
}
