package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.adapters.persistence.json.WorkloadRow;
import ai.artenic.optimizer.application.port.GivenAdvice.Advice;
import ai.artenic.optimizer.application.port.GivenAdvice.Choices;
import ai.artenic.optimizer.domain.cost.saving.Choice;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.outcome.Expectation;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.Exploration;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Rejection;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadFields;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/// A recommendation as a row of `optimizer_recommendations`.
final class RecommendationRow {
    /// The columns that [#read] reads: all but `basis`, which can be long and is rarely asked for.
    static final String COLUMNS = """
            id, training_job_id, model_version, prediction_timestamp, alternatives, total_instances_considered,
            instances_after_filter, workload_spec, query_id, workload_hash, requested_mode, mode, goal, top_n,
            "constraints", catalog_snapshot_id, degraded, assumptions, rejected, frontier_truncated, exploration""";

    private RecommendationRow() {}

    /// Binds every column of the row by its name, but for `basis`.
    static Query bind(Query insert, Recommendation recommendation) {
        RecommendRequest request = recommendation.request();
        InstanceRecommendation first = recommendation.recommendations().getFirst();
        return insert.bind("id", recommendation.id().toString())
                .bind("training_job_id", request.jobId().orElse(null))
                .bind("model_version", recommendation.modelVersion().orElse(null))
                .bind("prediction_timestamp", recommendation.asOf().atOffset(ZoneOffset.UTC))
                .bind("recommended_provider", first.offer().id().provider().key())
                .bind("recommended_instance", first.offer().id().instanceType())
                .bind("recommended_rank", first.rank())
                .bind(
                        "estimated_duration_hours",
                        first.estimatedHours().expected().value())
                .bind("estimated_cost_eur", first.estimatedCost().expected().amount())
                .bind("confidence_score", first.confidence())
                .bind("alternatives", Json.write(alternatives(recommendation)))
                .bind("total_instances_considered", recommendation.totalConsidered())
                .bind("instances_after_filter", recommendation.afterFilter())
                .bind("workload_spec", Json.write(WorkloadFields.of(request.workload())))
                .bind("query_id", recommendation.queryId().value().toString())
                .bind("workload_hash", recommendation.workloadHash().hex())
                .bind("requested_mode", Terms.wire(request.mode()))
                .bind("mode", Terms.wire(recommendation.mode()))
                .bind("goal", Terms.wire(request.goal()))
                .bind("top_n", request.topN())
                .bind("constraints", Json.write(request.constraints().fields()))
                .bind("catalog_snapshot_id", recommendation.catalogSnapshotId())
                .bind("degraded", Json.write(recommendation.degraded()))
                .bind("assumptions", Json.write(recommendation.assumptions()))
                .bind("rejected", Json.write(recommendation.rejected()))
                .bind("frontier_truncated", recommendation.frontierTruncated())
                .bind(
                        "exploration",
                        recommendation.exploration().map(Json::write).orElse(null));
    }

    static Recommendation read(ResultSet row) throws SQLException {
        return new Recommendation(
                UUID.fromString(row.getString("id")),
                request(row),
                new QueryId(UUID.fromString(row.getString("query_id"))),
                new WorkloadHash(row.getString("workload_hash")),
                term(Mode.class, row.getString("mode")),
                Optional.ofNullable(row.getString("model_version")),
                row.getString("catalog_snapshot_id"),
                row.getObject("prediction_timestamp", OffsetDateTime.class).toInstant(),
                Json.readList(row.getString("degraded"), String.class),
                Json.readList(row.getString("assumptions"), String.class),
                row.getInt("total_instances_considered"),
                row.getInt("instances_after_filter"),
                Json.readList(row.getString("rejected"), Rejection.class),
                Json.readList(row.getString("alternatives"), CandidateRow.class).stream()
                        .map(CandidateRow::toDomain)
                        .toList(),
                row.getBoolean("frontier_truncated"),
                Optional.ofNullable(row.getString("exploration")).map(json -> Json.readWhole(json, Exploration.class)));
    }

    /// Of the columns `workload_spec`, `goal` and `candidate`, which are null where there is no such recommendation.
    static Optional<Advice> readAdvice(ResultSet row) throws SQLException {
        if (row.getString("id") == null) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                WorkloadRow.read(row.getString("workload_spec")),
                term(Goal.class, row.getString("goal")),
                expectation(row)));
    }

    /// Of the columns `workload_spec`, `first`, `one` and `other`, of which the last two may be null.
    static Optional<Choices> readChoices(ResultSet row) throws SQLException {
        if (row.getString("id") == null) {
            return Optional.empty();
        }
        return Optional.of(new Choices(
                WorkloadRow.read(row.getString("workload_spec")),
                choice(row, "first").orElseThrow(),
                choice(row, "one"),
                choice(row, "other")));
    }

    private static Optional<Choice> choice(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .map(choice -> Json.read(choice, ChoiceRow.class).toDomain());
    }

    private static Optional<Expectation> expectation(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("candidate"))
                .map(candidate -> Json.read(candidate, ExpectationRow.class).toDomain());
    }

    /// What was asked. Only answers that were to be persisted are kept, so that needs no column.
    private static RecommendRequest request(ResultSet row) throws SQLException {
        Workload workload = WorkloadRow.read(row.getString("workload_spec"));
        Constraints constraints = WorkloadRow.read(row.getString("constraints"), Constraints::read);
        return new RecommendRequest(
                workload,
                constraints,
                term(Goal.class, row.getString("goal")),
                term(Mode.class, row.getString("requested_mode")),
                row.getInt("top_n"),
                Optional.ofNullable(row.getString("training_job_id")),
                true);
    }

    private static List<CandidateRow> alternatives(Recommendation recommendation) {
        return recommendation.recommendations().stream().map(CandidateRow::of).toList();
    }

    private static <E extends Enum<E>> E term(Class<E> terms, String wire) {
        return Enum.valueOf(terms, wire.toUpperCase(Locale.ROOT));
    }
}
