package ai.artenic.optimizer.domain.learning;

import java.time.Instant;

/// From this moment on, this model serves.
///
/// @param reason in words: passed the gate, or rolled back by an operator
public record Promotion(String version, String reason, Instant at) {}
