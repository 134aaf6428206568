package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.ImportAnswer;
import ai.artenic.optimizer.application.usecase.ImportPlatform;
import ai.artenic.optimizer.bootstrap.PlatformImport;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.intake.Violation;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Brings outcomes in from elsewhere.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        subcommands = ImportOutcomesCommand.class,
        description = "Brings outcomes of jobs in: from a file, or from an Artenic platform.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "platform",
            mixinStandardHelpOptions = true,
            description = {
                "Reads the jobs of an Artenic platform's PostgreSQL, changing nothing there, and keeps their outcomes",
                "in this service's store. It may be done again. A service with an embedded store must be stopped."
            })
    int platform(
            @Option(
                            names = "--database-url",
                            paramLabel = "URL",
                            required = true,
                            description = "The platform's database: postgresql://user:password@host/database")
                    String url,
            @Option(names = "--after", paramLabel = "JOB", description = "Go on after this job id") @Nullable
                    String after,
            @Mixin ConfigOptions options) {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Config> config = options.config(Map.of(), err).filter(found -> isToLast(found, err));
        if (config.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        try {
            ImportPlatform.Answer answer = PlatformImport.run(
                    config.get(), url, Optional.ofNullable(after), job -> err.println("reading up to job " + job));
            print(answer, spec.commandLine().getOut());
            return answer.outcomes().halt().isPresent() ? ExitCode.FAILURE : ExitCode.OK;
        } catch (StorageOpeningException e) {
            err.println("optimizer: " + e.getMessage());
            return ExitCode.CANNOT_START;
        } catch (StoreUnavailableException e) {
            err.println("optimizer: the platform's database went away: " + e.getMessage());
            err.println("Run it again; what is kept is not kept twice.");
            return ExitCode.FAILURE;
        }
    }

    private static boolean isToLast(Config config, PrintWriter err) {
        boolean isMemory = config.store().kind() == Config.Store.Kind.MEMORY;
        if (isMemory) {
            err.println("store.kind is memory, which would forget the outcomes at once; set it to embedded or server");
        }
        return !isMemory;
    }

    private static void print(ImportPlatform.Answer answer, PrintWriter out) {
        ImportAnswer outcomes = answer.outcomes();
        out.printf(
                "%d jobs: %d outcomes kept, %d known before, %d not over, %d not usable%n",
                answer.jobs(),
                outcomes.accepted(),
                outcomes.duplicates(),
                answer.unfinished(),
                outcomes.rejectedTotal());
        for (ImportAnswer.RejectedLine line : outcomes.rejected()) {
            for (Violation error : line.errors()) {
                out.println("  " + error.pointer() + " " + error.message());
            }
        }
        outcomes.halt().ifPresent(halt -> out.println("The store went away: " + halt.reason() + ". Run it again."));
    }
}
