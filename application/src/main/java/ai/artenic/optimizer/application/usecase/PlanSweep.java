package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.sweep.Sweep;
import ai.artenic.optimizer.domain.sweep.SweepPlanner;
import ai.artenic.optimizer.domain.sweep.SweepPlanning;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/// Answers where a sweep should run, how many trials at once, and what it will cost. Keeps nothing.
public final class PlanSweep {
    private final OfferCatalog catalog;
    private final SweepPlanner planner;
    private final InstantSource clock;
    private final Supplier<Calibration> calibration;

    /// @param calibration the newest there is, asked for each plan
    public PlanSweep(
            OfferCatalog catalog, SweepPlanner planner, InstantSource clock, Supplier<Calibration> calibration) {
        this.catalog = catalog;
        this.planner = planner;
        this.clock = clock;
        this.calibration = calibration;
    }

    public SweepAnswer plan(Sweep sweep) {
        PublishedCatalog published = catalog.current();
        return switch (planner.plan(published.snapshot(), sweep, calibration.get())) {
            case SweepPlanning.Planned(var plans, var assumptions) ->
                new SweepAnswer.Planned(basis(published, assumptions), plans);
            case SweepPlanning.BeyondLimits(var nearest, var changed, var assumptions) ->
                new SweepAnswer.BeyondLimits(basis(published, assumptions), nearest, changed);
            case SweepPlanning.Nowhere(Ranking.Empty reasons) ->
                new SweepAnswer.NoFeasibleOffer(new RecommendAnswer.NoFeasibleOffer(
                        published.snapshot().id(),
                        reasons.totalConsidered(),
                        reasons.rejected(),
                        reasons.nearMisses()));
        };
    }

    private SweepAnswer.Basis basis(PublishedCatalog published, List<String> assumptions) {
        return new SweepAnswer.Basis(
                published.snapshot().id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                RecommendInstances.degraded(published),
                assumptions);
    }
}
