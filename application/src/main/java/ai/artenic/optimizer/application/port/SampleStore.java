package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.List;

/// Gives what the ranker learns from.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface SampleStore {
    /// How much there is, at next to no cost.
    Counts counts();

    /// The samples of this schema or a later one kept last, oldest first.
    ///
    /// @param most at least 1; bounds what is read, however long the history
    List<Sample> newest(FeatureSchema schema, int most);

    /// How much there is.
    ///
    /// @param outcomes outcomes ever kept
    /// @param samples samples ever kept
    /// @param groups query groups with a sample
    /// @param byLabel samples by outcome label, 0 to 4
    record Counts(long outcomes, long samples, long groups, List<Long> byLabel) {
        public static final Counts NONE = new Counts(0, 0, 0, List.of(0L, 0L, 0L, 0L, 0L));

        public Counts {
            byLabel = List.copyOf(byLabel);
        }
    }
}
