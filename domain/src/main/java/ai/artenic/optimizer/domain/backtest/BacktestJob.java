package ai.artenic.optimizer.domain.backtest;

import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.evaluation.Regret;
import ai.artenic.optimizer.domain.outcome.RelevanceLabel;
import ai.artenic.optimizer.domain.ranking.CandidateList.Listed;
import java.util.List;
import java.util.OptionalDouble;

/// A workload with what it really cost on each of its candidates.
public final class BacktestJob {
    private final String workloadId;
    private final String family;
    private final List<CandidatePoint> candidates;
    private final OptionalDouble bestCost;

    public BacktestJob(String workloadId, String family, List<CandidatePoint> candidates) {
        this.workloadId = workloadId;
        this.family = family;
        this.candidates = List.copyOf(candidates);
        this.bestCost = candidates.stream()
                .filter(CandidatePoint::success)
                .mapToDouble(CandidatePoint::cost)
                .min();
    }

    public String workloadId() {
        return workloadId;
    }

    public String family() {
        return family;
    }

    public List<CandidatePoint> candidates() {
        return candidates;
    }

    /// Least cost of a candidate on which the job succeeded; empty if it never did.
    public OptionalDouble bestCost() {
        return bestCost;
    }

    /// Regret of choosing the candidate.
    public double regret(int candidate) {
        CandidatePoint point = candidates.get(candidate);
        return point.success() ? Regret.of(point.cost(), bestCost.orElse(point.cost())) : Regret.OF_FAILURE;
    }

    /// Best cost over the candidate's cost, in (0, 1]; 0 where the job failed.
    public double relevance(int candidate) {
        return candidates.get(candidate).success() ? 1 / (1 + regret(candidate)) : 0;
    }

    /// The regret label of the candidate.
    public RelevanceLabel label(int candidate) {
        return candidates.get(candidate).success()
                ? RelevanceLabel.againstBestKnown(1 + regret(candidate), 1)
                : RelevanceLabel.FAILED;
    }

    /// The candidates as a ranker sees them.
    public List<Listed> listed() {
        return candidates.stream()
                .map(point -> new Listed(point.workload(), point.offer(), point.isSpot(), point.nodes()))
                .toList();
    }
}
