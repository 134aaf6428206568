package ai.artenic.optimizer.domain.sweep;

import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Plans sweeps: which instance, how many at once.
///
/// Candidates are the cheapest for one trial that could keep the sweep within its limits, as the heuristic ranker finds
/// them with all its weight on cost. Of each, the fewest machines are taken that end the sweep soonest.
public final class SweepPlanner {
    /// Candidates looked at, cheapest first. Where no price per hour is limited, all plans of `topN` are among them.
    static final int MOST_CANDIDATES = 200;

    private static final Weights CHEAPEST_FIRST = new Weights(1, 0, 0, 0);

    private final HeuristicRanker ranker;

    /// @param gpus knows the GPU types that a user's own estimate may refer to
    public SweepPlanner(GpuCatalog gpus) {
        this.ranker = new HeuristicRanker(CHEAPEST_FIRST, Reliability.NO_HISTORY, gpus);
    }

    /// The plans, or what comes nearest, or why the workload can run nowhere.
    public SweepPlanning plan(CatalogSnapshot snapshot, Sweep sweep) {
        Limits limits = Limits.of(sweep.constraints());
        return switch (rank(snapshot, sweep, sweep.trials(), limits)) {
            case Ranking.Ordered ordered -> {
                List<SweepPlan> plans = plans(ordered, sweep, sweep.trials(), limits)
                        .limit(sweep.topN())
                        .toList();
                yield plans.isEmpty()
                        ? nearest(snapshot, sweep, limits)
                        : new SweepPlanning.Planned(plans, SweepAssumptions.of(ordered, sweep.pruning()));
            }
            case Ranking.Empty _ -> nearest(snapshot, sweep, limits);
        };
    }

    private SweepPlanning nearest(CatalogSnapshot snapshot, Sweep sweep, Limits limits) {
        return switch (rank(snapshot, sweep, 1, Limits.NONE)) {
            case Ranking.Empty nowhere -> new SweepPlanning.Nowhere(nowhere);
            case Ranking.Ordered anywhere -> {
                int trials = mostTrials(snapshot, sweep, limits);
                SweepPlan nearest = trials == 0
                        ? plans(anywhere, sweep, 1, Limits.NONE).findFirst().orElseThrow()
                        : cheapest(snapshot, sweep, trials, limits).orElseThrow();
                String changed = trials == 0
                        ? Shortfall.ofOneTrial(sweep, nearest, limits)
                        : Shortfall.words(
                                sweep,
                                trials,
                                limits,
                                without -> cheapest(snapshot, sweep, trials + 1, without)
                                        .isPresent());
                yield new SweepPlanning.BeyondLimits(nearest, changed, SweepAssumptions.of(anywhere, sweep.pruning()));
            }
        };
    }

    /// The most trials, fewer than asked for, of which a plan keeps within the limits; 0 if not even one does.
    private int mostTrials(CatalogSnapshot snapshot, Sweep sweep, Limits limits) {
        int fits = 0;
        int above = sweep.trials();
        while (above - fits > 1) {
            int middle = fits + (above - fits) / 2;
            if (cheapest(snapshot, sweep, middle, limits).isPresent()) {
                fits = middle;
            } else {
                above = middle;
            }
        }
        return fits;
    }

    private Optional<SweepPlan> cheapest(CatalogSnapshot snapshot, Sweep sweep, int trials, Limits limits) {
        return switch (rank(snapshot, sweep, trials, limits)) {
            case Ranking.Empty _ -> Optional.empty();
            case Ranking.Ordered ordered ->
                plans(ordered, sweep, trials, limits).findFirst();
        };
    }

    private Ranking rank(CatalogSnapshot snapshot, Sweep sweep, int trials, Limits limits) {
        var costing = new SweepCosting(sweep, trials, limits);
        return ranker.rank(
                snapshot,
                new RecommendRequest(
                        sweep.workload(),
                        limits.ofOneTrial(sweep.constraints(), costing.trialsPaid(), costing.trialsLasted()),
                        Goal.COST,
                        Mode.HEURISTIC,
                        MOST_CANDIDATES,
                        Optional.empty(),
                        false));
    }

    private static Stream<SweepPlan> plans(Ranking.Ordered ordered, Sweep sweep, int trials, Limits limits) {
        var costing = new SweepCosting(sweep, trials, limits);
        return ordered.recommendations().stream()
                .flatMap(candidate -> costing.plan(candidate).stream())
                .sorted(SweepPlan.CHEAPEST_FIRST);
    }
}
