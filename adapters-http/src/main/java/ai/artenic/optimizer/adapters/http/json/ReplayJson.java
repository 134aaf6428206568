package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.ReplayAnswer.Lacking;
import ai.artenic.optimizer.application.usecase.ReplayAnswer.NotReplayable;
import ai.artenic.optimizer.application.usecase.ReplayAnswer.Replayed;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.replay.Difference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A recommendation recomputed from its own snapshot, model and what was known when it was made, and compared with what
/// was answered. Where that is not possible `identical` is null, and `reason` and `detail` say why; else those are
/// null.
public record ReplayJson(
        UUID recommendationId,
        boolean replayable,
        @Nullable Boolean identical,
        @Nullable Lacking reason,
        @Nullable String detail,
        List<DifferenceJson> differences,
        Mode mode,
        @Nullable String modelVersion,
        String catalogSnapshotId,
        Instant asOf,
        @Nullable String answeredByVersion,
        String replayedByVersion) {

    /// What differs; `rank` is null where it concerns the whole answer.
    public record DifferenceJson(@Nullable Integer rank, String field, String answered, String recomputed) {
        static DifferenceJson from(Difference difference) {
            return new DifferenceJson(
                    difference.rank().isPresent() ? difference.rank().getAsInt() : null,
                    difference.field(),
                    difference.answered(),
                    difference.recomputed());
        }
    }

    public static ReplayJson from(Replayed replayed) {
        Recommendation answered = replayed.answered();
        return new ReplayJson(
                answered.id(),
                true,
                replayed.isIdentical(),
                null,
                null,
                replayed.differences().stream().map(DifferenceJson::from).toList(),
                answered.mode(),
                answered.modelVersion().orElse(null),
                answered.catalogSnapshotId(),
                answered.asOf(),
                replayed.answeredBy(),
                replayed.replayedBy());
    }

    public static ReplayJson from(NotReplayable refused) {
        Recommendation answered = refused.answered();
        return new ReplayJson(
                answered.id(),
                false,
                null,
                refused.lacking(),
                refused.words(),
                List.of(),
                answered.mode(),
                answered.modelVersion().orElse(null),
                answered.catalogSnapshotId(),
                answered.asOf(),
                null,
                refused.replayedBy());
    }
}
