package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import ai.artenic.optimizer.domain.learning.LabelledGroup;
import ai.artenic.optimizer.domain.learning.LabelledGroup.Row;
import ai.artenic.optimizer.domain.learning.RankingScores;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Judges a model's order of held-out groups beside rankers that learn nothing: the heuristic's score as it was
/// logged, the cheapest first, and chance. Rows of equal score share their places, so chance needs no draws: all its
/// scores are equal.
///
/// Only groups of several rows and labels are judged; others say nothing of an order. The reciprocal rank is taken
/// over those of them that have a row of label 3 or 4.
public final class RankingJudge {
    private static final String HEURISTIC = "cost_efficiency_score";
    private static final String COST = "expected_cost_eur";
    private static final String PRICE = "price_per_hour";

    private RankingJudge() {}

    /// @param queryCount groups there are, those that cannot tell included
    /// @param held held-out groups
    /// @param random draws the groups of the bootstrap
    public static HeldOutMetrics judge(int queryCount, List<ScoredGroup> held, RandomGenerator random) {
        List<ScoredGroup> telling =
                held.stream().filter(scored -> scored.group().isTelling()).toList();
        PairedBootstrap.Bounds gain = PairedBootstrap.of(gains(telling, RankingJudge::heuristic), random);
        return new HeldOutMetrics(
                queryCount,
                telling.size(),
                scores(telling, ScoredGroup::scores),
                scores(telling, RankingJudge::heuristic),
                scores(telling, RankingJudge::cheapest),
                scores(telling, RankingJudge::chance),
                gain.low(),
                gain.high());
    }

    /// How certain the mean gain in NDCG@5 over chance is.
    ///
    /// @param random draws the groups of the bootstrap
    public static PairedBootstrap.Bounds overChance(List<ScoredGroup> held, RandomGenerator random) {
        return PairedBootstrap.of(
                gains(held.stream().filter(scored -> scored.group().isTelling()).toList(), RankingJudge::chance),
                random);
    }

    /// What each group's NDCG@5 gains over that of another ranker.
    private static double[] gains(List<ScoredGroup> telling, Function<ScoredGroup, double[]> other) {
        return telling.stream()
                .mapToDouble(scored ->
                        ndcg(5, scored.group(), scored.scores()) - ndcg(5, scored.group(), other.apply(scored)))
                .toArray();
    }

    private static RankingScores scores(List<ScoredGroup> telling, Function<ScoredGroup, double[]> ranker) {
        return new RankingScores(
                mean(telling, scored -> ndcg(5, scored.group(), ranker.apply(scored))),
                mean(telling, scored -> ndcg(10, scored.group(), ranker.apply(scored))),
                mean(telling, scored -> reciprocalRank(scored.group(), ranker.apply(scored))),
                mean(telling, scored -> first(scored.group(), ranker.apply(scored), RankingJudge::regret)),
                mean(
                        telling,
                        scored -> first(scored.group(), ranker.apply(scored), (_, row) -> row.isFailed() ? 1 : 0)));
    }

    private static double mean(List<ScoredGroup> groups, ToDoubleFunction<ScoredGroup> measure) {
        return groups.stream()
                .mapToDouble(measure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static double ndcg(int k, LabelledGroup group, double[] scores) {
        return Ndcg.at(
                k,
                scores,
                group.rows().stream()
                        .mapToDouble(row -> Ndcg.gain(row.label().value()))
                        .toArray());
    }

    private static double reciprocalRank(LabelledGroup group, double[] scores) {
        var relevant = new boolean[scores.length];
        for (int i = 0; i < relevant.length; i++) {
            relevant[i] = group.rows().get(i).label().value() >= MeanReciprocalRank.RELEVANT;
        }
        return MeanReciprocalRank.of(scores, relevant);
    }

    private interface OfRow {
        double measure(LabelledGroup group, Row row);
    }

    /// The measure of the first row; the mean over those that share the first place.
    private static double first(LabelledGroup group, double[] scores, OfRow measured) {
        int[] order = Places.bestFirst(scores);
        return IntStream.range(0, Places.endOfTie(scores, order, 0))
                .mapToDouble(place -> measured.measure(group, group.rows().get(order[place])))
                .average()
                .orElseThrow();
    }

    /// Where the best costs nothing, all that costs something is as bad as a failure.
    private static double regret(LabelledGroup group, Row row) {
        if (row.isFailed()) {
            return Regret.OF_FAILURE;
        }
        double cost = row.sample().relativeCost().getAsDouble();
        double best = group.bestCost().orElseThrow();
        return cost <= best ? 0 : best > 0 ? Regret.of(cost, best) : Regret.OF_FAILURE;
    }

    private static double[] chance(ScoredGroup scored) {
        return new double[scored.scores().length];
    }

    private static double[] heuristic(ScoredGroup scored) {
        return logged(scored, features -> features.value(HEURISTIC));
    }

    private static double[] cheapest(ScoredGroup scored) {
        return logged(scored, features -> -features.value(features.schema() == FeatureSchema.V1 ? PRICE : COST));
    }

    /// A score of each row's logged features; a row where it is missing comes last.
    private static double[] logged(ScoredGroup scored, ToDoubleFunction<FeatureVector> score) {
        return scored.group().rows().stream()
                .mapToDouble(row -> score.applyAsDouble(row.sample().features()))
                .map(value -> Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value)
                .toArray();
    }
}
