package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.calibration.JdbiCalibrationLog;
import ai.artenic.optimizer.adapters.persistence.json.FeaturesRow;
import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.OutcomeReader;
import ai.artenic.optimizer.domain.outcome.Prediction;
import ai.artenic.optimizer.domain.outcome.RelevanceLabel;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import ai.artenic.optimizer.domain.workload.WorkloadReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/// Reads outcomes and samples out of their rows.
final class KeptOutcomeRow {
    /// Joins an outcome with all that is kept of it elsewhere.
    static final String SELECT = """
            select outcome.*, known.*, ran.run,
                sample.query_id, sample.features, sample.relevance_label, sample.workload_hash, sample.relative_cost
            from training_outcomes outcome
            join optimizer_training_samples sample on sample.id = outcome.job_id
            left join optimizer_calibration_observations known on known.training_job_id = outcome.job_id
            left join optimizer_group_runs ran on ran.outcome_id = outcome.id
            """;

    /// Whatever was kept did not lie in the future when it was.
    private static final Instant EVER = Instant.MAX.minus(Duration.ofDays(1));

    private KeptOutcomeRow() {}

    static KeptOutcome read(ResultSet row) throws SQLException {
        Map<String, Object> spec = Json.readFields(row.getString("workload_spec"));
        Map<String, Object> fields = Json.readFields(row.getString("outcome"));
        if (row.getBoolean("workload_is_stated")) {
            fields.put("workload", spec);
        }
        RawObject workload = RawObject.root(spec);
        Workload read = WorkloadReader.read(workload);
        var group = new QueryId(UUID.fromString(row.getString("query_id")));
        var assessed = new AssessedOutcome(
                accepted(OutcomeReader.read(fields, EVER), fields),
                accepted(workload.conclude(() -> read), spec),
                group,
                new WorkloadHash(row.getString("workload_hash")),
                prediction(row),
                label(row),
                optional(row, "relative_cost"),
                Json.readWhole(row.getString("features"), FeaturesRow.class).toDomain(),
                JdbiCalibrationLog.joined(row),
                Optional.ofNullable(row.getString("run")).map(run -> JdbiGroupRuns.read(run, group)),
                Json.readList(row.getString("notes"), String.class));
        return new KeptOutcome(
                row.getLong("id"), assessed, new RelevanceLabel(row.getInt("regret_label")), recordedAt(row));
    }

    /// @param schema whose features are wanted, that of the row or an earlier one, with all of which it begins
    static Sample sample(ResultSet row, FeatureSchema schema) throws SQLException {
        var features =
                Json.readWhole(row.getString("features"), FeaturesRow.class).toDomain();
        return new Sample(
                row.getString("id"),
                Optional.ofNullable(row.getString("recommendation_id")).map(UUID::fromString),
                new QueryId(UUID.fromString(row.getString("query_id"))),
                new FeatureVector(schema, Arrays.copyOf(features.values(), schema.size())),
                label(row),
                optional(row, "relative_cost"),
                recordedAt(row));
    }

    private static <T> T accepted(Intake<T> read, Map<String, Object> fields) {
        return switch (read) {
            case Intake.Accepted<T>(T accepted) -> accepted;
            case Intake.Refused<T>(var violations) ->
                throw new IllegalStateException("Stored fields are not readable: " + violations + " in " + fields);
        };
    }

    private static Optional<Prediction> prediction(ResultSet row) throws SQLException {
        OptionalDouble hours = optional(row, "predicted_duration_hours");
        return hours.isPresent()
                ? Optional.of(new Prediction(hours.getAsDouble(), row.getDouble("predicted_cost_eur")))
                : Optional.empty();
    }

    private static Optional<RelevanceLabel> label(ResultSet row) throws SQLException {
        int label = row.getInt("relevance_label");
        return row.wasNull() ? Optional.empty() : Optional.of(new RelevanceLabel(label));
    }

    private static OptionalDouble optional(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Instant recordedAt(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }
}
