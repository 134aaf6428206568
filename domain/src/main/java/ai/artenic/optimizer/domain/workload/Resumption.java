package ai.artenic.optimizer.domain.workload;

import java.util.Optional;
import java.util.OptionalDouble;

/// How the job goes on after an interruption.
///
/// @param checkpointing whether it resumes from its last checkpoint; unstated counts as no
/// @param checkpointWriteMinutes time to write one checkpoint
/// @param restartMinutes time from interruption until the job runs again, without lost work
public record Resumption(
        Optional<Boolean> checkpointing, OptionalDouble checkpointWriteMinutes, OptionalDouble restartMinutes) {
    public static final Resumption UNSTATED =
            new Resumption(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
