package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerTrainer;
import ai.artenic.optimizer.application.port.RankerTrainer.Training;
import ai.artenic.optimizer.application.usecase.BacktestAnswer.Replayed;
import ai.artenic.optimizer.application.usecase.BacktestRequest.Replay;
import ai.artenic.optimizer.domain.backtest.BacktestJob;
import ai.artenic.optimizer.domain.backtest.ColdBacktest;
import ai.artenic.optimizer.domain.backtest.JobOrder;
import ai.artenic.optimizer.domain.backtest.JobScoring;
import ai.artenic.optimizer.domain.backtest.OnlineBacktest;
import ai.artenic.optimizer.domain.backtest.RankerName;
import ai.artenic.optimizer.domain.experience.Search;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Replays measured jobs and says how well each ranker would have chosen. The same request gives the same answer.
public final class Backtest {
    private static final int MOST_FOLDS = 10;

    private final GpuCatalog gpus;
    private final RankerTrainer trainer;
    private final RankerLoader loader;

    public Backtest(GpuCatalog gpus, RankerTrainer trainer, RankerLoader loader) {
        this.gpus = gpus;
        this.trainer = trainer;
        this.loader = loader;
    }

    /// Hears how far a backtest has come.
    @FunctionalInterface
    public interface Progress {
        /// @param done steps done
        /// @param of steps in all
        void at(int done, int of);
    }

    /// The figures of each ranker; of none where no job succeeds anywhere. Rows that cannot be used are counted by
    /// reason.
    public BacktestAnswer run(BacktestRequest request, Progress progress) {
        var reading = new BacktestReading(gpus);
        var rankers = new TreeMap<RankerName, Replayed>();
        switch (request.replay()) {
            case Replay.Cold(var rows) -> rankers.putAll(cold(request, folds(reading.jobs(rows)), progress));
            case Replay.Split(var train, var test) -> {
                var fold = new Fold(reading.jobs(train), reading.jobs(test));
                rankers.putAll(cold(request, List.of(fold), progress));
            }
            case Replay.Online online -> rankers.putAll(online(request, online, reading.jobs(online.rows()), progress));
        }
        return new BacktestAnswer(rankers, reading.unusable());
    }

    private record Fold(List<BacktestJob> train, List<BacktestJob> test) {}

    /// Families go into at most ten folds, in turns; a single family is held out workload by workload.
    private static List<Fold> folds(List<BacktestJob> jobs) {
        List<String> families =
                jobs.stream().map(BacktestJob::family).distinct().sorted().toList();
        boolean single = families.size() == 1;
        List<String> names = single ? jobs.stream().map(BacktestJob::workloadId).toList() : families;
        int number = Math.min(MOST_FOLDS, names.size());
        var folds = new ArrayList<Fold>();
        for (int fold = 0; fold < number; fold++) {
            var train = new ArrayList<BacktestJob>();
            var test = new ArrayList<BacktestJob>();
            for (BacktestJob job : jobs) {
                int at = names.indexOf(single ? job.workloadId() : job.family());
                (at % number == fold ? test : train).add(job);
            }
            folds.add(new Fold(train, test));
        }
        return folds;
    }

    private Map<RankerName, Replayed> cold(BacktestRequest request, List<Fold> folds, Progress progress) {
        var backtest = new ColdBacktest(scoring(), set -> train(set, request), request.settings());
        var orders = new EnumMap<RankerName, List<JobOrder>>(RankerName.class);
        for (int fold = 0; fold < folds.size(); fold++) {
            progress.at(fold, folds.size());
            backtest.orders(folds.get(fold).train(), folds.get(fold).test(), request.rankers())
                    .forEach((ranker, more) -> orders.computeIfAbsent(ranker, _ -> new ArrayList<>())
                            .addAll(more));
        }
        progress.at(folds.size(), folds.size());
        var replayed = new EnumMap<RankerName, Replayed>(RankerName.class);
        orders.forEach((ranker, all) -> replayed.put(ranker, new Replayed(backtest.figures(ranker, all), all)));
        return replayed;
    }

    private Map<RankerName, Replayed> online(
            BacktestRequest request, Replay.Online online, List<BacktestJob> jobs, Progress progress) {
        Optional<Search> search = online.explores() ? Optional.of(Search.DEFAULT) : Optional.empty();
        var backtest = new OnlineBacktest(scoring(), set -> train(set, request), search, request.settings());
        var replayed = new EnumMap<RankerName, Replayed>(RankerName.class);
        int done = 0;
        for (RankerName ranker : RankerName.values()) {
            if (request.rankers().contains(ranker)) {
                progress.at(done++, request.rankers().size());
                OnlineBacktest.Result result = backtest.run(ranker, jobs, online.outcomes());
                if (!result.orders().isEmpty()) {
                    replayed.put(ranker, new Replayed(result.figures(), result.orders()));
                }
            }
        }
        progress.at(done, done);
        return replayed;
    }

    private JobScoring scoring() {
        return new JobScoring(
                new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, gpus, _ -> Billing.CONTINUOUS));
    }

    private Optional<RankingModel> train(TrainingSet set, BacktestRequest request) {
        var parameters =
                TrainingParameters.forRows(set.rows(), request.settings().seed());
        return switch (trainer.train(set, parameters)) {
            case Training.Impossible _ -> Optional.empty();
            case Training.Trained(var model) ->
                switch (loader.load(model)) {
                    case RankerLoader.Loading.Loaded(var ranking) -> Optional.of(ranking);
                    case RankerLoader.Loading.Refused(String reason) ->
                        throw new IllegalStateException("a model just trained cannot be loaded: " + reason);
                };
        };
    }
}
