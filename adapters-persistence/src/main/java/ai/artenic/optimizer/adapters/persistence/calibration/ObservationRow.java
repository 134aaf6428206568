package ai.artenic.optimizer.adapters.persistence.calibration;

import ai.artenic.optimizer.adapters.persistence.database.Columns;
import ai.artenic.optimizer.domain.calibration.HardwareClass;
import ai.artenic.optimizer.domain.calibration.MemoryUse;
import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// An observation as a row: with hours if the job finished, without if it ran out of memory.
record ObservationRow(
        Observation observation,
        @Nullable Double modelledHours,
        @Nullable Double actualHours,
        @Nullable Double modelledGb,
        @Nullable Double usableGb,
        @Nullable Double peakGb) {
    static ObservationRow of(Observation observation) {
        return switch (observation) {
            case Observation.Finished finished -> {
                Optional<MemoryUse> memory = finished.memory();
                yield new ObservationRow(
                        finished,
                        finished.modelledHours(),
                        finished.actualHours(),
                        memory.map(MemoryUse::modelledGb).orElse(null),
                        memory.map(MemoryUse::usableGb).orElse(null),
                        memory.map(MemoryUse::peakGb)
                                .map(ObservationRow::orNull)
                                .orElse(null));
            }
            case Observation.OutOfMemory exhausted ->
                new ObservationRow(exhausted, null, null, exhausted.modelledGb(), exhausted.usableGb(), null);
        };
    }

    static void bind(SqlStatement<?> insert, List<Observation> observations) {
        new Columns<>(insert, observations.stream().map(ObservationRow::of).toList())
                .text("training_job_id", row -> row.observation().jobId())
                .text("hardware_class", row -> row.observation().hardware().text())
                .text("workload_class", row -> row.observation().workload().text())
                .real("modelled_hours", ObservationRow::modelledHours)
                .real("actual_hours", ObservationRow::actualHours)
                .real("modelled_gb", ObservationRow::modelledGb)
                .real("usable_gb", ObservationRow::usableGb)
                .real("peak_gb", ObservationRow::peakGb);
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
