package ai.artenic.optimizer.domain.estimate;

/// Something an estimate had to take for granted, in words for the user: `"sequence_length taken as 1024"`.
public record Assumption(String text) {}
