package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.bootstrap.Version;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The program's root command.
@Command(
        name = "optimizer",
        mixinStandardHelpOptions = true,
        versionProvider = OptimizerCommand.VersionProvider.class,
        description = "Where should this training job run, and what will it really cost?",
        subcommands = {
            ServeCommand.class,
            RecommendCommand.class,
            CompareCommand.class,
            SweepCommand.class,
            StatusCommand.class,
            ImportCommand.class,
            RetrainCommand.class,
            CatalogCommand.class,
            StorageCommand.class,
            EvaluateCommand.class,
            BacktestCommand.class,
            DoctorCommand.class,
            WarmUpCommand.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  something went wrong",
            "  2  wrong flags, input or configuration",
            "  3  no offer can run the workload within the constraints",
            "  4  cannot start: port taken, data directory not usable, database not reachable",
            "",
            "Examples:",
            "  optimizer serve",
            "  optimizer recommend --framework pytorch --model-params-m 7000 --dataset-size-gb 50 --gpu",
            "  optimizer help recommend"
        })
public final class OptimizerCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /// Called by picocli.
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    public OptimizerCommand() {}

    /// The command line with all its commands.
    public static CommandLine commandLine() {
        var commandLine = new CommandLine(new OptimizerCommand());
        commandLine.setExecutionExceptionHandler((failure, failed, parsed) -> {
            PrintWriter err = failed.getErr();
            err.println("optimizer: " + failure.getMessage());
            if (System.getenv("OPTIMIZER_TRACE") != null) {
                failure.printStackTrace(err);
            } else {
                err.println("Set OPTIMIZER_TRACE=1 to see where.");
            }
            return ExitCode.FAILURE;
        });
        return commandLine;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Tells the version.
    static final class VersionProvider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Artenic Optimizer " + Version.NUMBER + " on Java " + Runtime.version()};
        }
    }
}
