package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.cost.compare.CompareRequest;
import ai.artenic.optimizer.domain.cost.compare.OfferComparer;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.ranking.CandidateSurvey;
import ai.artenic.optimizer.domain.ranking.CandidateSurveyor;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/// Answers what a workload would cost at each provider, and which candidates nothing beats. Keeps nothing.
public final class CompareOffers {
    private final OfferCatalog catalog;
    private final CandidateSurveyor surveyor;
    private final OfferComparer comparer;
    private final InstantSource clock;
    private final Supplier<Calibration> calibration;
    private final Supplier<SpotExposure> exposure;

    /// @param calibration the newest there is, asked for each comparison
    /// @param exposure what own jobs saw of spot nodes, likewise
    public CompareOffers(
            OfferCatalog catalog,
            CandidateSurveyor surveyor,
            OfferComparer comparer,
            InstantSource clock,
            Supplier<Calibration> calibration,
            Supplier<SpotExposure> exposure) {
        this.catalog = catalog;
        this.surveyor = surveyor;
        this.comparer = comparer;
        this.clock = clock;
        this.calibration = calibration;
        this.exposure = exposure;
    }

    public CompareAnswer compare(CompareRequest request) {
        PublishedCatalog published = catalog.current();
        String snapshot = published.snapshot().id();
        CandidateSurvey survey = surveyor.survey(
                published.snapshot(), request.workload(), request.constraints(), calibration.get(), exposure.get());
        return switch (survey) {
            case CandidateSurvey.Found found ->
                new CompareAnswer.Compared(
                        snapshot,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        RecommendInstances.degraded(published),
                        comparer.compare(found, request.risk(), request.listed()));
            case CandidateSurvey.Nothing(Ranking.Empty reasons) ->
                new CompareAnswer.NoFeasibleOffer(new RecommendAnswer.NoFeasibleOffer(
                        snapshot, reasons.totalConsidered(), reasons.rejected(), reasons.nearMisses()));
        };
    }
}
