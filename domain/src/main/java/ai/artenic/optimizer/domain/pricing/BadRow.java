package ai.artenic.optimizer.domain.pricing;

/// A row of a price table that could not be read: its line, counted from 1, and everything wrong with it.
public record BadRow(long line, String reason) {}
