package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Samples;
import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import ai.artenic.optimizer.domain.learning.LabelledGroup;
import ai.artenic.optimizer.domain.learning.LabelledGroups;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingJudgeTest {
    private static final List<Sample> SAMPLES = List.of(
            job("a-best", 1.0, 0.2, 9),
            job("b-good", 1.2, 0.9, 7),
            job("c-poor", 2.0, 0.5, 1),
            Samples.failed("d-failed", 1, Map.of("expected_cost_eur", 3.0)));

    private static Sample job(String job, double relativeCost, double heuristic, double expectedCost) {
        return Samples.succeeded(
                job,
                1,
                relativeCost,
                Map.of("cost_efficiency_score", heuristic, "expected_cost_eur", expectedCost, "price_per_hour", 2.0));
    }

    private static LabelledGroup group(List<Sample> samples) {
        return LabelledGroups.of(samples, LabelPolicy.REGRET).telling().getFirst();
    }

    private static HeldOutMetrics judge(int groups, ScoredGroup... held) {
        return RankingJudge.judge(groups, List.of(held), new SplittableRandom(1));
    }

    @Test
    void the_model_is_judged_beside_the_heuristic_the_cheapest_and_chance() {
        HeldOutMetrics metrics = judge(3, new ScoredGroup(group(SAMPLES), new double[] {4, 3, 2, 1}));
        assertEquals(3, metrics.queryCount());
        assertEquals(1, metrics.usableQueryCount());
        // gains 15, 7, 1, 0 of the labels 4, 3, 1, 0 over log2 of 2, 3, 4, 5
        double ideal = 15 + 7 / log2(3) + 1 / log2(4);
        assertEquals(1, metrics.model().ndcgAt5(), 1e-12);
        assertEquals(1, metrics.model().mrr(), 1e-12);
        assertEquals(0, metrics.model().meanRegret());
        // b, c, a; the failed job has no score and comes last
        assertEquals(
                (7 + 1 / log2(3) + 15 / log2(4)) / ideal, metrics.heuristic().ndcgAt5(), 1e-12);
        assertEquals(0.2, metrics.heuristic().meanRegret(), 1e-12);
        // c, d, b, a
        assertEquals(
                (1 + 7 / log2(4) + 15 / log2(5)) / ideal, metrics.cheapest().ndcgAt5(), 1e-12);
        assertEquals(1.0 / 3, metrics.cheapest().mrr(), 1e-12);
        assertEquals(1, metrics.cheapest().meanRegret(), 1e-12);
        // the mean of regrets 0, 0.2, 1 and 4
        assertEquals(1.3, metrics.random().meanRegret(), 1e-12);
        assertEquals(0.25, metrics.random().failedShare(), 1e-12);
        assertEquals(metrics.model().ndcgAt5() - metrics.heuristic().ndcgAt5(), metrics.gainLow(), 1e-12);
        assertEquals(metrics.gainLow(), metrics.gainHigh(), 1e-12);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    @Test
    void chance_is_the_mean_over_all_orders() {
        LabelledGroup group = group(SAMPLES);
        double sum = 0;
        for (int first = 0; first < 4; first++) {
            var scores = new double[4];
            scores[first] = 1;
            sum += judge(1, new ScoredGroup(group, scores)).model().ndcgAt5() / 4;
        }
        assertEquals(judge(1, new ScoredGroup(group, new double[4])).random().ndcgAt5(), sum, 1e-12);
    }

    @Test
    void a_model_that_scores_all_rows_alike_is_chance() {
        HeldOutMetrics metrics = judge(1, new ScoredGroup(group(SAMPLES), new double[] {7, 7, 7, 7}));
        assertEquals(metrics.random(), metrics.model());
    }

    @Test
    void the_cheapest_of_vectors_without_expected_cost_is_by_price() {
        Map<String, Double> dear = Map.of("price_per_hour", 9.0);
        Map<String, Double> cheap = Map.of("price_per_hour", 1.0);
        List<Sample> v1 = List.of(Samples.succeeded("a", 1, 1, dear), Samples.succeeded("b", 1, 3, cheap)).stream()
                .map(sample -> new Sample(
                        sample.jobId(),
                        sample.recommendationId(),
                        sample.queryId(),
                        sample.features().as(FeatureSchema.V1).orElseThrow(),
                        sample.outcomeLabel(),
                        sample.relativeCost(),
                        sample.recordedAt()))
                .toList();
        assertEquals(
                2,
                judge(1, new ScoredGroup(group(v1), new double[] {1, 0}))
                        .cheapest()
                        .meanRegret(),
                1e-12);
    }

    @Test
    void where_the_best_is_free_anything_dearer_is_as_bad_as_a_failure() {
        LabelledGroup group = group(List.of(job("a", 0, 1, 1), job("b", 5, 0, 2)));
        assertEquals(
                0, judge(1, new ScoredGroup(group, new double[] {1, 0})).model().meanRegret());
        assertEquals(
                4, judge(1, new ScoredGroup(group, new double[] {0, 1})).model().meanRegret());
    }

    @Test
    void without_a_group_that_tells_nothing_is_known() {
        var single = new LabelledGroup(Samples.group(1), group(SAMPLES).rows().subList(0, 1));
        HeldOutMetrics metrics = judge(4, new ScoredGroup(single, new double[] {1}));
        assertEquals(0, metrics.usableQueryCount());
        assertTrue(Double.isNaN(metrics.model().ndcgAt5()));
        assertTrue(Double.isNaN(metrics.gainLow()));
    }

    @Test
    void scores_that_are_not_of_the_rows_are_a_bug() {
        assertThrows(IllegalArgumentException.class, () -> new ScoredGroup(group(SAMPLES), new double[3]));
    }
}
