package ai.artenic.optimizer.domain.outcome;

import java.time.Instant;

/// An outcome as it is kept.
///
/// @param id rises with the order in which outcomes were kept
/// @param regretLabel against the best cost known at that moment
public record KeptOutcome(long id, AssessedOutcome assessed, RelevanceLabel regretLabel, Instant recordedAt) {}
