package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.adapters.http.JsonAnswers;
import ai.artenic.optimizer.application.usecase.SweepAnswer;
import ai.artenic.optimizer.bootstrap.OneShot;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.sweep.Sweep;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Plans one sweep and ends: no server, no database.
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        modelTransformer = SweepCommand.Flags.class,
        description = "Plans a hyper-parameter sweep: instance, trials at once, hours and cost.",
        footer = {
            "",
            "The workload is one trial in full; cost and hours limit the whole sweep.",
            "",
            "Example:",
            "  optimizer sweep --framework pytorch --model-params-m 25 --gpu \\",
            "    --dataset-size-gb 100 --num-epochs 27 --trials 100 --max-parallel 8 \\",
            "    --pruning successive_halving --max-cost-eur 50"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SweepCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--json", description = "Print the answer of POST /sweeps/plan")
    private boolean json;

    /// Adds the flags of the sweep.
    static final class Flags implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            RequestFlags.addTo(command, WorkloadFlag.OF_SWEEP);
            return command;
        }
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        return switch (Sweep.read(RequestFlags.fields(spec.commandLine().getParseResult(), WorkloadFlag.OF_SWEEP))) {
            case Intake.Refused<Sweep>(List<Violation> violations) -> {
                violations.forEach(violation -> err.println(RequestFlags.words(violation, WorkloadFlag.OF_SWEEP)));
                err.println("See 'optimizer help sweep'.");
                yield ExitCode.BAD_INPUT;
            }
            case Intake.Accepted<Sweep>(Sweep sweep) -> answer(sweep, err);
        };
    }

    private int answer(Sweep sweep, PrintWriter err) {
        Optional<Config> config = options.config(Map.of(), err);
        if (config.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        var oneShot = new OneShot(config.get());
        PriceNotes.print(oneShot.catalog(), err);
        SweepAnswer answer = oneShot.plan(sweep);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonAnswers.of(answer, "cli"));
        }
        return switch (answer) {
            case SweepAnswer.Planned planned -> {
                if (!json) {
                    new SweepTable(out).print(planned);
                }
                yield ExitCode.OK;
            }
            case SweepAnswer.BeyondLimits beyond -> {
                if (!json) {
                    new SweepTable(out).print(beyond);
                }
                yield ExitCode.NOTHING_FEASIBLE;
            }
            case SweepAnswer.NoFeasibleOffer(var reasons) -> {
                if (!json) {
                    RecommendationTable.printNothing(reasons, err);
                }
                yield ExitCode.NOTHING_FEASIBLE;
            }
        };
    }
}
