package ai.artenic.optimizer.domain.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.ranking.CandidateList.Scored;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
    private static final BacktestJob JOB = Jobs.job("w", "f", 1.2, 1, 1.5, 9, -1);

    private static TrainingSet set(LabelPolicy policy, BacktestJob... jobs) {
        var rows = new TrainingRows(policy);
        for (BacktestJob job : jobs) {
            List<Scored> scored = Jobs.scored(job);
            for (int i = 0; i < scored.size(); i++) {
                rows.add(job, i, scored.get(i));
            }
        }
        assertEquals(rows.size(), rows.set().rows());
        return rows.set();
    }

    @Test
    void regret_labels_compare_with_the_best_of_the_group() {
        assertArrayEquals(
                new int[] {3, 4, 2, 1, 0}, set(LabelPolicy.REGRET, JOB).labels());
    }

    @Test
    void the_best_is_the_best_revealed() {
        var rows = new TrainingRows(LabelPolicy.REGRET);
        rows.add(JOB, 3, Jobs.scored(JOB).get(3));
        rows.add(JOB, 4, Jobs.scored(JOB).get(4));
        assertArrayEquals(new int[] {4, 0}, rows.set().labels());
        rows.add(JOB, 1, Jobs.scored(JOB).get(1));
        assertArrayEquals(new int[] {1, 0, 4}, rows.set().labels());
    }

    @Test
    void outcome_labels_compare_with_the_prediction() {
        List<Scored> scored = Jobs.scored(JOB);
        double[] ratios = {0.9, 1.4, 1.9, 2.1};
        var points = new ArrayList<CandidatePoint>();
        for (int i = 0; i < ratios.length; i++) {
            points.add(took(JOB.candidates().get(i), scored.get(i), ratios[i]));
        }
        points.add(JOB.candidates().get(4));
        assertArrayEquals(
                new int[] {4, 3, 2, 1, 0},
                set(LabelPolicy.OUTCOME, new BacktestJob("w", "f", points)).labels());
    }

    private static CandidatePoint took(CandidatePoint point, Scored scored, double ratio) {
        return new CandidatePoint(
                point.workloadId(),
                point.family(),
                point.workload(),
                point.offer(),
                point.isSpot(),
                point.nodes(),
                scored.expectedHours() * ratio,
                scored.expectedCost() * ratio,
                true);
    }

    @Test
    void a_group_is_a_workload_and_a_row_its_features() {
        TrainingSet set = set(LabelPolicy.REGRET, JOB, Jobs.job("v", "f", 1, 2));
        assertArrayEquals(new int[] {5, 2}, set.groupSizes());
        assertEquals(7, Arrays.stream(set.weights()).sum());
        assertEquals(FeatureSchema.V2, set.schema());
        int width = FeatureSchema.V2.size();
        assertArrayEquals(
                Jobs.scored(JOB).get(2).features().values(), Arrays.copyOfRange(set.features(), 2 * width, 3 * width));
        assertEquals(0, new TrainingRows(LabelPolicy.REGRET).set().rows());
    }

    @Test
    void of_more_candidates_than_a_group_may_have_the_best_by_rule_teach() {
        double[] costs = new double[TrainingSet.MOST_ROWS_OF_GROUP + 1];
        Arrays.fill(costs, 2);
        costs[0] = 1;
        var dearestFirst =
                new BacktestJob("w", "f", Jobs.job("w", "f", costs).candidates().reversed());
        var rows = new TrainingRows(LabelPolicy.REGRET);
        List<Scored> scored = Jobs.scored(dearestFirst);
        for (int i = 0; i < scored.size(); i++) {
            rows.add(dearestFirst, i, scored.get(i));
        }

        TrainingSet set = rows.set();

        assertArrayEquals(new int[] {TrainingSet.MOST_ROWS_OF_GROUP}, set.groupSizes());
        assertEquals(4, set.labels()[0], "the cheapest machine, which was listed last");
        assertEquals(costs.length, rows.size());
    }
}
