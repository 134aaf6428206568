package ai.artenic.optimizer.domain.outcome;

import java.util.Optional;
import java.util.OptionalInt;

/// What the provider's taking nodes back did to a job.
///
/// @param preempted whether it happened at all, where that is known
/// @param count how often, where that is known
/// @param checkpointing whether the job could resume, where that is known
public record Interruptions(Optional<Boolean> preempted, OptionalInt count, Optional<Boolean> checkpointing) {}
