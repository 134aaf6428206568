package ai.artenic.optimizer.domain.backtest;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.fixture.FakeModel;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.CandidateList.Scored;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Measured jobs for tests: trees on equal machines `m0`, `m1`, … that cost 0.10, 0.20, … EUR an hour. The
/// rule, which sees no other difference, prefers them in that order; what they really cost is up to the test.
final class Jobs {
    static final Workload TREES = Workloads.trees();
    static final CandidateList LIST =
            new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG, Billing::of);
    static final JobScoring SCORING = new JobScoring(LIST);

    private Jobs() {}

    /// A job with the cost of each machine; not positive where it failed.
    static BacktestJob job(String id, String family, double... costs) {
        var candidates = new ArrayList<CandidatePoint>();
        for (int i = 0; i < costs.length; i++) {
            candidates.add(candidate(id, family, i, costs[i]));
        }
        return new BacktestJob(id, family, candidates);
    }

    private static CandidatePoint candidate(String id, String family, int machine, double cost) {
        double price = price(machine);
        return new CandidatePoint(
                id,
                family,
                TREES,
                Offers.cpu("aws", "m" + machine, 16, 64, price, 0),
                false,
                1,
                Math.abs(cost) / price,
                Math.abs(cost),
                cost > 0);
    }

    /// The first machine, with so much memory that the job does not fit.
    static CandidatePoint tiny(String id, double memoryGb) {
        return new CandidatePoint(
                id, "f", TREES, Offers.cpu("aws", "tiny", 16, memoryGb, price(0), 0), false, 1, 1, 0.1, true);
    }

    static double price(int machine) {
        return (machine + 1) / 10.0;
    }

    static List<Scored> scored(BacktestJob job) {
        return LIST.score(Goal.COST, job.listed(), Calibration.NONE, GroupExperience.NONE);
    }

    /// Trains, whatever the set, a model that gives each machine this score.
    static ModelTraining scoringMachines(double... scores) {
        RankingModel model =
                FakeModel.by(FeatureSchema.V2, "price_per_hour", price -> scores[(int) Math.round(price * 10) - 1]);
        return _ -> Optional.of(model);
    }

    /// Trains nothing.
    static ModelTraining none() {
        return _ -> Optional.empty();
    }

    /// A model that sees no difference.
    static RankingModel indifferent() {
        return FakeModel.linear(FeatureSchema.V2, Map.of());
    }
}
