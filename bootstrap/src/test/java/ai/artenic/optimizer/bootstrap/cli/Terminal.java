package ai.artenic.optimizer.bootstrap.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/// Runs the command line in this process and remembers what it printed.
final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int exitCode;

    static Terminal run(String... arguments) {
        var terminal = new Terminal();
        CommandLine commandLine = OptimizerCommand.commandLine();
        commandLine.setOut(new PrintWriter(terminal.out, true));
        commandLine.setErr(new PrintWriter(terminal.err, true));
        terminal.exitCode = commandLine.execute(arguments);
        return terminal;
    }

    static Terminal run(List<String> arguments) {
        return run(arguments.toArray(String[]::new));
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + "\n" + out + "\n" + err;
    }
}
