package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.calibration.Observation;
import java.util.List;

/// Keeps what jobs taught about the estimates made for them.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface CalibrationLog {
    /// Records the observation, durably once this returns. A job counts once: the first observation of it stays.
    Recorded record(Observation observation);

    /// How many observations were ever recorded. It costs next to nothing, and differs from an earlier answer whenever
    /// [#newest] may.
    long count();

    /// The observations recorded last, at most so many of each hardware class and workload class.
    ///
    /// @param mostPerClass at least 1; bounds what is read, however long the history
    List<Observation> newest(int mostPerClass);

    /// What came of recording an observation.
    enum Recorded {
        STORED,
        /// There is one of this job already.
        DUPLICATE
    }
}
