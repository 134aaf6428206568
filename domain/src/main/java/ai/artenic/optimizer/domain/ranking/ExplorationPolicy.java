package ai.artenic.optimizer.domain.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Shows now and then another candidate first than the best, so that outcomes teach of others too. The draw is a
/// function of the recommendation's id: made again, it falls the same.
///
/// @param probability of a trial where there is an alternative, 0 to 0.5; 0 never makes one and notes nothing
public record ExplorationPolicy(double probability) {
    public static final double MOST = 0.5;
    public static final ExplorationPolicy NEVER = new ExplorationPolicy(0);

    /// Most expected cost of an alternative over the least of the ranked list.
    private static final BigDecimal COST_MOST = new BigDecimal("1.15");

    public ExplorationPolicy {
        if (!(probability >= 0 && probability <= MOST)) {
            throw new IllegalArgumentException(
                    "ExplorationPolicy needs a probability between 0 and " + MOST + ", was " + probability);
        }
    }

    /// A ranked list as it is shown.
    ///
    /// @param exploration empty where the policy never makes a trial
    public record Shown(List<InstanceRecommendation> recommendations, Optional<Exploration> exploration) {
        public Shown {
            recommendations = List.copyOf(recommendations);
        }
    }

    /// The list as it is shown under this id: as it is, or with an alternative before all others.
    ///
    /// @param ranked candidates that were admitted, best first
    public Shown show(UUID id, List<InstanceRecommendation> ranked) {
        if (probability == 0) {
            return new Shown(ranked, Optional.empty());
        }
        List<InstanceRecommendation> alternatives = alternatives(ranked);
        double draw = uniform(id);
        boolean isExploratory = draw < probability && !alternatives.isEmpty();
        var exploration = Optional.of(Exploration.of(probability, alternatives.size(), isExploratory));
        return isExploratory
                ? new Shown(withFirst(alternatives.get(index(draw, alternatives.size())), ranked), exploration)
                : new Shown(ranked, exploration);
    }

    /// Those behind the first whose expected cost is within 15 % of the least.
    private static List<InstanceRecommendation> alternatives(List<InstanceRecommendation> ranked) {
        BigDecimal least = ranked.stream()
                .map(ExplorationPolicy::cost)
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        return ranked.stream()
                .skip(1)
                .filter(candidate -> cost(candidate).compareTo(least.multiply(COST_MOST)) <= 0)
                .toList();
    }

    /// A draw that means a trial is uniform below the probability, and so chooses as well.
    private int index(double draw, int alternatives) {
        return Math.min(alternatives - 1, (int) (draw / probability * alternatives));
    }

    private static List<InstanceRecommendation> withFirst(
            InstanceRecommendation trial, List<InstanceRecommendation> ranked) {
        InstanceRecommendation usual = ranked.getFirst();
        var shown = new ArrayList<InstanceRecommendation>();
        shown.add(trial.at(1, words(trial, usual)));
        shown.add(usual.at(2, "the usual first choice, behind " + trial.name() + ", which is shown first as a trial"));
        ranked.stream()
                .skip(1)
                .filter(other -> other.rank() != trial.rank())
                .forEach(other -> shown.add(other.at(shown.size() + 1)));
        return shown;
    }

    private static String words(InstanceRecommendation trial, InstanceRecommendation usual) {
        double more = cost(trial).subtract(cost(usual)).doubleValue();
        double share = 100 * Math.abs(more) / Math.max(cost(usual).doubleValue(), Double.MIN_NORMAL);
        return "shown first as a trial, to learn from its outcome: the usual first choice is " + usual.name()
                + ", and this one is expected to cost " + Figures.significant(Math.abs(more)) + " EUR ("
                + Figures.significant(share) + " %) " + (more < 0 ? "less" : "more");
    }

    private static BigDecimal cost(InstanceRecommendation candidate) {
        return candidate.estimatedCost().expected().amount();
    }

    /// A number in [0, 1) that is as good as drawn by chance, by the finaliser of SplitMix64 (Steele et al. 2014).
    private static double uniform(UUID id) {
        return (mix(mix(id.getMostSignificantBits()) + id.getLeastSignificantBits()) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long bits) {
        long mixed = bits + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
