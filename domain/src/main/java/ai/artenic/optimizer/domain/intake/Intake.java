package ai.artenic.optimizer.domain.intake;

import java.util.List;

/// What came of reading an input: the value it stands for, or everything that is wrong with it.
public sealed interface Intake<T> {
    record Accepted<T>(T value) implements Intake<T> {}

    /// At least one violation, in the order of the input's fields.
    record Refused<T>(List<Violation> violations) implements Intake<T> {
        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
