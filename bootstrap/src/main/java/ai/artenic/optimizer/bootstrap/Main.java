package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.bootstrap.cli.OptimizerCommand;

/// The program's entry.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(OptimizerCommand.commandLine().execute(arguments));
    }
}
