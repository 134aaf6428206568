package ai.artenic.optimizer.domain.cost.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The candidates that no other dominates. Of those alike on all axes the first stands for all.
final class CostFrontier {
    private static final double LEAST = 1e-6;

    private final List<Contender> members = new ArrayList<>();

    /// Takes the candidate in, unless a member is at least as good; members it beats leave. The outcome does
    /// not depend on the order in which candidates come.
    void add(Contender contender) {
        for (Contender member : members) {
            if (member.dominates(contender)
                    || (member.isAlike(contender) && Contender.CHEAPEST_FIRST.compare(member, contender) <= 0)) {
                return;
            }
        }
        members.removeIf(contender::isAtLeastAsGoodAs);
        members.add(contender);
    }

    /// The members, cheapest first.
    List<Contender> members() {
        return members.stream().sorted(Contender.CHEAPEST_FIRST).toList();
    }

    /// Of members, cheapest first, the one that costs least of those that dominate the candidate; empty where
    /// it is alike to a member.
    static Optional<Contender> dominator(List<Contender> members, Contender contender) {
        for (Contender member : members) {
            if (member.dominates(contender)) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    /// The knee: the member that lies farthest below the straight line from the cheapest to the fastest, on
    /// logarithms of cost and hours scaled to [0, 1] between these two. Of members equally far below the
    /// cheapest of them; so where none lies below the line, the cheapest of all.
    ///
    /// @param members cheapest first, at least one
    static Contender balanced(List<Contender> members) {
        Contender cheapest = members.getFirst();
        Contender fastest = members.stream().min(Contender.FASTEST_FIRST).orElseThrow();
        var chord = new Chord(cheapest, fastest);
        return members.stream()
                .min(Comparator.<Contender>comparingDouble(chord::above).thenComparing(Contender.CHEAPEST_FIRST))
                .orElseThrow();
    }

    /// The straight line from the cheapest to the fastest.
    private record Chord(Contender cheapest, Contender fastest) {
        /// How far above it the candidate lies, times the root of two; 0 for its ends.
        double above(Contender one) {
            double costs = log(fastest.cost()) - log(cheapest.cost());
            double hours = log(cheapest.hours()) - log(fastest.hours());
            if (!(costs > 0 && hours > 0) || one.equals(cheapest) || one.equals(fastest)) {
                return 0;
            }
            return (log(one.cost()) - log(cheapest.cost())) / costs
                    + (log(one.hours()) - log(fastest.hours())) / hours
                    - 1;
        }
    }

    /// What is next to nothing counts as so much, so that free machines have a place.
    private static double log(double value) {
        return Math.log(Math.max(value, LEAST));
    }
}
