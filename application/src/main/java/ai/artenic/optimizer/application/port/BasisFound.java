package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.ranking.Basis;

/// What came of looking for what a recommendation rests on.
public sealed interface BasisFound {
    record Known(Basis basis) implements BasisFound {}

    /// There is no such recommendation, or it was kept when the basis was not.
    record Absent() implements BasisFound {}

    /// @param reason why what is stored cannot be read, in words
    record Unreadable(String reason) implements BasisFound {}
}
