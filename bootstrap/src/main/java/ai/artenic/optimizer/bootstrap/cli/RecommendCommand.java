package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.adapters.http.JsonAnswers;
import ai.artenic.optimizer.application.usecase.RecommendAnswer;
import ai.artenic.optimizer.bootstrap.OneShot;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Answers one question and ends: no server, no database.
@Command(
        name = "recommend",
        mixinStandardHelpOptions = true,
        modelTransformer = RecommendCommand.Flags.class,
        description = "Ranks where a training job should run; needs neither server nor database.",
        footer = {
            "",
            "Examples:",
            "  Fine-tune a 7B model with LoRA, resuming from checkpoints:",
            "    optimizer recommend --framework pytorch --model-params-m 7000 --dataset-size-gb 50 \\",
            "      --num-epochs 3 --precision bf16 --method lora --sequence-length 2048 --checkpointing --gpu",
            "  Boosted trees on a table, in Europe, without spot:",
            "    optimizer recommend --framework xgboost --model-params-m 0 --dataset-size-gb 20 \\",
            "      --region eu-west-1,europe-west1,westeurope --no-spot",
            "  Your own estimate on other hardware, as JSON:",
            "    optimizer recommend --framework jax --model-params-m 300 --dataset-size-gb 10 --gpu \\",
            "      --estimated-hours 12 --reference-gpu-type V100 --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RecommendCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--json", description = "Print the answer of POST /recommend")
    private boolean json;

    /// Adds the flags of the request.
    static final class Flags implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            RequestFlags.addTo(command, WorkloadFlag.ALL);
            return command;
        }
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Map<String, Object> fields = RequestFlags.fields(spec.commandLine().getParseResult(), WorkloadFlag.ALL);
        fields.put("persist", false);
        return switch (RecommendRequest.read(fields)) {
            case Intake.Refused<RecommendRequest>(List<Violation> violations) -> {
                violations.forEach(violation -> err.println(RequestFlags.words(violation, WorkloadFlag.ALL)));
                err.println("See 'optimizer help recommend'.");
                yield ExitCode.BAD_INPUT;
            }
            case Intake.Accepted<RecommendRequest>(RecommendRequest request) -> answer(request, err);
        };
    }

    private int answer(RecommendRequest request, PrintWriter err) {
        Optional<Config> config = options.config(Map.of(), err);
        if (config.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        var oneShot = new OneShot(config.get());
        PriceNotes.print(oneShot.catalog(), err);
        RecommendAnswer answer = oneShot.recommend(request);
        if (json) {
            spec.commandLine().getOut().println(JsonAnswers.of(answer, "cli"));
        }
        return switch (answer) {
            case RecommendAnswer.Recommended(var recommendation) -> {
                if (!json) {
                    new RecommendationTable(spec.commandLine().getOut()).print(recommendation);
                }
                yield ExitCode.OK;
            }
            case RecommendAnswer.NoFeasibleOffer nothing -> {
                if (!json) {
                    RecommendationTable.printNothing(nothing, err);
                }
                yield ExitCode.NOTHING_FEASIBLE;
            }
            case RecommendAnswer.ModelNotAvailable(var mode, var fault) -> {
                err.println("--mode " + mode.name().toLowerCase(Locale.ROOT) + " needs a trained ranking model, and "
                        + fault.orElse("there is none"));
                yield ExitCode.BAD_INPUT;
            }
            case RecommendAnswer.JobTaken taken ->
                throw new IllegalStateException("a one-shot keeps nothing, yet " + taken);
        };
    }
}
