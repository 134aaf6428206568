package ai.artenic.optimizer.adapters.persistence.json;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadReader;
import java.util.function.Function;

/// A workload as its fields, the column `workload_spec`; and other things that are kept as their fields.
public final class WorkloadRow {
    private WorkloadRow() {}

    public static Workload read(String json) {
        return read(json, WorkloadReader::read);
    }

    /// What these fields say.
    public static <T> T read(String json, Function<RawObject, T> reader) {
        RawObject fields = RawObject.root(Json.readFields(json));
        T value = reader.apply(fields);
        return switch (fields.conclude(() -> value)) {
            case Intake.Accepted<T>(T accepted) -> accepted;
            case Intake.Refused<T>(var violations) ->
                throw new IllegalStateException("Stored fields are not readable: " + violations + " in " + json);
        };
    }
}
