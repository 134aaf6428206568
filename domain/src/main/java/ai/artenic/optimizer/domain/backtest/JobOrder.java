package ai.artenic.optimizer.domain.backtest;

import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.evaluation.MeanReciprocalRank;
import ai.artenic.optimizer.domain.evaluation.Ndcg;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// In which order a ranker puts the candidates of a job.
///
/// @param scores of the candidates; higher is better
public record JobOrder(BacktestJob job, List<Double> scores) {
    public JobOrder {
        scores = List.copyOf(scores);
    }

    /// The candidates, best first; equal scores by provider, instance type, nodes and purchase option.
    public List<Integer> bestFirst() {
        Comparator<Integer> byScore = Comparator.comparingDouble(i -> -scores.get(i));
        return IntStream.range(0, scores.size())
                .boxed()
                .sorted(byScore.thenComparing(i -> job.candidates().get(i), BY_NAME))
                .toList();
    }

    private static final Comparator<CandidatePoint> BY_NAME = Comparator.comparing(
                    (CandidatePoint point) -> point.offer().id())
            .thenComparingInt(CandidatePoint::nodes)
            .thenComparing(CandidatePoint::isSpot);

    /// NDCG at k, with best cost over cost as gain.
    public double ndcgAt(int k) {
        double[] gains =
                IntStream.range(0, scores.size()).mapToDouble(job::relevance).toArray();
        return Ndcg.at(k, values(), gains);
    }

    /// Reciprocal rank of the first candidate that costs at most a fifth more than the best.
    public double reciprocalRank() {
        var relevant = new boolean[scores.size()];
        for (int i = 0; i < relevant.length; i++) {
            relevant[i] = job.label(i).value() >= MeanReciprocalRank.RELEVANT;
        }
        return MeanReciprocalRank.of(values(), relevant);
    }

    private double[] values() {
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
