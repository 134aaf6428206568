package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.adapters.datasets.MeasurementFile;
import ai.artenic.optimizer.adapters.datasets.RankingFile;
import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.usecase.Backtest;
import ai.artenic.optimizer.application.usecase.BacktestAnswer;
import ai.artenic.optimizer.application.usecase.BacktestRequest;
import ai.artenic.optimizer.application.usecase.BacktestRequest.Replay;
import ai.artenic.optimizer.domain.backtest.ColdBacktest.Settings;
import ai.artenic.optimizer.domain.backtest.ModelAdmission;
import ai.artenic.optimizer.domain.backtest.RankerName;
import ai.artenic.optimizer.domain.evaluation.MeasuredRow;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.ml.lightgbm.LightGbmModels;
import ai.artenic.optimizer.ml.lightgbm.LightGbmTrainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Replays measured jobs with every ranker.
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Replays measured jobs and says how well each ranker would have chosen.",
        footer = {
            "",
            "The columns of the files and what the figures mean: docs/evaluation.md.",
            "",
            "Examples:",
            "  optimizer backtest jobs.csv                        # what never ran, family by family",
            "  optimizer backtest --train a.csv --test b.csv --json",
            "  optimizer backtest jobs.csv --online 12 --plot curve.svg"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BacktestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "CSV files of measured jobs")
    private @Nullable List<Path> files;

    @Option(names = "--train", split = ",", paramLabel = "FILE", description = "Jobs to learn from, with --test")
    private @Nullable List<Path> train;

    @Option(names = "--test", split = ",", paramLabel = "FILE", description = "Jobs to rank, with --train")
    private @Nullable List<Path> test;

    @Option(
            names = "--online",
            paramLabel = "OUTCOMES",
            description = "Run each job again and again, learning from each outcome: after none to so many")
    private @Nullable Integer online;

    @Option(names = "--no-exploration", description = "With --online: never run at a placement for what it teaches")
    private boolean noExploration;

    @Option(
            names = "--ranker",
            split = ",",
            paramLabel = "NAME",
            converter = BacktestTerms.Rankers.class,
            description = "Only these: random, cheapest_per_hour, best_average, predicted_cost, heuristic, ltr, hybrid")
    private @Nullable List<RankerName> rankers;

    @Option(
            names = "--label-policy",
            paramLabel = "POLICY",
            defaultValue = "regret",
            converter = BacktestTerms.Policies.class,
            description = "What models are taught to call good: regret or outcome (default: regret)")
    private LabelPolicy policy;

    @Option(
            names = "--admission",
            paramLabel = "RULE",
            defaultValue = "checked",
            converter = BacktestTerms.Admissions.class,
            description = "When a model takes part in hybrid: checked (on held-out families) or always")
    private ModelAdmission admission;

    @Option(names = "--seed", defaultValue = "1", description = "Of everything that is drawn (default: 1)")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the rankings as CSV")
    private @Nullable Path out;

    @Option(names = "--plot", paramLabel = "FILE", description = "With --online: draw the learning curves as SVG")
    private @Nullable Path plot;

    @Override
    public Integer call() {
        try {
            OutputFile.requireWritable(out);
            OutputFile.requireWritable(plot);
            BacktestAnswer answer = replay(request());
            if (answer.rankers().isEmpty()) {
                spec.commandLine().getErr().println("optimizer: no job can be replayed: " + BacktestReport.why(answer));
                return ExitCode.BAD_INPUT;
            }
            print(answer);
            write(answer);
            return ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine().getErr().println("optimizer: " + e.getMessage());
            return ExitCode.BAD_INPUT;
        }
    }

    private BacktestAnswer replay(BacktestRequest request) {
        var backtest = new Backtest(new PriceSources().gpus(), new LightGbmTrainer(), new LightGbmModels());
        try (var bar = ProgressLine.start("backtest")) {
            return backtest.run(request, bar::at);
        }
    }

    private BacktestRequest request() throws IOException {
        Set<RankerName> wanted = rankers == null ? EnumSet.allOf(RankerName.class) : Set.copyOf(rankers);
        if (wanted.isEmpty()) {
            throw wrong("--ranker names no ranker");
        }
        return new BacktestRequest(kind(), wanted, new Settings(policy, admission, seed, SplittableRandom::new));
    }

    private Replay kind() throws IOException {
        boolean whole = files != null && !files.isEmpty();
        boolean split = train != null || test != null;
        boolean half = (train == null) != (test == null);
        if (split == whole || half || (split && online != null)) {
            throw wrong("name either files, or --train with --test and without --online");
        }
        if (online == null && (plot != null || noExploration)) {
            throw wrong("--plot and --no-exploration need --online");
        }
        if (online != null && (online < 1 || online > 1000)) {
            throw wrong("--online must be 1 to 1000, was " + online);
        }
        if (train != null && test != null) {
            return new Replay.Split(rows(train), rows(test));
        }
        List<MeasuredRow> rows = rows(files == null ? List.of() : files);
        return online == null ? new Replay.Cold(rows) : new Replay.Online(rows, online, !noExploration);
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private static List<MeasuredRow> rows(List<Path> files) throws IOException {
        var rows = new ArrayList<MeasuredRow>();
        for (Path file : files) {
            rows.addAll(MeasurementFile.read(file));
        }
        return rows;
    }

    private void print(BacktestAnswer answer) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.println(JsonMapper.shared().writeValueAsString(BacktestReport.json(answer, policy, seed)));
        } else {
            BacktestReport.print(answer, printer);
        }
    }

    private void write(BacktestAnswer answer) throws IOException {
        if (out != null) {
            RankingFile.write(out, BacktestReport.HEADER, BacktestReport.rows(answer));
        }
        if (plot != null) {
            CurvePlot.write(plot, answer);
        }
    }
}
