package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.estimate.ModelProfiler;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.List;
import java.util.function.Function;

/// Ranks candidates by rule: screen, score, sort, take the best.
///
/// The score is the weighted sum of four parts in [0, 1]: cost efficiency, GPU match, memory headroom and provider
/// reliability (see [Weights]). It is strictly monotone in price, headroom and reliability; scaling all prices
/// changes no order while costs stay between 1/80 and 8,000 times the reference cost; and adding or removing an
/// offer never swaps two others.
public final class HeuristicRanker {
    /// Candidates that are looked at a second time.
    public static final int SHORTLIST = 1_000;

    private final Weights weights;
    private final Reliability reliability;
    private final GpuCatalog gpus;
    private final Function<Provider, Billing> billing;

    /// A ranker that reckons with each provider's own way of billing.
    ///
    /// @param gpus knows the GPU types that a user's own estimate may refer to
    public HeuristicRanker(Weights weights, Reliability reliability, GpuCatalog gpus) {
        this(weights, reliability, gpus, Billing::of);
    }

    /// @param gpus knows the GPU types that a user's own estimate may refer to
    /// @param billing how a provider bills
    public HeuristicRanker(
            Weights weights, Reliability reliability, GpuCatalog gpus, Function<Provider, Billing> billing) {
        this.billing = billing;
        this.weights = weights;
        this.reliability = reliability;
        this.gpus = gpus;
    }

    public Weights weights() {
        return weights;
    }

    /// The ranking of all candidates of the snapshot for this request, by estimates that nothing has corrected.
    public Ranking rank(CatalogSnapshot snapshot, RecommendRequest request) {
        return rank(snapshot, request, Calibration.NONE);
    }

    /// The ranking of all candidates of the snapshot for this request.
    ///
    /// @param calibration corrects the estimates
    public Ranking rank(CatalogSnapshot snapshot, RecommendRequest request, Calibration calibration) {
        return rank(snapshot, request, Knowledge.of(calibration));
    }

    /// The ranking of all candidates of the snapshot for this request. Where there is experience or a model, the
    /// best by rule are looked at a second time.
    public Ranking rank(CatalogSnapshot snapshot, RecommendRequest request, Knowledge knowledge) {
        WorkloadCalibration corrections = knowledge.calibration().of(WorkloadClass.of(request.workload()));
        var shapes =
                new ShapeEstimator(ModelProfiler.profile(request.workload()), request.constraints(), gpus, corrections);
        var scorer = new KindScorer(
                request.workload(), request.goal(), weights, reliability, shapes.referenceHours(), billing);
        var admission = new Admission(snapshot.columns(), request.constraints());
        var estimation = new Estimation(
                request.workload(), request.constraints(), corrections, knowledge.exposure(), shapes, scorer);
        List<KindTable> tables = estimation.tables(snapshot);
        int keep = knowledge.asksForSecondLook() ? SHORTLIST : request.topN();
        var look = new SecondLook(shapes, scorer, knowledge.experience());
        var first = new Admission(
                snapshot.columns(),
                request.constraints(),
                knowledge.experience().greatestSpeedUp());
        BestScan scan = scan(snapshot, first, tables, keep);
        var shortlist = new Shortlist(request, scan, admission, look);
        if (shortlist.isEmpty() && scan.admitted() > 0) { // those behind it may keep the limits it breaks
            scan = scan(snapshot, first, tables, Integer.MAX_VALUE);
            shortlist = new Shortlist(request, scan, admission, look);
        }
        List<Rejection> rejected = new RejectionReport(shapes, request.constraints()).of(scan);
        if (shortlist.isEmpty()) {
            return new Ranking.Empty(
                    scan.considered(),
                    rejected,
                    new NearMisses(snapshot, admission, request.constraints(), shapes)
                            .find(tables, shortlist.refused()));
        }
        List<RankedCandidate> best = shortlist.order(knowledge.scoring());
        ParetoFrontier frontier = shortlist.frontier();
        List<InstanceRecommendation> recommendations = new RecommendationAssembler(
                        request, scorer, frontier, corrections, gpus)
                .assemble(best, knowledge.scoring());
        return new Ranking.Ordered(
                scan.considered(),
                scan.admitted(),
                rejected,
                recommendations,
                estimation.assumptions(),
                isTruncated(frontier, best));
    }

    private static BestScan scan(CatalogSnapshot snapshot, Admission admission, List<KindTable> tables, int keep) {
        var scan = new BestScan(snapshot, admission, keep);
        tables.forEach(scan::scan);
        return scan;
    }

    private static boolean isTruncated(ParetoFrontier frontier, List<RankedCandidate> best) {
        List<ParetoFrontier.Point> shown = best.stream()
                .map(RankedCandidate::candidate)
                .map(candidate -> new ParetoFrontier.Point(
                        candidate.cost(), candidate.kind().hours()))
                .toList();
        return frontier.members().stream().anyMatch(member -> !shown.contains(member));
    }
}
