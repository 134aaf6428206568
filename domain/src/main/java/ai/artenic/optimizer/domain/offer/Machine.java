package ai.artenic.optimizer.domain.offer;

import java.util.Optional;
import java.util.OptionalDouble;

/// The hardware of one node. What a provider does not publish is empty, never zero.
public record Machine(OptionalDouble vcpus, OptionalDouble memoryGb, Optional<Accelerators> accelerators) {}
