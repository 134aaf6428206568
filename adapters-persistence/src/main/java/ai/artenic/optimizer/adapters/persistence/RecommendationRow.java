package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.json.StoredJson;
import ai.artenic.optimizer.adapters.persistence.json.StoredRequest;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Reads a row of `optimizer_recommendations`.
final class RecommendationRow {
    private RecommendationRow() {}

    static Recommendation read(ResultSet row) throws SQLException {
        Workload workload = StoredJson.readWorkload(row.getString("workload_spec"));
        return new Recommendation(
                UUID.fromString(row.getString("id")),
                request(row, workload),
                new QueryId(row.getObject("query_id", UUID.class)),
                new WorkloadHash(row.getString("workload_hash")),
                mode(row.getString("mode")),
                Optional.ofNullable(row.getString("model_version")),
                row.getString("catalog_snapshot_id"),
                row.getObject("prediction_timestamp", OffsetDateTime.class).toInstant(),
                StoredJson.readTexts(row.getString("degraded")),
                StoredJson.readTexts(row.getString("assumptions")),
                row.getInt("total_instances_considered"),
                row.getInt("instances_after_filter"),
                StoredJson.readRejections(row.getString("rejected")),
                StoredJson.readItems(row.getString("alternatives")),
                row.getBoolean("frontier_truncated"));
    }

    private static RecommendRequest request(ResultSet row, Workload workload) throws SQLException {
        StoredRequest stored = StoredJson.readRequest(row.getString("request"));
        return stored.toDomain(workload, Optional.ofNullable(row.getString("training_job_id")));
    }

    private static Mode mode(String text) {
        return Mode.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
