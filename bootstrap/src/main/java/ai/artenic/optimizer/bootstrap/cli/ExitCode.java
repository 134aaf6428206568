package ai.artenic.optimizer.bootstrap.cli;

/// What the program's exit codes mean.
final class ExitCode {
    static final int OK = 0;
    /// Something went wrong that is none of the below.
    static final int FAILURE = 1;
    /// Wrong flags, wrong input, wrong configuration.
    static final int BAD_INPUT = 2;
    /// No offer can run the workload within the constraints.
    static final int NOTHING_FEASIBLE = 3;
    /// Port taken, data directory not usable, database not reachable.
    static final int CANNOT_START = 4;

    private ExitCode() {}
}
