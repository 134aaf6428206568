package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the two logs of one store promise of recommendations and the outcomes that follow them.
public interface FollowedRecommendationsContract {
    /// The logs of one store, empty.
    Logs emptyLogs();

    record Logs(RecommendationLog recommendations, OutcomeLog outcomes) {
        private List<UUID> listed(Optional<Boolean> hasOutcome) {
            var query = new HistoryQuery(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    hasOutcome,
                    Optional.empty(),
                    50);
            return recommendations.page(query).items().stream()
                    .map(Recommendation::id)
                    .toList();
        }

        private void follow(String job, UUID recommendation) {
            AssessedOutcome plain = Outcomes.succeeded(job, 1);
            Outcome outcome = plain.outcome();
            outcomes.keep(List.of(new AssessedOutcome(
                    new Outcome(
                            job,
                            Optional.of(recommendation),
                            outcome.workload(),
                            outcome.run(),
                            outcome.ending(),
                            outcome.interruptions(),
                            outcome.metric(),
                            outcome.stated(),
                            outcome.completedAt()),
                    plain.workload(),
                    plain.queryId(),
                    plain.workloadHash(),
                    plain.prediction(),
                    plain.label(),
                    plain.relativeCost(),
                    plain.features(),
                    plain.observation(),
                    plain.run(),
                    plain.notes())));
        }
    }

    private static Logs filled(Logs logs, UUID followed, UUID alone) {
        for (long seed : new long[] {1, 2}) {
            logs.recommendations().keep(Recommendations.seeded(seed), Bases.PLAIN);
        }
        logs.outcomes().keep(List.of(Outcomes.succeeded("of nobody's", 1)));
        logs.follow("first", followed);
        logs.follow("second", followed);
        assertEquals(2, logs.listed(Optional.empty()).size());
        assertEquals(Map.of(), logs.outcomes().following(List.of(alone, new UUID(1, 1))));
        return logs;
    }

    @Test
    default void the_history_can_be_of_recommendations_with_or_without_an_outcome() {
        UUID followed = Recommendations.seeded(1).id();
        UUID alone = Recommendations.seeded(2).id();
        Logs logs = filled(emptyLogs(), followed, alone);
        assertEquals(List.of(followed), logs.listed(Optional.of(true)));
        assertEquals(List.of(alone), logs.listed(Optional.of(false)));
    }

    @Test
    default void a_recommendation_that_several_jobs_followed_has_the_newest_outcome() {
        UUID followed = Recommendations.seeded(1).id();
        UUID alone = Recommendations.seeded(2).id();
        Logs logs = filled(emptyLogs(), followed, alone);
        var found = logs.outcomes().following(List.of(alone, followed));
        assertEquals(List.of(followed), List.copyOf(found.keySet()));
        assertEquals(
                "second",
                Objects.requireNonNull(found.get(followed)).assessed().outcome().jobId());
    }
}
