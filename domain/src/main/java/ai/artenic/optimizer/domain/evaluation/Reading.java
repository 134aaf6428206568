package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadReader;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What came of reading a measured row.
public sealed interface Reading<T> {
    /// The end of a violation that tells what was read.
    Pattern VALUE = Pattern.compile(", was .*", Pattern.DOTALL);

    record Usable<T>(T point) implements Reading<T> {}

    /// @param reason in words, without the numbers of the row, so that equal reasons can be counted
    record Unusable<T>(String reason) implements Reading<T> {}

    /// The point made of a workload with these fields, if they are valid.
    static <T> Reading<T> of(Map<String, Object> workloadFields, Function<Workload, T> point) {
        RawObject raw = RawObject.root(workloadFields);
        Workload workload = WorkloadReader.read(raw);
        return of(raw.conclude(() -> workload), point);
    }

    /// The point made of what was accepted, or the first reason for refusal.
    static <V, T> Reading<T> of(Intake<V> intake, Function<V, T> point) {
        return switch (intake) {
            case Intake.Accepted<V>(V value) -> new Usable<>(point.apply(value));
            case Intake.Refused<V>(var violations) -> {
                Violation first = violations.getFirst();
                yield new Unusable<>(first.pointer().substring(1) + " "
                        + VALUE.matcher(first.message()).replaceFirst(""));
            }
        };
    }
}
