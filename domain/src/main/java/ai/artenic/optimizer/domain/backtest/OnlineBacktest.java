package ai.artenic.optimizer.domain.backtest;

import ai.artenic.optimizer.domain.backtest.ColdBacktest.Settings;
import ai.artenic.optimizer.domain.backtest.JobScoring.Learned;
import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.experience.Search;
import ai.artenic.optimizer.domain.experience.Search.Option;
import ai.artenic.optimizer.domain.ranking.CandidateList.Scored;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Runs each job again and again, one after the other: a ranker picks, the outcome of the pick is revealed, and the
/// ranker learns from it before the job's next turn.
public final class OnlineBacktest {
    private static final int SAMPLES_LEAST = 50;

    private final JobScoring scoring;
    private final ModelTraining training;
    private final Optional<Search> search;
    private final Settings settings;

    /// @param search chooses what to try, where exploration is allowed
    public OnlineBacktest(JobScoring scoring, ModelTraining training, Optional<Search> search, Settings settings) {
        this.scoring = scoring;
        this.training = training;
        this.search = search;
        this.settings = settings;
    }

    /// What came of a run.
    ///
    /// @param orders of the last turn, one a job
    public record Result(BacktestFigures figures, List<JobOrder> orders) {}

    /// Runs each job that succeeds somewhere `outcomes + 1` times with one ranker: after none to so many outcomes.
    public Result run(RankerName ranker, List<BacktestJob> jobs, int outcomes) {
        var session = new Session(ranker, jobs);
        for (int turn = 0; turn <= outcomes; turn++) {
            session.turn();
        }
        return new Result(
                BacktestFigures.of(session.regrets, session.failed, session.orders, session.curve), session.orders);
    }

    /// A job with what its own turns taught.
    private record Repeated(BacktestJob job, List<PastRun> runs, Set<Integer> tried) {}

    /// One ranker's way through the turns.
    private final class Session {
        private final RankerName ranker;
        private final List<Repeated> jobs;
        private final TrainingRows rows = new TrainingRows(settings.policy());
        private final AverageCosts average = new AverageCosts();
        private final RandomGenerator random = settings.random(0);
        private final List<Double> regrets = new ArrayList<>();
        private final List<Double> curve = new ArrayList<>();
        private Optional<RankingModel> model = Optional.empty();
        private List<JobOrder> orders = List.of();
        private int failed;

        Session(RankerName ranker, List<BacktestJob> jobs) {
            this.ranker = ranker;
            this.jobs = jobs.stream()
                    .filter(job -> job.bestCost().isPresent())
                    .map(job -> new Repeated(job, new ArrayList<>(), new HashSet<>()))
                    .toList();
        }

        void turn() {
            orders = new ArrayList<>();
            int before = regrets.size();
            jobs.forEach(this::run);
            curve.add(regrets.subList(before, regrets.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.NaN));
            if (ranker.isTrained() && rows.size() >= SAMPLES_LEAST) {
                model = training.train(rows.set());
            }
        }

        private void run(Repeated own) {
            GroupExperience experience = ranker.predicts() ? GroupExperience.of(own.runs()) : GroupExperience.NONE;
            List<Scored> scored = scoring.estimate(own.job(), experience);
            JobOrder order = scoring.order(ranker, own.job(), scored, new Learned(experience, model, average, random));
            orders.add(order);
            int pick = pick(ranker, order, scored, own);
            reveal(own, pick, scored.get(pick));
        }

        private void reveal(Repeated own, int pick, Scored scored) {
            CandidatePoint point = own.job().candidates().get(pick);
            double regret = own.job().regret(pick);
            own.tried().add(pick);
            own.runs()
                    .add(new PastRun(
                            scored.listed().placement(), scored.hoursBeforeLesson(), point.hours(), !point.success()));
            rows.add(own.job(), pick, scored);
            average.add(point, regret);
            regrets.add(regret);
            failed += point.success() ? 0 : 1;
        }
    }

    private int pick(RankerName ranker, JobOrder order, List<Scored> scored, Repeated own) {
        List<Integer> bestFirst = order.bestFirst();
        if (search.isEmpty() || !ranker.predicts()) {
            return bestFirst.getFirst();
        }
        List<Option<Integer>> options = bestFirst.stream()
                .filter(i -> scored.get(i).rejection().isEmpty())
                .map(i -> option(order.job(), i, scored.get(i), own))
                .toList();
        return search.get().choose(options).orElse(bestFirst.getFirst());
    }

    private static Option<Integer> option(BacktestJob job, int candidate, Scored scored, Repeated own) {
        boolean tried = own.tried().contains(candidate);
        CandidatePoint point = job.candidates().get(candidate);
        return new Option<>(
                candidate,
                Math.log(scored.judgedCost()),
                scored.lesson().deviation(),
                tried && point.success() ? Optional.of(Math.log(point.cost())) : Optional.empty(),
                tried);
    }
}
