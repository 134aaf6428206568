package ai.artenic.optimizer.domain.sweep;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import java.util.List;
import java.util.Optional;

/// The candidates of one catalogue for one sweep, as the ranker finds them for one trial.
///
/// @param ranker puts the cheapest first
/// @param calibration corrects the estimates of one trial
record SweepCandidates(HeuristicRanker ranker, Calibration calibration, CatalogSnapshot snapshot, Sweep sweep) {
    /// Candidates looked at where one that could keep the limits alone may still not keep them together.
    static final int MOST = 200;
    /// So that one which keeps a limit but for rounding does not hide the others.
    private static final int FEWEST = 5;

    /// The cheapest that could keep so many trials within the limits: all that can are among those that could, and
    /// where nothing couples cost, hours and number of machines, all that could can.
    Ranking rank(int trials, Limits limits, int wanted) {
        var costing = new SweepCosting(sweep, trials, limits);
        return ranker.rank(
                snapshot,
                new RecommendRequest(
                        sweep.workload(),
                        limits.ofOneTrial(sweep.constraints(), costing.trialsPaid(), costing.trialsLasted()),
                        Goal.COST,
                        Mode.HEURISTIC,
                        isCoupled(limits) ? MOST : Math.max(wanted, FEWEST),
                        Optional.empty(),
                        false),
                calibration);
    }

    /// The plans of what was ranked that keep the limits, cheapest first.
    List<SweepPlan> plans(Ranking ranking, int trials, Limits limits) {
        var costing = new SweepCosting(sweep, trials, limits);
        return candidates(ranking).stream()
                .flatMap(candidate -> costing.plan(candidate).stream())
                .sorted(SweepPlan.CHEAPEST_FIRST)
                .toList();
    }

    /// The cheapest plan of so many trials; empty if none keeps within the limits.
    Optional<SweepPlan> cheapest(int trials, Limits limits) {
        return plans(rank(trials, limits, 1), trials, limits).stream().findFirst();
    }

    /// The most trials below `above` of which a plan keeps within the limits; 0 if not even one does.
    ///
    /// Each candidate that holds a number of trials is pushed as far as it goes, and then one trial further is
    /// asked of all others; between these questions the range is halved, so that there are few.
    int mostTrials(int above, Limits limits) {
        int fits = 0;
        int least = above;
        while (least - fits > 1) {
            int reached = furthest(fits + 1, least, limits);
            if (reached == 0) {
                return fits;
            }
            fits = reached;
            int middle = fits + (least - fits) / 2;
            if (middle > fits) {
                reached = furthest(middle, least, limits);
                fits = Math.max(fits, reached);
                least = reached == 0 ? middle : least;
            }
        }
        return fits;
    }

    /// The most trials in `[trials, above)` that a candidate found for `trials` holds; 0 if none holds so many.
    private int furthest(int trials, int above, Limits limits) {
        int fits = trials - 1;
        for (InstanceRecommendation candidate : candidates(rank(trials, limits, 1))) {
            if (fits + 1 < above && holds(candidate, fits + 1, limits)) {
                fits = furthest(candidate, fits + 1, above, limits);
            }
        }
        return fits < trials ? 0 : fits;
    }

    /// @param fits so many trials the candidate holds
    private int furthest(InstanceRecommendation candidate, int fits, int above, Limits limits) {
        int most = fits;
        int tooMany = above;
        while (tooMany - most > 1) {
            int middle = most + (tooMany - most) / 2;
            if (holds(candidate, middle, limits)) {
                most = middle;
            } else {
                tooMany = middle;
            }
        }
        return most;
    }

    private boolean holds(InstanceRecommendation candidate, int trials, Limits limits) {
        return new SweepCosting(sweep, trials, limits).plan(candidate).isPresent();
    }

    /// Whether a candidate can keep each limit with some number of machines, and yet not all with one number.
    private boolean isCoupled(Limits limits) {
        boolean dearerTogether = sweep.pruning() instanceof Pruning.Median;
        return limits.price() < Limits.NONE.price() || (dearerTogether && limits.cost() < Limits.NONE.cost());
    }

    private static List<InstanceRecommendation> candidates(Ranking ranking) {
        return switch (ranking) {
            case Ranking.Empty _ -> List.of();
            case Ranking.Ordered ordered -> ordered.recommendations();
        };
    }
}
