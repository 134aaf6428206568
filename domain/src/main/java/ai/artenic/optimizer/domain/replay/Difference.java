package ai.artenic.optimizer.domain.replay;

import java.util.OptionalInt;

/// Something in which a recommendation recomputed differs from the one that was answered.
///
/// @param rank place in the ranked list; empty for what concerns the whole answer
/// @param field name of the field, as answers have it
/// @param answered in words, what was answered
/// @param recomputed in words, what comes out now
public record Difference(OptionalInt rank, String field, String answered, String recomputed) {}
