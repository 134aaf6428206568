package ai.artenic.optimizer.domain.outcome;

import java.util.OptionalDouble;

/// The job's primary metric, such as accuracy, before and after.
public record MetricChange(String name, OptionalDouble before, OptionalDouble after) {}
