package ai.artenic.optimizer.domain.backtest;

import ai.artenic.optimizer.domain.backtest.JobScoring.Learned;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.ranking.CandidateList.Scored;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/// Ranks jobs of which nothing ever ran: what is learned, is learned from other jobs.
public final class ColdBacktest {
    /// Orders over which the figures of the random ranker are averaged.
    private static final int RANDOM_ORDERS = 100;

    private final JobScoring scoring;
    private final ModelTraining training;
    private final Settings settings;

    /// @param training trains the models
    public ColdBacktest(JobScoring scoring, ModelTraining training, Settings settings) {
        this.scoring = scoring;
        this.training = training;
        this.settings = settings;
    }

    /// How a backtest is done.
    ///
    /// @param policy what models are taught to call good
    /// @param admission when a model takes part in the hybrid ranker
    /// @param seed of everything that is drawn
    /// @param chance makes a source of chance of a seed
    public record Settings(
            LabelPolicy policy, ModelAdmission admission, long seed, LongFunction<RandomGenerator> chance) {
        /// A source of chance for something of this hash.
        RandomGenerator random(long hash) {
            return chance.apply(seed ^ hash);
        }
    }

    /// The orders of the test jobs by each ranker. Jobs that succeed nowhere teach failures and are not judged.
    public Map<RankerName, List<JobOrder>> orders(
            List<BacktestJob> train, List<BacktestJob> test, Set<RankerName> rankers) {
        boolean trains = rankers.stream().anyMatch(RankerName::isTrained);
        Optional<RankingModel> model = trains ? training.train(rows(train).set()) : Optional.empty();
        boolean takesPart = rankers.contains(RankerName.HYBRID) && isAdmitted(train);
        AverageCosts average = AverageCosts.of(train);
        var orders = new EnumMap<RankerName, List<JobOrder>>(RankerName.class);
        for (BacktestJob job : judged(test)) {
            var random = settings.random(job.workloadId().hashCode());
            List<Scored> scored = scoring.estimate(job, GroupExperience.NONE);
            for (RankerName ranker : rankers) {
                boolean learns = ranker != RankerName.HYBRID || takesPart;
                var learned = new Learned(GroupExperience.NONE, model.filter(_ -> learns), average, random);
                orders.computeIfAbsent(ranker, _ -> new ArrayList<>()).add(scoring.order(ranker, job, scored, learned));
            }
        }
        return orders;
    }

    /// Whether a model trained on these jobs may take part in the hybrid ranker.
    private boolean isAdmitted(List<BacktestJob> train) {
        List<String> families =
                train.stream().map(BacktestJob::family).distinct().toList();
        return switch (settings.admission()) {
            case ALWAYS -> true;
            case CHECKED -> families.size() > 1 && isNoWorse(train, families);
        };
    }

    private boolean isNoWorse(List<BacktestJob> train, List<String> families) {
        var blended = new ArrayList<JobOrder>();
        var ruled = new ArrayList<JobOrder>();
        for (String family : families) {
            List<BacktestJob> others =
                    train.stream().filter(job -> !job.family().equals(family)).toList();
            Optional<RankingModel> model = training.train(rows(others).set());
            var learned = new Learned(GroupExperience.NONE, model, new AverageCosts(), settings.random(0));
            for (BacktestJob job : judged(train)) {
                if (job.family().equals(family)) {
                    List<Scored> scored = scoring.estimate(job, GroupExperience.NONE);
                    blended.add(scoring.order(RankerName.HYBRID, job, scored, learned));
                    ruled.add(scoring.order(RankerName.HEURISTIC, job, scored, learned));
                }
            }
        }
        BacktestFigures model = figures(RankerName.HYBRID, blended);
        BacktestFigures rule = figures(RankerName.HEURISTIC, ruled);
        return model.meanCostRegret() <= rule.meanCostRegret() && model.failedPicks() <= rule.failedPicks();
    }

    private static List<BacktestJob> judged(List<BacktestJob> jobs) {
        return jobs.stream().filter(job -> job.bestCost().isPresent()).toList();
    }

    private TrainingRows rows(List<BacktestJob> jobs) {
        var rows = new TrainingRows(settings.policy());
        for (BacktestJob job : jobs) {
            List<Scored> scored = scoring.estimate(job, GroupExperience.NONE);
            for (int i = 0; i < scored.size(); i++) {
                rows.add(job, i, scored.get(i));
            }
        }
        return rows;
    }

    /// The figures of a ranker's orders; those of the random one over many of its orders.
    public BacktestFigures figures(RankerName ranker, List<JobOrder> orders) {
        List<JobOrder> judged = ranker == RankerName.RANDOM ? shuffled(orders) : orders;
        List<Double> regrets = judged.stream().map(ColdBacktest::regret).toList();
        long failed = judged.stream().filter(order -> !succeeds(order)).count();
        int times = ranker == RankerName.RANDOM ? RANDOM_ORDERS : 1;
        BacktestFigures all = BacktestFigures.of(regrets, Math.round((float) failed / times), judged, List.of());
        return all.ofWorkloads(orders.size());
    }

    private List<JobOrder> shuffled(List<JobOrder> orders) {
        var shuffled = new ArrayList<JobOrder>();
        for (JobOrder order : orders) {
            var random = settings.random(order.job().workloadId().hashCode());
            for (int i = 0; i < RANDOM_ORDERS; i++) {
                shuffled.add(new JobOrder(
                        order.job(),
                        order.scores().stream().map(_ -> random.nextDouble()).toList()));
            }
        }
        return shuffled;
    }

    private static double regret(JobOrder order) {
        return order.job().regret(order.bestFirst().getFirst());
    }

    private static boolean succeeds(JobOrder order) {
        return order.job().candidates().get(order.bestFirst().getFirst()).success();
    }
}
