package ai.artenic.optimizer.domain.learning;

import java.time.Instant;

/// The samples a model was trained on.
///
/// @param from when the oldest of them was recorded
/// @param to when the newest of them was recorded
/// @param samplesEver samples there were by then, those out of the window included
public record DataWindow(Instant from, Instant to, int samples, int groups, long samplesEver) {}
