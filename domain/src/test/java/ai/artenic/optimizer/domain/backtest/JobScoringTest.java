package ai.artenic.optimizer.domain.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.domain.backtest.JobScoring.Learned;
import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobScoringTest {
    private static final BacktestJob JOB = Jobs.job("w", "f", 2, 1);
    private static final TrainingSet ANY = new TrainingRows(LabelPolicy.REGRET).set();

    /// The third machine of the price list, of which the model thinks most and whose memory is too small.
    private static BacktestJob withRejected() {
        var candidates = new ArrayList<>(JOB.candidates());
        candidates.add(new CandidatePoint(
                "w", "f", Jobs.TREES, Offers.cpu("aws", "tiny", 16, 0.001, Jobs.price(2), 0), false, 1, 1, 9, true));
        return new BacktestJob("w", "f", candidates);
    }

    private static List<Integer> order(RankerName ranker, BacktestJob job) {
        var learned = new Learned(
                GroupExperience.NONE,
                Jobs.scoringMachines(0, 1, 1000).train(ANY),
                new AverageCosts(),
                new SplittableRandom(1));
        return Jobs.SCORING.order(ranker, job, learned).bestFirst();
    }

    @ParameterizedTest
    @EnumSource(names = {"PREDICTED_COST", "HEURISTIC", "LTR", "HYBRID"})
    void what_a_ranking_would_reject_moves_no_other_candidate(RankerName ranker) {
        List<Integer> without = order(ranker, JOB);
        assertEquals(List.of(without.get(0), without.get(1), 2), order(ranker, withRejected()));
    }
}
