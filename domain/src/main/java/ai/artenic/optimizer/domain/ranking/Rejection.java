package ai.artenic.optimizer.domain.ranking;

/// How many candidates fell to one reason, with the numbers in words: `"needs 21.4 GB per GPU (low estimate)"`.
public record Rejection(RejectionReason reason, int count, String detail) {}
