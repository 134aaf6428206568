package ai.artenic.optimizer.adapters.persistence.spending;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.database.Moments;
import ai.artenic.optimizer.adapters.persistence.json.WorkloadRow;
import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.FailureKind;
import ai.artenic.optimizer.domain.outcome.Interruptions;
import ai.artenic.optimizer.domain.outcome.Prediction;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Jobs of the table `training_outcomes`, by the index on when they ended; what is kept elsewhere is joined to one page
/// only.
public final class JdbiSpentJobs implements SpentJobs {
    static final String NEXT = """
            select spent.id, spent.spent_at, spent.job_id,
                sample.query_id, spent.provider, spent.instance_type, spent.region, spent.is_spot,
                cast(spent.outcome ->> 'node_count' as integer) as node_count,
                spent.actual_duration_hours, spent.actual_cost_eur, spent.success,
                spent.outcome ->> 'failure_kind' as failure_kind,
                cast(spent.outcome ->> 'preempted' as boolean) as preempted,
                cast(spent.outcome ->> 'preemption_count' as integer) as preemption_count,
                cast(spent.outcome ->> 'checkpointing' as boolean) as checkpointing,
                spent.predicted_duration_hours, spent.predicted_cost_eur, spent.recommendation_id
            from (
                select *, optimizer_spent_at(outcome, created_at) as spent_at
                from training_outcomes
                where (optimizer_spent_at(outcome, created_at), id) > (:after, :after_id)
                    and optimizer_spent_at(outcome, created_at) < :to
                order by optimizer_spent_at(outcome, created_at), id
                limit :most) spent
            join optimizer_training_samples sample on sample.id = spent.job_id
            order by spent.spent_at, spent.id
            """;

    private final Database database;

    public JdbiSpentJobs(Database database) {
        this.database = database;
    }

    @Override
    public List<SpentJob> next(Instant from, Instant to, Optional<SpentJob> after, int most) {
        return database.ask(handle -> handle.createQuery(NEXT)
                .bind("after", Moments.within(after.map(SpentJob::at).orElse(from)))
                .bind("after_id", after.map(SpentJob::id).orElse(-1L)) // ids are positive
                .bind("to", Moments.within(to))
                .bind("most", most)
                .map((row, _) -> read(row))
                .list());
    }

    @Override
    public List<Workload> workloads(List<SpentJob> jobs) {
        return database.ask(handle -> handle.createQuery("""
                select outcome.workload_spec
                from unnest(:ids) with ordinality as asked (id, place)
                join training_outcomes outcome on outcome.id = asked.id
                order by asked.place
                """)
                .bind("ids", jobs.stream().map(SpentJob::id).toArray(Long[]::new))
                .map((row, _) -> WorkloadRow.read(row.getString("workload_spec")))
                .list());
    }

    private static SpentJob read(ResultSet row) throws SQLException {
        return new SpentJob(
                row.getLong("id"),
                row.getObject("spent_at", OffsetDateTime.class).toInstant(),
                row.getString("job_id"),
                new QueryId(UUID.fromString(row.getString("query_id"))),
                new Run(
                        new Provider(row.getString("provider")),
                        row.getString("instance_type"),
                        Optional.ofNullable(row.getString("region")),
                        row.getBoolean("is_spot"),
                        whole(row, "node_count"),
                        row.getDouble("actual_duration_hours"),
                        new Eur(row.getBigDecimal("actual_cost_eur"))),
                row.getBoolean("success") ? new Ending.Succeeded() : new Ending.Failed(kind(row)),
                new Interruptions(flag(row, "preempted"), whole(row, "preemption_count"), flag(row, "checkpointing")),
                prediction(row),
                Optional.ofNullable(row.getString("recommendation_id")).map(UUID::fromString));
    }

    private static Optional<FailureKind> kind(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("failure_kind"))
                .map(kind -> FailureKind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    private static Optional<Prediction> prediction(ResultSet row) throws SQLException {
        double hours = row.getDouble("predicted_duration_hours");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Prediction(hours, row.getDouble("predicted_cost_eur")));
    }

    private static OptionalInt whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static Optional<Boolean> flag(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
