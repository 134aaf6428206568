package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.replay.Difference;
import java.util.List;

/// What came of recomputing a recommendation that was kept.
public sealed interface ReplayAnswer {
    /// It was never kept.
    record Unknown() implements ReplayAnswer {}

    /// It was recomputed.
    ///
    /// @param differences none if what was answered comes out again, to the last bit
    /// @param answeredBy version of the software that made it
    /// @param replayedBy version of the software that recomputed it
    record Replayed(Recommendation answered, List<Difference> differences, String answeredBy, String replayedBy)
            implements ReplayAnswer {
        public Replayed {
            differences = List.copyOf(differences);
        }

        public boolean isIdentical() {
            return differences.isEmpty();
        }
    }

    /// It cannot be recomputed.
    ///
    /// @param lacking what is not there for it
    /// @param words the same for people
    record NotReplayable(Recommendation answered, Lacking lacking, String words, String replayedBy)
            implements ReplayAnswer {}

    /// What a replay cannot do without.
    enum Lacking {
        BASIS_NOT_KEPT,
        BASIS_UNREADABLE,
        SNAPSHOT_GONE,
        SNAPSHOT_UNREADABLE,
        MODEL_GONE,
        MODEL_UNREADABLE
    }
}
