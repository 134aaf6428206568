package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.AppliedCorrections;
import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns the best candidates into recommendations: intervals, parts, words, counterfactuals, features.
final class RecommendationAssembler {
    private final KindScorer scorer;
    private final FeatureExtractor features;
    private final Explanations explanations;
    private final ParetoFrontier frontier;
    private final WorkloadCalibration calibration;

    /// @param calibration contained in the estimates
    /// @param gpus knows the relatives of unknown types
    RecommendationAssembler(
            RecommendRequest request,
            KindScorer scorer,
            ParetoFrontier frontier,
            WorkloadCalibration calibration,
            GpuCatalog gpus) {
        this.scorer = scorer;
        this.features = new FeatureExtractor(request.workload(), frontier);
        this.explanations = new Explanations(request.workload(), calibration, gpus);
        this.frontier = frontier;
        this.calibration = calibration;
    }

    /// @param scoring by which they are ordered
    List<InstanceRecommendation> assemble(List<RankedCandidate> best, Scoring scoring) {
        var recommendations = new ArrayList<InstanceRecommendation>();
        for (int i = 0; i < best.size(); i++) {
            recommendations.add(assemble(i + 1, best.get(i), best.getFirst(), scoring));
        }
        return recommendations;
    }

    private InstanceRecommendation assemble(int rank, RankedCandidate ranked, RankedCandidate first, Scoring scoring) {
        Candidate candidate = ranked.candidate();
        FeatureVector vector = features.extract(candidate);
        ScoredKind kind = candidate.kind();
        Interval<Hours> hours = CandidateIntervals.hours(candidate, scorer);
        Interval<Eur> cost = CandidateIntervals.cost(candidate, hours);
        return new InstanceRecommendation(
                rank,
                candidate.offer(),
                kind.spot(),
                kind.nodes(),
                CandidateIntervals.price(candidate),
                hours,
                cost,
                CandidateIntervals.memory(candidate),
                ranked.score(),
                parts(ranked),
                confidence(hours),
                explanations.of(candidate, cost, scoring, vector),
                scoring.model().isPresent() ? Optional.empty() : FirstIf.price(candidate, first.candidate()),
                vector,
                frontier.admits(new ParetoFrontier.Point(candidate.cost(), kind.hours())),
                new AppliedCorrections(
                        calibration.hours(candidate.offer().machine()).factor()
                                * candidate.lesson().hoursFactor(),
                        calibration.memory().factor()));
    }

    private static ScoreParts parts(RankedCandidate ranked) {
        Candidate candidate = ranked.candidate();
        ScoredKind kind = candidate.kind();
        double cost = CostEfficiency.of(
                Math.log10(candidate.price()) + Math.log10(candidate.lesson().riskFactor()) + kind.logCostPerPrice());
        return new ScoreParts(
                cost,
                kind.estimate().gpuMatch(),
                kind.estimate().headroomPart(),
                kind.reliability(),
                candidate.score(),
                ranked.ltr());
    }

    /// 1 where the duration is certain, 0.5 where it is known within a factor of ten, 0 within a factor of a hundred.
    private static double confidence(Interval<Hours> hours) {
        return Math.clamp(1 - Math.log10(hours.high().value() / hours.low().value()) / 2, 0, 1);
    }
}
