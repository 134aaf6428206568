package ai.artenic.optimizer.adapters.persistence.calibration;

import ai.artenic.optimizer.domain.calibration.HardwareClass;
import ai.artenic.optimizer.domain.calibration.MemoryUse;
import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// An observation as a row: with hours if the job finished, without if it ran out of memory.
final class ObservationRow {
    private ObservationRow() {}

    static Update bind(Update insert, Observation observation) {
        insert.bind("training_job_id", observation.jobId())
                .bind("hardware_class", observation.hardware().text())
                .bind("workload_class", observation.workload().text());
        return switch (observation) {
            case Observation.Finished finished -> {
                Optional<MemoryUse> memory = finished.memory();
                yield figures(
                        insert,
                        finished.modelledHours(),
                        finished.actualHours(),
                        memory.map(MemoryUse::modelledGb).orElse(null),
                        memory.map(MemoryUse::usableGb).orElse(null),
                        memory.map(MemoryUse::peakGb)
                                .map(ObservationRow::orNull)
                                .orElse(null));
            }
            case Observation.OutOfMemory exhausted ->
                figures(insert, null, null, exhausted.modelledGb(), exhausted.usableGb(), null);
        };
    }

    private static Update figures(
            Update insert,
            @Nullable Double modelledHours,
            @Nullable Double actualHours,
            @Nullable Double modelledGb,
            @Nullable Double usableGb,
            @Nullable Double peakGb) {
        return insert.bind("modelled_hours", modelledHours)
                .bind("actual_hours", actualHours)
                .bind("modelled_gb", modelledGb)
                .bind("usable_gb", usableGb)
                .bind("peak_gb", peakGb);
    }

    static Observation read(ResultSet row) throws SQLException {
        String job = row.getString("training_job_id");
        var hardware = new HardwareClass(row.getString("hardware_class"));
        var workload = new WorkloadClass(row.getString("workload_class"));
        OptionalDouble actualHours = optional(row, "actual_hours");
        return actualHours.isPresent()
                ? new Observation.Finished(
                        job,
                        hardware,
                        workload,
                        row.getDouble("modelled_hours"),
                        actualHours.getAsDouble(),
                        memory(row))
                : new Observation.OutOfMemory(
                        job, hardware, workload, row.getDouble("modelled_gb"), row.getDouble("usable_gb"));
    }

    private static Optional<MemoryUse> memory(ResultSet row) throws SQLException {
        OptionalDouble modelled = optional(row, "modelled_gb");
        return modelled.isPresent()
                ? Optional.of(
                        new MemoryUse(modelled.getAsDouble(), row.getDouble("usable_gb"), optional(row, "peak_gb")))
                : Optional.empty();
    }

    private static OptionalDouble optional(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
