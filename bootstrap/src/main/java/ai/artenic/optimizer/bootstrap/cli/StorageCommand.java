package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.adapters.datasets.DirectoryScan;
import ai.artenic.optimizer.domain.intake.Terms;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Looks at datasets.
@Command(name = "storage", mixinStandardHelpOptions = true, description = "Looks at datasets.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StorageCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "scan",
            mixinStandardHelpOptions = true,
            description = "Sums up a dataset directory by format: the size is what --dataset-size-gb asks for.")
    int scan(@Parameters(paramLabel = "DIR", description = "The directory") Path directory) {
        PrintWriter err = spec.commandLine().getErr();
        return switch (DirectoryScan.scan(directory)) {
            case DirectoryScan.Missing(Path path) -> refused(err, "there is nothing at " + path);
            case DirectoryScan.NotADirectory(Path path) -> refused(err, path + " is not a directory");
            case DirectoryScan.Unreadable(Path path, String reason) ->
                refused(err, path + " cannot be read: " + reason);
            case DirectoryScan.Summary summary -> {
                print(summary, spec.commandLine().getOut());
                yield ExitCode.OK;
            }
        };
    }

    private static int refused(PrintWriter err, String reason) {
        err.println("optimizer: " + reason);
        return ExitCode.BAD_INPUT;
    }

    private static void print(DirectoryScan.Summary summary, PrintWriter out) {
        var table = new TextTable("format", ">files", ">GB");
        summary.formats()
                .forEach((format, share) ->
                        table.add(Terms.wire(format), Long.toString(share.files()), gigabytes(share.bytes())));
        table.add("all", Long.toString(summary.files()), gigabytes(summary.bytes()));
        table.print(out);
        if (summary.unreadable() > 0) {
            out.println(summary.unreadable() + " entries could not be read.");
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.3f", bytes / 1e9);
    }
}
