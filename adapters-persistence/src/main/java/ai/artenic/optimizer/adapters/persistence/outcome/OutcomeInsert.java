package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.calibration.JdbiCalibrationLog;
import ai.artenic.optimizer.adapters.persistence.database.Columns;
import ai.artenic.optimizer.domain.outcome.MetricChange;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.Prediction;
import ai.artenic.optimizer.domain.outcome.RelevanceLabel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Writes outcomes of jobs that have none, with their samples, their query groups, what they teach and their numbers.
final class OutcomeInsert {
    /// One statement and one moment for all of it.
    private static final String INSERT = """
            with outcomes as (
                insert into training_outcomes (
                    id, job_id, workload_spec, provider, instance_type, region, is_spot,
                    actual_duration_hours, actual_cost_eur, predicted_duration_hours, predicted_cost_eur,
                    success, primary_metric_name, primary_metric_value, created_at,
                    outcome, workload_is_stated, recommendation_id, regret_label, notes)
                select
                    id, job_id, cast(workload_spec as jsonb), provider, instance_type, region, is_spot,
                    hours, cast(cost as numeric), predicted_hours, predicted_cost,
                    success, metric_name, metric_value, statement_timestamp(),
                    cast(outcome as jsonb), is_stated, recommendation_id, regret_label, cast(notes as jsonb)
                from unnest(
                    :id, :job_id, :workload_spec, :provider, :instance_type, :region, :is_spot,
                    :hours, :cost, :predicted_hours, :predicted_cost,
                    :success, :metric_name, :metric_value,
                    :outcome, :is_stated, :recommendation_id, :regret_label, :notes)
                as given (
                    id, job_id, workload_spec, provider, instance_type, region, is_spot,
                    hours, cost, predicted_hours, predicted_cost,
                    success, metric_name, metric_value,
                    outcome, is_stated, recommendation_id, regret_label, notes)),
            samples as (
                insert into optimizer_training_samples (
                    id, recommendation_id, sample_type, query_id, features, relevance_label, workload_hash,
                    created_at, outcome_id, relative_cost, feature_schema)
                select
                    job_id, recommendation_id, 'outcome', query_id, cast(features as jsonb), label, workload_hash,
                    statement_timestamp(), outcome_id, relative_cost, feature_schema
                from unnest(
                    :job_id, :recommendation_id, :query_id, :features, :label, :workload_hash, :id, :relative_cost,
                    :feature_schema)
                as given (
                    job_id, recommendation_id, query_id, features, label, workload_hash, outcome_id, relative_cost,
                    feature_schema)),
            query_groups as (
                insert into optimizer_query_groups (query_id, best_relative_cost)
                select query_id, best_relative_cost
                from unnest(:changed_group, :changed_best) as given (query_id, best_relative_cost)
                on conflict (query_id) do update set best_relative_cost = excluded.best_relative_cost),
            runs as (%s),
            exposure as (%s),
            recorded as (%s),
            classes as (%s),
            labels as (
                select
                    count(*) as added,
                    count(*) filter (where label = 0) as added_0,
                    count(*) filter (where label = 1) as added_1,
                    count(*) filter (where label = 2) as added_2,
                    count(*) filter (where label = 3) as added_3,
                    count(*) filter (where label = 4) as added_4
                from unnest(:label) as given (label))
            update optimizer_outcome_counts set
                outcomes = outcomes + added,
                samples = samples + added,
                query_groups = query_groups + :new_groups,
                label_0 = label_0 + added_0,
                label_1 = label_1 + added_1,
                label_2 = label_2 + added_2,
                label_3 = label_3 + added_3,
                label_4 = label_4 + added_4
            from labels
            returning statement_timestamp() as recorded_at
            """.formatted(
            JdbiGroupRuns.INSERT, JdbiSpotExperience.ADD, JdbiCalibrationLog.INSERT, JdbiCalibrationLog.COUNT_RECORDED);

    private OutcomeInsert() {}

    /// An outcome about to be kept.
    record Fresh(long id, OutcomeRow row, RelevanceLabel regretLabel) {
        private Outcome outcome() {
            return row.assessed().outcome();
        }
    }

    /// Writes the outcomes.
    ///
    /// @param groups those that come in with them, or whose best cost they change
    /// @return when they were recorded
    static Instant run(Handle handle, List<Fresh> outcomes, GroupBests groups) {
        Query insert = handle.createQuery(INSERT);
        var columns = new Columns<>(insert, outcomes);
        bindReported(columns);
        bindAssessed(columns);
        JdbiGroupRuns.bind(insert, outcomes);
        JdbiSpotExperience.bind(insert, outcomes);
        JdbiCalibrationLog.bind(
                insert,
                outcomes.stream()
                        .flatMap(fresh -> fresh.row().assessed().observation().stream())
                        .toList());
        new Columns<>(insert, groups.changed())
                .text("changed_group", Map.Entry::getKey)
                .real("changed_best", group -> orNull(group.getValue()));
        return insert.bind("new_groups", groups.added())
                .map((row, _) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                .one();
    }

    private static void bindReported(Columns<Fresh> columns) {
        columns.whole("id", Fresh::id)
                .text("job_id", fresh -> fresh.outcome().jobId())
                .text("provider", fresh -> fresh.outcome().run().provider().key())
                .text("instance_type", fresh -> fresh.outcome().run().instanceType())
                .text("region", fresh -> fresh.outcome().run().region().orElse(null))
                .flag("is_spot", fresh -> fresh.outcome().run().isSpot())
                .real("hours", fresh -> fresh.outcome().run().hours())
                .text("cost", fresh -> fresh.outcome().run().cost().amount().toString())
                .flag("success", fresh -> fresh.outcome().succeeded())
                .text(
                        "metric_name",
                        fresh ->
                                fresh.outcome().metric().map(MetricChange::name).orElse(null))
                .real(
                        "metric_value",
                        fresh -> fresh.outcome()
                                .metric()
                                .map(metric -> orNull(metric.after()))
                                .orElse(null))
                .text("outcome", fresh -> fresh.row().fields())
                .flag("is_stated", fresh -> fresh.row().isWorkloadStated())
                .text(
                        "recommendation_id",
                        fresh -> fresh.outcome()
                                .recommendationId()
                                .map(UUID::toString)
                                .orElse(null));
    }

    private static void bindAssessed(Columns<Fresh> columns) {
        columns.text("workload_spec", fresh -> fresh.row().workload())
                .real(
                        "predicted_hours",
                        fresh -> fresh.row()
                                .assessed()
                                .prediction()
                                .map(Prediction::hours)
                                .orElse(null))
                .real(
                        "predicted_cost",
                        fresh -> fresh.row()
                                .assessed()
                                .prediction()
                                .map(Prediction::costEur)
                                .orElse(null))
                .whole("regret_label", fresh -> (long) fresh.regretLabel().value())
                .text("notes", fresh -> fresh.row().notes())
                .text("query_id", fresh -> fresh.row().queryId())
                .text(
                        "feature_schema",
                        fresh -> fresh.row().assessed().features().schema().id())
                .text("features", fresh -> fresh.row().features())
                .whole(
                        "label",
                        fresh -> fresh.row()
                                .assessed()
                                .label()
                                .map(label -> (long) label.value())
                                .orElse(null))
                .text(
                        "workload_hash",
                        fresh -> fresh.row().assessed().workloadHash().hex())
                .real("relative_cost", fresh -> orNull(fresh.row().assessed().relativeCost()));
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
