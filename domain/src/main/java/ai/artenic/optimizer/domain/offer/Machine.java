package ai.artenic.optimizer.domain.offer;

import java.util.Optional;
import java.util.OptionalDouble;

/// The hardware of one node. What a provider does not publish is empty, never zero.
public record Machine(OptionalDouble vcpus, OptionalDouble memoryGb, Optional<Accelerators> accelerators) {
    public Machine {
        requirePositive("vcpus", vcpus);
        requirePositive("memoryGb", memoryGb);
    }

    private static void requirePositive(String name, OptionalDouble value) {
        if (!(value.orElse(1) > 0) || Double.isInfinite(value.orElse(1))) {
            throw new IllegalArgumentException("Machine " + name + " must be positive and finite, was " + value);
        }
    }
}
