package ai.artenic.optimizer.domain.intake;

/// One thing wrong with an input: where (an RFC 6901 JSON Pointer such as `/workload/batch_size`) and what.
public record Violation(String pointer, String message) {}
