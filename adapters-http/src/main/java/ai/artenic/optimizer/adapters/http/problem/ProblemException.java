package ai.artenic.optimizer.adapters.http.problem;

import ai.artenic.optimizer.domain.intake.Violation;
import java.util.List;

/// Ends the handling of a request that cannot be read; answered once, where handling began. Carries no stack trace,
/// because the fault is the sender's.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemKind kind, String detail) {
        this(new Problem.Plain(kind, detail));
    }

    /// One thing wrong with an input.
    public static ProblemException invalid(String pointer, String message) {
        return new ProblemException(new Problem.Invalid(List.of(new Violation(pointer, message))));
    }

    public Problem problem() {
        return problem;
    }
}
