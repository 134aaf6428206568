package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.json.StoredJson;
import ai.artenic.optimizer.application.port.HistoryPage;
import ai.artenic.optimizer.application.port.HistoryPosition;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The table `optimizer_recommendations`.
final class SqlRecommendationLog implements RecommendationLog {
    private static final String INSERT = """
            insert into optimizer_recommendations (
                id, training_job_id, model_version, prediction_timestamp, recommended_provider, recommended_instance,
                recommended_rank, estimated_duration_hours, estimated_cost_eur, confidence_score, alternatives,
                total_instances_considered, instances_after_filter, workload_spec, query_id, workload_hash, mode,
                request, catalog_snapshot_id, degraded, assumptions, rejected, frontier_truncated)
            values (
                :id, :job, :modelVersion, :asOf, :provider, :instance,
                :rank, :hours, :cost, :confidence, :alternatives::jsonb,
                :considered, :afterFilter, :workload::jsonb, :queryId, :workloadHash, :mode,
                :request::jsonb, :snapshot, :degraded::jsonb, :assumptions::jsonb, :rejected::jsonb, :truncated)
            on conflict (training_job_id) do nothing
            """;
    private static final String PAGE = """
            select * from optimizer_recommendations
            where (:provider::text is null or recommended_provider = :provider)
              and (:mode::text is null or mode = :mode)
              and (:since::timestamptz is null or prediction_timestamp >= :since)
              and (:until::timestamptz is null or prediction_timestamp < :until)
              and (:afterTime::timestamptz is null or (prediction_timestamp, id) < (:afterTime, :afterId))
            order by prediction_timestamp desc, id desc
            limit :limit
            """;

    private final Database database;

    SqlRecommendationLog(Database database) {
        this.database = database;
    }

    @Override
    public Kept keep(Recommendation recommendation) {
        return database.inTransaction(handle -> {
            if (insert(handle, recommendation) == 1) {
                return new Kept.Stored();
            }
            String existing = handle.select("select id from optimizer_recommendations where training_job_id = ?")
                    .bind(0, recommendation.request().jobId().orElseThrow())
                    .mapTo(String.class)
                    .one();
            return new Kept.JobTaken(UUID.fromString(existing));
        });
    }

    private static int insert(Handle handle, Recommendation recommendation) {
        InstanceRecommendation first = recommendation.recommendations().getFirst();
        return handle.createUpdate(INSERT)
                .bind("id", recommendation.id().toString())
                .bind("job", recommendation.request().jobId().orElse(null))
                .bind("modelVersion", recommendation.modelVersion().orElse(null))
                .bind("asOf", utc(recommendation.asOf()))
                .bind("provider", first.offer().id().provider().key())
                .bind("instance", first.offer().id().instanceType())
                .bind("rank", first.rank())
                .bind("hours", first.estimatedHours().expected().value())
                .bind("cost", first.estimatedCost().expected().amount())
                .bind("confidence", first.confidence())
                .bind("alternatives", StoredJson.items(recommendation.recommendations()))
                .bind("considered", recommendation.totalConsidered())
                .bind("afterFilter", recommendation.afterFilter())
                .bind("workload", StoredJson.workload(recommendation.request().workload()))
                .bind("queryId", recommendation.queryId().value())
                .bind("workloadHash", recommendation.workloadHash().hex())
                .bind("mode", Terms.wire(recommendation.mode()))
                .bind("request", StoredJson.request(recommendation.request()))
                .bind("snapshot", recommendation.catalogSnapshotId())
                .bind("degraded", StoredJson.texts(recommendation.degraded()))
                .bind("assumptions", StoredJson.texts(recommendation.assumptions()))
                .bind("rejected", StoredJson.rejections(recommendation.rejected()))
                .bind("truncated", recommendation.frontierTruncated())
                .execute();
    }

    @Override
    public Optional<Recommendation> find(UUID id) {
        return database.with(handle -> handle.select("select * from optimizer_recommendations where id = ?")
                .bind(0, id.toString())
                .map((row, context) -> RecommendationRow.read(row))
                .findOne());
    }

    @Override
    public HistoryPage page(HistoryQuery query) {
        List<Recommendation> found = database.with(handle -> bound(handle.createQuery(PAGE), query)
                .map((row, context) -> RecommendationRow.read(row))
                .list());
        if (found.size() <= query.limit()) {
            return new HistoryPage(found, Optional.empty());
        }
        Recommendation last = found.get(query.limit() - 1);
        return new HistoryPage(
                found.subList(0, query.limit()), Optional.of(new HistoryPosition(last.asOf(), last.id())));
    }

    private static Query bound(Query page, HistoryQuery query) {
        return page.bind("provider", query.provider().orElse(null))
                .bind("mode", query.mode().map(Terms::wire).orElse(null))
                .bind("since", utcOrNull(query.since()))
                .bind("until", utcOrNull(query.until()))
                .bind("afterTime", utcOrNull(query.after().map(HistoryPosition::asOf)))
                .bind(
                        "afterId",
                        query.after().map(after -> after.id().toString()).orElse(null))
                .bind("limit", query.limit() + 1);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(Optional<Instant> instant) {
        return instant.map(SqlRecommendationLog::utc).orElse(null);
    }
}
