package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of the history, newest first; `next_cursor` is null on the last.
public record HistoryJson(List<Item> items, @Nullable String nextCursor) implements ListJson<HistoryJson.Item> {

    /// One recommendation in brief, with its first candidate, and the newest outcome of a job that followed it.
    public record Item(
            UUID recommendationId,
            @Nullable String jobId,
            Instant asOf,
            Mode mode,
            @Nullable String modelVersion,
            String catalogSnapshotId,
            UUID queryId,
            Goal goal,
            WorkloadJson workload,
            int totalConsidered,
            int afterFilter,
            @Nullable RankedJson top,
            @Nullable OutcomeJson outcome) {}

    @Override
    public Class<Item> rowType() {
        return Item.class;
    }

    @Override
    public List<Item> rows() {
        return items;
    }

    public static HistoryJson from(
            List<Recommendation> recommendations, Map<UUID, KeptOutcome> outcomes, @Nullable String nextCursor) {
        return new HistoryJson(
                recommendations.stream()
                        .map(each -> item(each, Optional.ofNullable(outcomes.get(each.id()))))
                        .toList(),
                nextCursor);
    }

    private static Item item(Recommendation recommendation, Optional<KeptOutcome> outcome) {
        return new Item(
                recommendation.id(),
                recommendation.request().jobId().orElse(null),
                recommendation.asOf(),
                recommendation.mode(),
                recommendation.modelVersion().orElse(null),
                recommendation.catalogSnapshotId(),
                recommendation.queryId().value(),
                recommendation.request().goal(),
                WorkloadJson.from(recommendation.request().workload()),
                recommendation.totalConsidered(),
                recommendation.afterFilter(),
                recommendation.recommendations().stream()
                        .findFirst()
                        .map(RankedJson::from)
                        .orElse(null),
                outcome.map(OutcomeJson::from).orElse(null));
    }
}
