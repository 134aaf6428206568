package ai.artenic.optimizer.domain.backtest;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.evaluation.PredictedCostOrder;
import ai.artenic.optimizer.domain.evaluation.PredictedCostOrder.Predicted;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.CandidateList.Scored;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HybridBlend;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Gives each ranker's scores to the candidates of a job.
public final class JobScoring {
    /// So far behind all that are admitted stand those a ranking would reject.
    private static final double REJECTED = 1e9;

    private final CandidateList candidates;

    /// @param candidates scores by rule
    public JobScoring(CandidateList candidates) {
        this.candidates = candidates;
    }

    /// What a ranker has to go by.
    ///
    /// @param experience of the job's own runs
    /// @param model where one is trained
    /// @param average what was learned of candidates on other jobs
    /// @param random of the random ranker
    public record Learned(
            GroupExperience experience, Optional<RankingModel> model, AverageCosts average, RandomGenerator random) {}

    /// The candidates by rule, with estimates and features.
    public List<Scored> estimate(BacktestJob job, GroupExperience experience) {
        return candidates.score(Goal.COST, job.listed(), Calibration.NONE, experience);
    }

    /// The order of one ranker. Without a model, those that need one go by rule.
    public JobOrder order(RankerName ranker, BacktestJob job, Learned learned) {
        return order(ranker, job, estimate(job, learned.experience()), learned);
    }

    /// The order of one ranker over candidates that are estimated already.
    public JobOrder order(RankerName ranker, BacktestJob job, List<Scored> scored, Learned learned) {
        double[] scores = switch (ranker) {
            case RANDOM ->
                scored.stream().mapToDouble(_ -> learned.random().nextDouble()).toArray();
            case CHEAPEST_PER_HOUR ->
                job.candidates().stream()
                        .mapToDouble(point -> -point.pricePerHour() * point.nodes())
                        .toArray();
            case BEST_AVERAGE -> learned.average().scores(job);
            case PREDICTED_COST -> admittedFirst(scored, JobScoring::predicted);
            case HEURISTIC -> admittedFirst(scored, JobScoring::ruled);
            case LTR -> admittedFirst(scored, by(learned.model(), JobScoring::modelled));
            case HYBRID -> admittedFirst(scored, by(learned.model(), JobScoring::blended));
        };
        return new JobOrder(job, Arrays.stream(scores).boxed().toList());
    }

    private static Function<List<Scored>, double[]> by(
            Optional<RankingModel> model, BiFunction<List<Scored>, RankingModel, double[]> scores) {
        return some -> model.map(trained -> scores.apply(some, trained)).orElseGet(() -> ruled(some));
    }

    /// Candidates that a ranking would reject are no part of what the others are compared with.
    ///
    /// @param scores of candidates that are compared with one another
    private static double[] admittedFirst(List<Scored> scored, Function<List<Scored>, double[]> scores) {
        var all = new double[scored.size()];
        for (boolean isRejected : new boolean[] {false, true}) {
            int[] places = IntStream.range(0, all.length)
                    .filter(i -> scored.get(i).rejection().isPresent() == isRejected)
                    .toArray();
            if (places.length > 0) {
                double[] some =
                        scores.apply(Arrays.stream(places).mapToObj(scored::get).toList());
                for (int i = 0; i < places.length; i++) {
                    all[places[i]] = some[i] - (isRejected ? REJECTED : 0);
                }
            }
        }
        return all;
    }

    private static double[] predicted(List<Scored> scored) {
        return PredictedCostOrder.scores(scored.stream()
                .map(one -> new Predicted(
                        one.judgedCost(), one.expectedHours(), one.listed().nodes()))
                .toArray(Predicted[]::new));
    }

    private static double[] ruled(List<Scored> scored) {
        return scored.stream().mapToDouble(Scored::score).toArray();
    }

    private static double[] blended(List<Scored> scored, RankingModel model) {
        return HybridBlend.of(modelled(scored, model), ruled(scored));
    }

    private static double[] modelled(List<Scored> scored, RankingModel model) {
        var rows = new ArrayList<double[]>();
        scored.forEach(
                one -> rows.add(one.features().as(model.schema()).orElseThrow().values()));
        int width = model.schema().size();
        var flat = new double[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, flat, i * width, width);
        }
        var scores = new double[rows.size()];
        model.score(flat, scores.length, scores);
        return scores;
    }
}
