package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.adapters.http.JsonAnswers;
import ai.artenic.optimizer.application.usecase.CompareAnswer;
import ai.artenic.optimizer.bootstrap.OneShot;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.cost.compare.CompareRequest;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
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

/// Compares providers once and ends: no server, no database.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        modelTransformer = CompareCommand.Flags.class,
        description = "Shows what a workload would cost at each provider, and what nothing beats.",
        footer = {
            "",
            "Example:",
            "  optimizer compare --framework pytorch --model-params-m 7000 --gpu \\",
            "    --dataset-size-gb 50 --method lora --provider aws --provider gcp"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--json", description = "Print the answer of POST /cost/compare")
    private boolean json;

    /// Adds the flags of the comparison.
    static final class Flags implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            RequestFlags.addTo(command, WorkloadFlag.OF_COMPARE);
            return command;
        }
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Map<String, Object> fields = RequestFlags.fields(spec.commandLine().getParseResult(), WorkloadFlag.OF_COMPARE);
        return switch (CompareRequest.read(fields)) {
            case Intake.Refused<CompareRequest>(List<Violation> violations) -> {
                violations.forEach(violation -> err.println(RequestFlags.words(violation, WorkloadFlag.OF_COMPARE)));
                err.println("See 'optimizer help compare'.");
                yield ExitCode.BAD_INPUT;
            }
            case Intake.Accepted<CompareRequest>(CompareRequest question) -> answer(question, err);
        };
    }

    private int answer(CompareRequest question, PrintWriter err) {
        Optional<Config> config = options.config(Map.of(), err);
        if (config.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        var oneShot = new OneShot(config.get());
        PriceNotes.print(oneShot.catalog(), err);
        CompareAnswer answer = oneShot.compare(question);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonAnswers.of(answer, "cli"));
        }
        return switch (answer) {
            case CompareAnswer.Compared compared -> {
                if (!json) {
                    new ComparisonTable(out, compared).print();
                }
                yield ExitCode.OK;
            }
            case CompareAnswer.NoFeasibleOffer(var reasons) -> {
                if (!json) {
                    RecommendationTable.printNothing(reasons, err);
                }
                yield ExitCode.NOTHING_FEASIBLE;
            }
        };
    }
}
