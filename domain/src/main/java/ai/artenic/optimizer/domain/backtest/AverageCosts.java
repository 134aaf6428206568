package ai.artenic.optimizer.domain.backtest;

import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.evaluation.Regret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What candidates cost on average over the jobs learned from: the mean of cost over best cost, a failure counted
/// as five times the best. Candidates never seen rank behind the others.
public final class AverageCosts {
    private final Map<Name, Mean> means = new HashMap<>();

    /// Nothing learned yet.
    public AverageCosts() {}

    private record Name(String provider, String instanceType, int nodes, boolean isSpot) {
        static Name of(CandidatePoint point) {
            return new Name(
                    point.offer().id().provider().key(),
                    point.offer().id().instanceType(),
                    point.nodes(),
                    point.isSpot());
        }
    }

    private record Mean(double sum, int count) {}

    /// Learns from all candidates of the jobs.
    public static AverageCosts of(List<BacktestJob> jobs) {
        var averages = new AverageCosts();
        for (BacktestJob job : jobs) {
            if (job.bestCost().isPresent()) {
                for (int i = 0; i < job.candidates().size(); i++) {
                    averages.add(job.candidates().get(i), job.regret(i));
                }
            }
        }
        return averages;
    }

    /// Learns from one run.
    public void add(CandidatePoint point, double regret) {
        means.merge(
                Name.of(point),
                new Mean(Math.min(regret, Regret.OF_FAILURE), 1),
                (a, b) -> new Mean(a.sum() + b.sum(), a.count() + b.count()));
    }

    /// Scores of the candidates; higher is better.
    double[] scores(BacktestJob job) {
        return job.candidates().stream()
                .mapToDouble(point -> {
                    Mean mean = means.get(Name.of(point));
                    return mean == null ? -2 * Regret.OF_FAILURE : -mean.sum() / mean.count();
                })
                .toArray();
    }
}
