package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.estimate.ModelProfiler;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;
import java.util.function.Function;

/// Looks at all candidates that a ranking would admit, with the same estimates, and puts them in no order.
public final class CandidateSurveyor {
    private final GpuCatalog gpus;
    private final Function<Provider, Billing> billing;

    /// @param gpus knows the GPU types that a user's own estimate may refer to
    /// @param billing how a provider bills
    public CandidateSurveyor(GpuCatalog gpus, Function<Provider, Billing> billing) {
        this.gpus = gpus;
        this.billing = billing;
    }

    /// All candidates of the snapshot that are admitted.
    ///
    /// @param calibration corrects the estimates
    /// @param exposure what own jobs saw of spot nodes
    public CandidateSurvey survey(
            CatalogSnapshot snapshot,
            Workload workload,
            Constraints constraints,
            Calibration calibration,
            SpotExposure exposure) {
        Estimation estimation = estimation(workload, constraints, calibration, exposure);
        var admission = new Admission(snapshot.columns(), constraints);
        List<KindTable> tables = estimation.tables(snapshot);
        var scan = new GroupScan(snapshot, admission, estimation.scorer());
        tables.forEach(scan::scan);
        List<Rejection> rejected = new RejectionReport(estimation.shapes(), constraints).of(scan);
        if (scan.admitted() == 0) {
            var misses = new NearMisses(snapshot, admission, constraints, estimation.shapes());
            return new CandidateSurvey.Nothing(
                    new Ranking.Empty(scan.considered(), rejected, misses.find(tables, List.of())));
        }
        return new CandidateSurvey.Found(
                scan.considered(),
                scan.admitted(),
                rejected,
                scan.groups(),
                scan.coverage(new ProviderFilter(constraints)),
                estimation.assumptions());
    }

    /// Weights, goal and reliability order candidates and change no estimate: the usual ones do.
    private Estimation estimation(
            Workload workload, Constraints constraints, Calibration calibration, SpotExposure exposure) {
        WorkloadCalibration corrections = calibration.of(WorkloadClass.of(workload));
        var shapes = new ShapeEstimator(ModelProfiler.profile(workload), constraints, gpus, corrections);
        var scorer = new KindScorer(
                workload, Goal.COST, Weights.DEFAULT, Reliability.NO_HISTORY, shapes.referenceHours(), billing);
        return new Estimation(workload, constraints, corrections, exposure, shapes, scorer);
    }
}
