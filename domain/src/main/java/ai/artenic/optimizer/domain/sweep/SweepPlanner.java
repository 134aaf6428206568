package ai.artenic.optimizer.domain.sweep;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.util.ArrayList;
import java.util.List;

/// Plans sweeps: which instance, how many at once.
///
/// Candidates are the cheapest for one trial that could keep the sweep within its limits, as the heuristic ranker
/// finds them with all its weight on cost. Of each, the fewest machines are taken that end the sweep soonest.
public final class SweepPlanner {
    private static final Weights CHEAPEST_FIRST = new Weights(1, 0, 0, 0);

    private final HeuristicRanker ranker;

    /// @param gpus knows the GPU types that a user's own estimate may refer to
    public SweepPlanner(GpuCatalog gpus) {
        this.ranker = new HeuristicRanker(CHEAPEST_FIRST, Reliability.NO_HISTORY, gpus, _ -> Billing.CONTINUOUS);
    }

    /// The plans by estimates that nothing has corrected.
    public SweepPlanning plan(CatalogSnapshot snapshot, Sweep sweep) {
        return plan(snapshot, sweep, Calibration.NONE);
    }

    /// The plans, or what comes nearest, or why the workload can run nowhere.
    ///
    /// @param calibration corrects the estimates of one trial
    public SweepPlanning plan(CatalogSnapshot snapshot, Sweep sweep, Calibration calibration) {
        var candidates = new SweepCandidates(ranker, calibration, snapshot, sweep);
        Limits limits = Limits.of(sweep.constraints());
        Ranking ranking = candidates.rank(sweep.trials(), limits, sweep.topN());
        List<SweepPlan> plans = candidates.plans(ranking, sweep.trials(), limits);
        return plans.isEmpty()
                ? nearest(candidates, limits)
                : new SweepPlanning.Planned(
                        plans.stream().limit(sweep.topN()).toList(), assumptions(ranking, sweep.pruning()));
    }

    private static SweepPlanning nearest(SweepCandidates candidates, Limits limits) {
        Ranking anywhere = candidates.rank(1, Limits.NONE, 1);
        if (anywhere instanceof Ranking.Empty nowhere) {
            return new SweepPlanning.Nowhere(nowhere);
        }
        Sweep sweep = candidates.sweep();
        List<String> assumptions = assumptions(anywhere, sweep.pruning());
        int trials = candidates.mostTrials(sweep.trials(), limits);
        if (trials == 0) {
            SweepPlan cheapest = candidates.plans(anywhere, 1, Limits.NONE).getFirst();
            return new SweepPlanning.BeyondLimits(cheapest, Shortfall.ofOneTrial(sweep, cheapest, limits), assumptions);
        }
        String changed = Shortfall.words(
                sweep,
                trials,
                limits,
                fewer -> candidates.cheapest(trials + 1, fewer).isPresent());
        return new SweepPlanning.BeyondLimits(
                candidates.cheapest(trials, limits).orElseThrow(), changed, assumptions);
    }

    /// What the estimates of one trial take for granted, and what the pruning does.
    private static List<String> assumptions(Ranking ranking, Pruning pruning) {
        var assumptions = new ArrayList<String>();
        if (ranking instanceof Ranking.Ordered ordered) {
            assumptions.addAll(ordered.assumptions());
        }
        assumptions.add("machines taken to run one trial after another, so that no trial starts an hour of its own");
        switch (pruning) {
            case Pruning.None() -> {}
            case Pruning.Median _ ->
                assumptions.add("median pruning taken to stop half of the trials at each look; where good trials stay"
                        + " good it stops fewer, at worst none, which the high cost counts on");
            case Pruning.SuccessiveHalving _ ->
                assumptions.add("trials that go on taken to resume from the checkpoint of their rung");
        }
        return assumptions;
    }
}
