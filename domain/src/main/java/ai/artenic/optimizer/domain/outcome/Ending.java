package ai.artenic.optimizer.domain.outcome;

import java.util.Optional;

/// How a job ended.
public sealed interface Ending {
    record Succeeded() implements Ending {}

    /// @param kind why, where it is known
    record Failed(Optional<FailureKind> kind) implements Ending {}
}
